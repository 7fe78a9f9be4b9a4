/* Understand what a reader typed, and rank the notes that answer it. */

const K = 1.2 // BM25: how soon more of the same term stops counting
const B = 0.6 // and how much a long unit is held against it
const FIELD_WEIGHT = [3.2, 1]
const SURE = 0.9 // a term that is the word, or a form of it
const LESS = 0.3
const MOST = 60 // notes shown

/** A query: words, phrases, words to leave out, filters and a place in the camp. */
const readQuery = (text) => {
  const query = { words: [], phrases: [], without: [], filters: {}, week: null, day: null, text }
  let rest = text.normalize("NFC").toLowerCase()
  rest = rest.replace(/\b(kind|week|day|by):(\S+)/g, (_, name, value) => { query.filters[name] = value; return " " })
  rest = rest.replace(/"([^"]+)"/g, (_, phrase) => { query.phrases.push(joined(phrase)); return ` ${phrase} ` })
  rest = rest.replace(/(^|\s)-([^\s-]\S*)/g, (_, space, word) => { query.without.push(...words(word)); return space })
  const week = /(?:week|wk)[\s_-]*0*(\d{1,2})(?!\d)|(?<!\d)0*(\d{1,2})\s*주차?(?![가-힣])/.exec(rest)
  if (week) query.week = Number(week[1] ?? week[2])
  const day = /(?<![a-z])day[\s_-]*0*(\d{1,3})(?!\d)|(?<!\d)0*(\d{1,3})\s*일\s?차/.exec(rest)
  if (day) query.day = Number(day[1] ?? day[2])
  for (const found of [week, day]) if (found) rest = rest.replace(found[0], " ")
  query.words = [...new Set(words(rest))].filter((word) => !(isHangul(word) && PARTICLES.includes(word) && word.length === 1
    && words(rest).length > 1))
  return query
}

/** Terms of the index that a word may mean, each with how surely: from 1 (the same) downwards. */
const expand = (index, word) => {
  const found = new Map()
  const add = (term, sure) => { if (index.terms.has(term) && (found.get(term) ?? 0) < sure) found.set(term, sure) }
  const forms = [word, ...stems(word)]
  if (isInitials(word)) {
    for (const term of index.vocabulary) {
      if (!isHangul(term)) continue
      const own = lazily(index.initials, term, initials)
      if (own === word) add(term, 0.9)
      else if (own.startsWith(word)) add(term, 0.6)
    }
    return found
  }
  forms.forEach((form, i) => add(form, i === 0 ? 1 : 0.92))
  for (const form of forms) {
    for (const other of index.pairs.get(form) ?? []) {
      add(other, 0.75)
    }
  }
  // The last syllable is often half composed while it is typed: 어텦 on the way to 어텐션.
  const typed = jamo(word)
  for (const term of index.vocabulary) {
    if (found.has(term)) continue
    for (const form of forms) {
      if (form.length < 2 && !(form === word && isHangul(form))) continue
      const at = term.indexOf(form)
      const share = form.length / term.length
      // 어텐션메커니즘 is about 어텐션; classification isn't about class.
      if (at === 0) add(term, isHangul(form) ? 0.55 + 0.3 * share : 0.35 + 0.35 * share)
      else if (at > 0 && form.length >= (isHangul(form) ? 2 : 4)) add(term, 0.35 + 0.25 * share)
    }
  }
  if (found.size === 0 && isHangul(word) && typed.length >= 3) {
    for (const term of index.vocabulary) {
      if (lazily(index.jamo, term, jamo).startsWith(typed)) add(term, 0.6)
    }
  }
  const sure = [...found.values()].some((value) => value >= SURE)
  if (!sure) nearTerms(index, forms, typed, add)
  return found
}

/** Terms that are one slip of the finger away. */
const nearTerms = (index, forms, typed, add) => {
  for (const form of forms) {
    const letters = form === forms[0] ? typed : jamo(form)
    if (letters.length < 4) continue
    const most = letters.length >= 11 ? 2 : 1
    for (const term of index.vocabulary) {
      if (term.length < 2) continue
      const own = lazily(index.jamo, term, jamo)
      if (isNear(letters, own, most)) add(term, isNear(letters, own, 1) ? 0.55 : 0.42)
      else if (own.length > letters.length && isHangul(term) === isHangul(form) && letters.length >= 6
        && isNear(letters, own.slice(0, letters.length), 1)) add(term, 0.35)
    }
  }
}

