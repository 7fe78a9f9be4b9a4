/* How well each note answers a query. */

const K = 0.8 // BM25: how soon more of the same term stops counting
const B = 0.2 // and how much a long unit is held against it
const FIELD_WEIGHT = [3.2, 1]
const LESS = 0.3 // for what isn't the word itself, where the notes have the word itself
const LONGER = 0.3 // for a compound that goes on: 경사하강 in 경사 하강법
const TOGETHER = 6 // for words that stand together as typed
const NAMED = 9 // for being called so
const LEAST_RARITY = 0.3
const REST = 0.4 // what the other units of a note add to its best one
const MOST = 60 // notes shown
const MOST_WRITTEN = 8 // parts of a compound that are marked

/** The score of every unit for one word, and the terms that it was found by. */
const scoreWord = (index, word, isLast) => {
  const scores = new Map()
  const matched = expand(index, word, isLast)
  const units = new Set()
  for (const term of matched.keys()) for (const unit of index.terms.get(term).keys()) units.add(unit)
  const raise = (unit, score) => { if (score > (scores.get(unit) ?? 0)) scores.set(unit, score) }
  const written = new Set() // how a compound is written, for marking
  for (const [number, score] of unitsWithCompound(index, joined(word), written)) {
    raise(number, score)
    units.add(number)
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
  const isSure = [...matched.values()].some((sure) => sure >= SURE)
  for (const [term, sure] of matched) {
    const weight = sure * sure * rarity * (sure < SURE && isSure ? LESS : 1)
    for (const [number, counts] of index.terms.get(term)) raise(number, weight * closeness(index, number, counts))
  }
  return { scores, matched, written }
}

/** The units with a compound, also where it is written apart, and their scores: 언어모델 in 언어 모델. */
const unitsWithCompound = (index, compound, written) => {
  if (compound.length < 3) return []
  const spaced = new RegExp([...compound].join("\\s*"))
  return [...index.units.entries()].flatMap(([number, unit]) => {
    const most = Math.max(...unit.joined.map((text, field) => FIELD_WEIGHT[field] * heldAs(text, unit.starts[field], compound)))
    if (!most) return []
    if (written.size < MOST_WRITTEN) {
      const [found = ""] = spaced.exec(`${unit.title} ${unit.text}`.toLowerCase()) ?? []
      for (const part of words(found)) written.add(part)
    }
    return [[number, 0.9 * most]]
  })
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
  const asksText = query.words.length || query.phrases.length
  const asksMore = asksText || query.without.length || Object.keys(query.filters).length
  const pages = []
  for (const numbers of index.pages.values()) {
    const allowed = numbers.filter((number) => passes(index.units[number], query))
    const isHere = isLocated(query) && isThere(index.units[numbers[0]], query)
    // A place weighs with a text, and is a filter without one.
    if (allowed.length === 0 || (!asksMore && !isHere) || (!asksText && isLocated(query) && !isHere)) continue
    const covered = perWord.filter(({ scores }) => allowed.some((number) => scores.has(number))).length
    if (query.words.length && covered === 0) continue
    const units = allowed.map((number) => [number, scoreUnit(index, number, perWord, compound)])
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    // The list of all references is no note that says something again and again.
    const others = index.units[numbers[0]].kind === "reference" ? [] : units.slice(1, 6)
    const rest = others.reduce((sum, [, score]) => sum + score, 0)
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
