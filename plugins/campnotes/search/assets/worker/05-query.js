/* What a reader typed: words, phrases, words to leave out, filters, and a day or week of the camp. */

const FILTER = /(?<!\S)(kind|week|day|by):(?:"([^"]*)"?|(\S*))/g
const PHRASE = /"([^"]+)"/g
const WITHOUT_PHRASE = /(?<!\S)-"([^"]*)"?/g
const WITHOUT = /(^|\s)-([^\s-]\S*)/g
const WEEK = /(?<![a-z])(?:week|wk)[\s_-]*0*(\d{1,2})(?!\d)|(?<!\d)0*(\d{1,2})\s*주\s?차?(?:는|에|의|엔)?(?![가-힣])/
const DAY = /(?<![a-z])day[\s_-]*0*(\d{1,3})(?!\d)|(?<!\d)0*(\d{1,3})\s*일\s?차(?:는|에|의|엔)?(?![가-힣])/
// A date, and the weekday behind it: 3월 10일 (화), 2026. 3. 10., 03-10, Mar 10.
const DATES = [
  /(?<!\d)(\d{4})(?:[-/]|\.\s?)0?(\d{1,2})(?:[-/]|\.\s?)0?(\d{1,2})\.?(?!\d)/,
  /(?<![\d.])(\d{2})\.(\d{2})\.(\d{2})\.?(?![\d.])/, // 26.03.10, but no version 3.11.2
  /(?<!\d)(?:(\d{4})\s*년\s*)?0?(\d{1,2})\s*월\s*0?(\d{1,2})(?:\s*일)?(?!\d|\s*일?\s*차)/,
  /(?<![\d.])()0?(\d{1,2})[-/]0?(\d{1,2})(?![\d.])/,
  // not of decoder 2
  /(?<![a-z])()(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s+0?(\d{1,2})(?!\d)/,
]
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ")
const WEEKDAY = /^\s*(?:\([월화수목금토일]\)|[월화수목금토일]요일|\(?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\)?)/
// What a question is asked with, beside what it is about; of English ones only in whole sentences: where clause.
const ASKING_KOREAN = new Set("누가 무엇 뭐 뭔가요 뭐지 뭐야 무엇인가 무엇인가요 어떻게 어디 언제 배웠지 대해".split(" "))
const ASKING_ENGLISH = new Set("what who how why when where which is are was were does do did the a an of to in on for and it".split(" "))
const SENTENCE = 3 // words

// What is longer was pasted; its beginning finds it.
const MOST_TYPED = 500, MOST_WORDS = 12

const readQuery = (text, kinds = {}) => {
  const query = { words: [], phrases: [], without: [], withoutPhrases: [], filters: {}, kinds: new Map(), meanings: new Map(), week: null, day: null, date: null, text }
  let rest = narrow(text.slice(0, MOST_TYPED)).normalize("NFC").toLowerCase()
  const take = (pattern, found) => {
    rest = rest.replace(pattern, (...match) => ` ${found(...match) ?? ""} `)
  }
  take(FILTER, (_, name, quoted, bare) => {
    const value = bareName(quoted ?? bare)
    const asked = name === "by" ? value.replace(/(?<=.)님$/, "") : value
    if (asked) query.filters[name] = asked
  })
  const addPhrase = (phrases, phrase) => { if (joined(phrase)) phrases.push(joined(phrase)) }
  take(WITHOUT_PHRASE, (_, phrase) => { addPhrase(query.withoutPhrases, phrase) })
  take(PHRASE, (_, phrase) => { addPhrase(query.phrases, phrase); return phrase })
  take(WITHOUT, (_, space, word) => { query.without.push(...words(word)) })
  for (const [name, pattern] of [["day", DAY], ["week", WEEK]]) {
    const match = pattern.exec(rest)
    if (match) [query[name], rest] = [Number(match[1] ?? match[2]), rest.replace(match[0], " ")]
  }
  rest = takeDate(rest, query)
  if (query.filters.kind) query.filters.kind = kindNamed(query.filters.kind, kinds)
  // A particle that follows an English word (BERT는, GIL이란) asks for nothing.
  rest = rest.replace(/(?<=[a-z0-9])[가-힣]+/g, (tail) => PARTICLES.has(tail) ? " " : tail)
  const typed = [...new Set(words(rest))].slice(0, MOST_WORDS)
  query.words = typed.filter((word) => (typed.length === 1 && !isLocated(query)) || word.length > 1 || !PARTICLES.has(word))
  const isEnglish = typed.length >= SENTENCE && !typed.some(isHangul)
  const asked = query.words.filter((word) => !ASKING_KOREAN.has(word) && !(isEnglish && ASKING_ENGLISH.has(word)))
  if (asked.length || isLocated(query)) query.words = asked
  query.kinds = new Map(isLocated(query) ? query.words.map((word) => [word, kindOf(word, kinds)]) : [])
  return query
}

/** Read a date out of a text into the query; returns the text without it. */
const takeDate = (text, query) => {
  for (const pattern of DATES) {
    const found = pattern.exec(text)
    if (!found) continue
    const month = MONTHS.indexOf(found[2].slice(0, 3)) + 1 || Number(found[2])
    if (month > 12 || Number(found[3]) > 31) continue
    query.date = [found[1], ...[month, found[3]].map((number) => String(number).padStart(2, "0"))].filter(Boolean).join("-")
    const name = !found[1] && found[0].includes("-") ? found[0] : "" // 1-4 may as well be a chapter
    return `${text.slice(0, found.index)} ${name} ${text.slice(found.index + found[0].length).replace(WEEKDAY, " ")}`
  }
  return text
}

/** The kind that a word is, in either language: 질문, questions. */
const kindOf = (word, kinds) => kindCalled(word, kinds) ?? Object.keys(kinds).find((kind) => `${kind}s` === word)
const kindCalled = (name, kinds) => Object.entries(kinds).find(([kind, label]) => kind === name || joined(label) === name)?.[0]

/** Full-width letters, which some keyboards give, as the usual ones (Unicode 15, block FF00). */
const narrow = (text) => text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

/** The kind that a reader names in either language: 발표, 질문, person. */
const kindNamed = (name, kinds) => kindCalled(name, kinds)
  ?? Object.entries(kinds).find(([kind, label]) => kind.startsWith(name) || joined(label).startsWith(name))?.[0]
  ?? name

/** What a filter looks at in a unit, and whether a value of it is what was asked for. */
const FILTERS = {
  kind: { of: ({ kind }) => [kind], is: (kind, asked) => kind === asked },
  week: { of: ({ week }) => [week], is: (week, asked) => week === Number.parseInt(asked, 10) },
  day: { of: ({ day }) => [day], is: (day, asked) => day === Number.parseInt(asked, 10) },
  by: { of: ({ people }) => people, is: (name, asked) => bareName(name).includes(asked) },
}

/** Whether a unit is let through by the query's filters, phrases and words to leave out. */
const passes = ({ units, terms }, number, { filters, phrases, without, withoutPhrases }) => {
  const unit = units[number]
  const meets = ([name, asked]) => FILTERS[name].of(unit).some((value) => FILTERS[name].is(value, asked))
  const says = (phrase) => unit.whole.some((text) => text.includes(phrase))
  // Within Korean words too; but who wants nothing of ai wants e-mails all the same.
  const has = (word) => isHangul(word) ? says(word) : terms.get(word)?.has(number)
  return Object.entries(filters).every(meets) && phrases.every(says) && !without.some(has) && !withoutPhrases.some(says)
}

/** Whether the query names a place in the camp, and whether a unit stands there. */
const isLocated = (query) => query.week !== null || query.day !== null || query.date !== null
const isThere = (unit, query) => (query.week === null || unit.week === query.week)
  && (query.day === null || unit.day === query.day)
  && (query.date === null || isSameDate(unit.date ?? "", query.date))
/** Dates without a year, on either side, are of any year. */
const isSameDate = (own, asked) => own !== "" && (own.endsWith(asked) || asked.endsWith(own))
