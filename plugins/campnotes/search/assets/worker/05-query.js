/* What a reader typed: words, phrases, words to leave out, filters, and a day or week of the camp. */

const FILTER = /(?<!\S)(kind|week|day|by):(?:"([^"]*)"?|(\S*))/g
const PHRASE = /"([^"]+)"/g
const WITHOUT = /(^|\s)-([^\s-]\S*)/g
const WEEK = /(?<![a-z])(?:week|wk)[\s_-]*0*(\d{1,2})(?!\d)|(?<!\d)0*(\d{1,2})\s*주\s?차?(?:는|에|의|엔)?(?![가-힣])/
const DAY = /(?<![a-z])day[\s_-]*0*(\d{1,3})(?!\d)|(?<!\d)0*(\d{1,3})\s*일\s?차(?:는|에|의|엔)?(?![가-힣])/
const DATE = /(?<!\d)(?:(\d{4})\s*[-./년]\s*)?0?(\d{1,2})(?:[-/]|\s*월\s*|(?<=\d{4}[./]\d\d)\.)0?(\d{1,2})(?:\s*일)?(?!\d|\s*일?\s*차)/

// What is longer was pasted; its beginning finds it.
const MOST_TYPED = 500, MOST_WORDS = 24

const readQuery = (text, kinds = {}) => {
  const query = { words: [], phrases: [], without: [], filters: {}, week: null, day: null, date: null, text }
  let rest = text.slice(0, MOST_TYPED).normalize("NFC").toLowerCase()
  const take = (pattern, found) => {
    rest = rest.replace(pattern, (...match) => ` ${found(...match) ?? ""} `)
  }
  take(FILTER, (_, name, quoted, bare) => {
    const value = joined(quoted ?? bare)
    if (value) query.filters[name] = value
  })
  take(PHRASE, (_, phrase) => { query.phrases.push(joined(phrase)); return phrase })
  take(WITHOUT, (_, space, word) => { query.without.push(...words(word)) })
  for (const [name, pattern] of [["day", DAY], ["week", WEEK]]) {
    const match = pattern.exec(rest)
    if (match) [query[name], rest] = [Number(match[1] ?? match[2]), rest.replace(match[0], " ")]
  }
  const date = DATE.exec(rest)
  if (date && date[2] <= 12 && date[3] <= 31) {
    query.date = [date[1], ...date.slice(2).map((number) => number.padStart(2, "0"))].filter(Boolean).join("-")
    rest = rest.replace(date[0], " ")
  }
  if (query.filters.kind) query.filters.kind = kindNamed(query.filters.kind, kinds)
  // A particle that follows an English word (BERT는, GIL이란) asks for nothing.
  rest = rest.replace(/(?<=[a-z0-9])[가-힣]+/g, (tail) => PARTICLES.has(tail) ? " " : tail)
  const typed = [...new Set(words(rest))].slice(0, MOST_WORDS)
  query.words = typed.filter((word) => (typed.length === 1 && !isLocated(query)) || word.length > 1 || !PARTICLES.has(word))
  return query
}

/** The kind that a reader names in either language: 발표, 질문, person. */
const kindNamed = (name, kinds) => {
  const found = Object.entries(kinds).find(([kind, label]) => kind === name || joined(label) === name)
    ?? Object.entries(kinds).find(([kind, label]) => kind.startsWith(name) || joined(label).startsWith(name))
  return found ? found[0] : name
}

/** What a filter looks at in a unit, and whether a value of it is what was asked for. */
const FILTERS = {
  kind: { of: ({ kind }) => [kind], is: (kind, asked) => kind === asked },
  week: { of: ({ week }) => [week], is: (week, asked) => week === Number.parseInt(asked, 10) },
  day: { of: ({ day }) => [day], is: (day, asked) => day === Number.parseInt(asked, 10) },
  by: { of: ({ people }) => people, is: (name, asked) => joined(name).includes(asked.replace(/님$/, "")) },
}

/** Whether a unit is let through by the query's filters, phrases and words to leave out. */
const passes = (unit, { filters, phrases, without }) => {
  const meets = ([name, asked]) => FILTERS[name].of(unit).some((value) => FILTERS[name].is(value, asked))
  const says = (words) => unit.joined.some((text) => text.includes(words))
  return Object.entries(filters).every(meets) && phrases.every(says) && !without.some(says)
}

/** Whether the query names a place in the camp, and whether a unit stands there. */
const isLocated = (query) => query.week !== null || query.day !== null || query.date !== null
const isThere = (unit, query) => (query.week === null || unit.week === query.week)
  && (query.day === null || unit.day === query.day)
  && (query.date === null || (unit.date ?? "").endsWith(query.date))