/** The score of every unit for one word, and the terms that it was found by. */
const scoreWord = (index, word) => {
  const scores = new Map()
  const matched = expand(index, word)
  const units = new Set()
  for (const term of matched.keys()) for (const unit of index.terms.get(term).keys()) units.add(unit)
  // A compound that is written apart: 언어모델 in 언어 모델.
  const close = joined(word)
  if (close.length >= 3) {
    index.units.forEach((unit, number) => {
      const field = unit.joined.findIndex((text, i) => holdsCompound(text, unit.starts[i], close))
      if (field >= 0) scores.set(number, Math.max(scores.get(number) ?? 0, 0.9 * FIELD_WEIGHT[field]))
      if (field >= 0) units.add(number)
    })
  }
  // What isn't the word itself counts for less where the notes have the word itself.
  const exact = [...matched.values()].some((sure) => sure >= SURE)
  const rarity = Math.log(1 + (index.units.length - units.size + 0.5) / (units.size + 0.5))
  for (const [number, value] of scores) scores.set(number, value * Math.max(rarity, 0.3))
  for (const [term, sure] of matched) {
    for (const [number, counts] of index.terms.get(term)) {
      const unit = index.units[number]
      let value = 0
      counts.forEach((amount, field) => {
        if (!amount) return
        const length = 1 - B + B * unit.lengths[field] / index.average[field]
        value += FIELD_WEIGHT[field] * amount * (K + 1) / (amount + K * length)
      })
      value *= sure * sure * Math.max(rarity, 0.3) * (sure < SURE && exact ? LESS : 1)
      if (value > (scores.get(number) ?? 0)) scores.set(number, value)
    }
  }
  return { scores, matched }
}

/** Whether a unit is let through by the query's filters and words to leave out. */
const passes = (unit, query) => {
  const { kind, week, day, by } = query.filters
  if (kind && unit.doc.kind !== kind) return false
  if (week && unit.doc.week !== Number(week)) return false
  if (day && unit.doc.day !== Number(day)) return false
  if (by && !unit.people.some((name) => name.includes(by.replace(/님$/, "")))) return false
  if (query.phrases.some((phrase) => !unit.joined.some((text) => text.includes(phrase)))) return false
  return !query.without.some((word) => unit.joined.some((text) => text.includes(word)))
}

/** The notes that answer a query, best first: `[{score, units: [[number, score]…]}]`. */
const rank = (index, query) => {
  const perWord = query.words.map((word) => scoreWord(index, word))
  const whole = joined(query.words.join(""))
  const located = query.week !== null || query.day !== null
  const pages = []
  for (const numbers of index.pages.values()) {
    const allowed = numbers.filter((number) => passes(index.units[number], query))
    if (allowed.length === 0) continue
    const { doc } = index.units[numbers[0]]
    const here = located && (query.week === null || doc.week === query.week) && (query.day === null || doc.day === query.day)
    const found = perWord.map(({ scores }) => Math.max(0, ...allowed.map((number) => scores.get(number) ?? 0)))
    const covered = found.filter(Boolean).length
    const asked = query.words.length
    if (asked ? covered === 0 : !here && !Object.keys(query.filters).length && !query.phrases.length) continue
    const units = allowed.map((number) => {
      const unit = index.units[number]
      const values = perWord.map(({ scores }) => scores.get(number) ?? 0)
      const share = asked ? values.filter(Boolean).length / asked : 1
      let score = values.reduce((sum, value) => sum + value, 0) * (0.35 + 0.65 * share * share)
      if (asked > 1 && whole.length >= 3 && unit.joined.some((text) => text.includes(whole))) score *= 1.5
      return [number, score * (unit.doc.boost ?? 1)]
    }).sort((a, b) => b[1] - a[1])
    const best = units[0]?.[1] ?? 0
    const rest = units.slice(1, 6).reduce((sum, [, score]) => sum + score, 0)
    const share = asked ? covered / asked : 1
    let score = (best + 0.12 * rest) * (0.25 + 0.75 * share ** 2)
    if (located) score = here ? score * 2 + 4 : score * 0.5
    pages.push({ score, units: units.filter(([, value]) => value > 0), first: numbers[0] })
  }
  return { pages: pages.sort((a, b) => b.score - a.score || a.first - b.first).slice(0, MOST), perWord }
}
