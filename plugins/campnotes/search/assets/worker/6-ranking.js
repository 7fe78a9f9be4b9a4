/* Which terms a typed word may mean, and how well each note answers the query. */

const K = 1.2 // BM25: how soon more of the same term stops counting
const B = 0.6 // and how much a long unit is held against it
const FIELD_WEIGHT = [3.2, 1]
const SURE = 0.9 // a term that is the word, or a form of it
const PAIRED_SURE = 0.8 // the same in the other script
const LESS = 0.3
const NAMED = 9 // what it counts to be called so
const MOST = 60 // notes shown
const LEAST_RARITY = 0.3
const REST = 0.25 // what the other units of a note add to its best one
const TOGETHER = 1.5 // words that stand together as typed

/** Terms of the index that a word may mean, each with how surely: from 1 (the same) downwards. */
const expand = (index, word, isLast) => {
  const found = new Map()
  const add = (term, sure) => { if (index.terms.has(term) && (found.get(term) ?? 0) < sure) found.set(term, sure) }
  if (isInitials(word)) {
    addByInitials(index, word, add)
    return found
  }
  const forms = [word, ...formsOf(word, index.forms)]
  forms.forEach((form, i) => add(form, i === 0 ? 1 : 0.92))
  for (const form of forms) for (const other of index.pairs.get(form) ?? []) add(other, PAIRED_SURE)
  addByParts(index, forms, word, found, add)
  // The last syllable is often half composed while it is typed: 어테 on the way to 어텐션.
  const typed = jamo(word)
  if (isHangul(word) && typed.length >= 3 && (isLast || found.size === 0)) {
    for (const term of index.vocabulary) {
      if (lazily(index.jamo, term, jamo).startsWith(typed)) add(term, found.size ? 0.45 : 0.6)
    }
  }
  const isSure = [...found.values()].some((sure) => sure >= SURE)
  const size = found.size
  if (!isSure) addNear(index, forms, add)
  // What is only a slip away is rather meant than what sounds like it.
  if (found.size === size) addBySound(index, forms, add)
  if (found.size === 0 && isHangul(word)) addWithin(index, word, add)
  return found
}

/** Terms that a compound begins or ends with, where nothing is like the whole: 변이 for 돌연변이. */
const addWithin = (index, word, add) => {
  for (const term of index.vocabulary) {
    if (term.length > 1 && (word.startsWith(term) || word.endsWith(term))) add(term, 0.6 * term.length / word.length)
  }
}

const addByInitials = (index, word, add) => {
  for (const term of index.vocabulary) {
    if (!isHangul(term)) continue
    const own = lazily(index.initials, term, initials)
    if (own === word) add(term, 0.9)
    else if (own.startsWith(word)) add(term, word.length > 1 ? 0.6 : 0.3)
  }
}

/** Terms that begin with a form of the word, or hold it. */
const addByParts = (index, forms, word, found, add) => {
  for (const term of index.vocabulary) {
    if (found.has(term)) continue
    for (const form of forms) {
      if (form.length < 2 && !(form === word && isHangul(form))) continue
      const at = term.indexOf(form)
      const share = form.length / term.length
      // 어텐션메커니즘 is about 어텐션; classification isn't about class.
      if (at === 0) add(term, isHangul(form) ? 0.55 + 0.3 * share : 0.35 + 0.35 * share)
      else if (at > 0 && isHangul(form) && form.length > 1 && term.endsWith(form)) add(term, 0.55 + 0.3 * share) // 선형회귀분석 is a 회귀분석
      else if (at > 0 && form.length >= (isHangul(form) ? 2 : 4)) add(term, 0.35 + 0.25 * share)
    }
  }
}

/** Terms of the other script that sound alike. */
const addBySound = (index, forms, add) => {
  for (const form of forms) {
    if (form.length < (isHangul(form) ? 2 : 4) || !/^(?:[a-z]+|[가-힣]+)$/.test(form)) continue
    const own = sounds(form)
    if (own[0].consonants.length < 3) continue
    for (const term of index.vocabulary) {
      if (isHangul(term) === isHangul(form) || term.length < 2) continue
      if (soundAlike(lazily(index.sounds, term, sounds), own)) add(term, 0.5)
    }
  }
}

/** Terms that are a slip of the finger away. */
const addNear = (index, forms, add) => {
  for (const form of forms) {
    const letters = jamo(form)
    if (letters.length < 4) continue
    const most = letters.length >= 11 ? 2 : 1
    for (const term of index.vocabulary) {
      if (term.length < 2) continue
      const own = lazily(index.jamo, term, jamo)
      const apart = distance(letters, own, most)
      if (apart <= most) add(term, apart <= 1 ? 0.55 : 0.42)
      else if (own.length > letters.length && isHangul(term) === isHangul(form) && letters.length >= 6
        && distance(letters, own.slice(0, letters.length), 1) <= 1) add(term, 0.35)
    }
  }
}

/** The score of every unit for one word, and the terms that it was found by. */
const scoreWord = (index, word, isLast) => {
  const scores = new Map()
  const matched = expand(index, word, isLast)
  const units = new Set()
  for (const term of matched.keys()) for (const unit of index.terms.get(term).keys()) units.add(unit)
  const raise = (unit, score) => { if (score > (scores.get(unit) ?? 0)) scores.set(unit, score) }
  // A compound that is written apart: 언어모델 in 언어 모델.
  const close = joined(word)
  if (close.length >= 3) {
    index.units.forEach((unit, number) => {
      const field = unit.joined.findIndex((text, i) => holdsCompound(text, unit.starts[i], close))
      if (field >= 0) raise(number, 0.9 * FIELD_WEIGHT[field])
      if (field >= 0) units.add(number)
    })
  }
  const person = word.length > 2 ? word.replace(/님(?:[은이의과도])?$/, "") : word
  for (const number of index.people) {
    if (isNamed(index.units[number], person)) {
      raise(number, NAMED)
      units.add(number)
    }
  }
  const all = index.units.length
  const rarity = index.rarity.get(word) ?? Math.max(LEAST_RARITY, Math.log(1 + (all - units.size + 0.5) / (units.size + 0.5)))
  for (const [number, value] of scores) scores.set(number, value * rarity)
  // What isn't the word itself counts for less where the notes have the word itself.
  const isSure = [...matched.values()].some((sure) => sure >= SURE)
  for (const [term, sure] of matched) {
    const weight = sure * sure * rarity * (sure < SURE && isSure ? LESS : 1)
    for (const [number, counts] of index.terms.get(term)) raise(number, weight * closeness(index, number, counts))
  }
  return { scores, matched }
}

/** Whether a person is called so: by the whole name, or by the given one. */
const isNamed = ({ people }, name) => name.length > 1 && people.some((own) => (
  joined(own) === name || (/^[가-힣]{3,4}$/.test(own) && own.endsWith(name)) || words(own).includes(name)
))

/** BM25 over the fields of a unit, without the rarity (Robertson and Zaragoza 2009, 3.5). */
const closeness = (index, number, counts) => counts.reduce((sum, amount, field) => {
  if (!amount) return sum
  const length = 1 - B + B * index.units[number].lengths[field] / index.average[field]
  return sum + FIELD_WEIGHT[field] * amount * (K + 1) / (amount + K * length)
}, 0)

/** The notes that answer a query, best first, each with its units: `{score, first, units: [[number, score]…]}`. */
const rank = (index, query) => {
  const perWord = query.words.map((word, i) => scoreWord(index, word, i === query.words.length - 1))
  const whole = joined(query.words.join(""))
  const compound = isCompound(query.words) ? scoreWord(index, whole, true).scores : new Map()
  const asksMore = query.words.length || query.phrases.length || Object.keys(query.filters).length
  const pages = []
  for (const numbers of index.pages.values()) {
    const allowed = numbers.filter((number) => passes(index.units[number], query))
    const isHere = isLocated(query) && isThere(index.units[numbers[0]], query)
    if (allowed.length === 0 || (!asksMore && !isHere)) continue
    const covered = perWord.filter(({ scores }) => allowed.some((number) => scores.has(number))).length
    if (query.words.length && covered === 0) continue
    const units = allowed.map((number) => [number, scoreUnit(index, number, perWord, compound)])
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    const rest = units.slice(1, 6).reduce((sum, [, score]) => sum + score, 0)
    const share = query.words.length ? covered / query.words.length : 1
    let score = (units[0][1] + REST * rest) * (0.25 + 0.75 * share ** 2)
    if (isLocated(query)) score = isHere ? score * 2 + 4 : score * 0.5
    const listed = query.words.length ? units.filter(([, value]) => value > 0) : asksMore ? units : []
    pages.push({ score, units: listed, first: numbers[0] })
  }
  return { pages: pages.sort((a, b) => b.score - a.score || a.first - b.first).slice(0, MOST), perWord }
}

/** Whether words may be the parts of one: 회귀 분석. */
const isCompound = (words) => words.length > 1 && words.length < 4 && words.every((word) => /^[가-힣]+$/.test(word))

const scoreUnit = (index, number, perWord, compound) => {
  const values = perWord.map(({ scores }) => scores.get(number) ?? 0)
  const share = perWord.length ? values.filter(Boolean).length / perWord.length : 1
  const sum = perWord.length ? values.reduce((all, value) => all + value, 0) : 1
  const score = sum * (0.35 + 0.65 * share * share)
  return Math.max(score, TOGETHER * (compound.get(number) ?? 0)) * index.units[number].boost
}
