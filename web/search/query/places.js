/* A place in the camp that a reader typed: a week, a day, a date, or the first or last of them. */

/** @import { Camp, Head, Located, Unit } from "../types.js" */
import { takeDate } from "./dates.js"

const WEEK =
  /(?<![a-z])(?:week|wk)[\s_-]*0*(\d{1,2})(?!\d)|(?<!\d)0*(\d{1,2})\s*주\s?차?(?:는|에|의|엔)?(?![가-힣])|第?\s*0*(\d{1,2})\s*週目?/
const DAY =
  /(?<![a-z])day[\s_-]*0*(\d{1,3})(?!\d)|(?<!\d)0*(\d{1,3})\s*일\s?차(?:는|에|의|엔)?(?![가-힣])|(?<!\d)0*(\d{1,3})\s*日目/
const MONTH = /(?<!\d)(?:(\d{4})\s*[년年]\s*)?0?(\d{1,2})\s*[월月](?:에|의|달|달에)?(?![가-힣\d])/
const SHORT_DATE = /(?<![\d.])(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![\d.])/
const FIRST_WEEK = /첫\s?(?:번째\s?)?주(?:차)?(?:에|의)?(?![가-힣])|first week|最初の週|第一週/
const LAST_WEEK =
  /(?:마지막|지난)\s?주(?:차)?(?:에|의)?(?![가-힣])|last week|final week|最後の週|最終(?:回|週)/
const FIRST_DAY = /첫\s?(?:번째\s?)?날(?:에|의)?(?![가-힣])|first day|初日/
const LAST_DAY = /마지막\s?날(?:에|의)?(?![가-힣])|last day|final day|最終日/
// What begins or ends a period: 8월 마지막 발표, 年明け最初の輪読会.
const FIRST =
  /(?:맨\s?|제일\s?|가장\s?)?(?:첫\s?(?:번째|주차?|날)?|처음|최초)(?:에|의|으로)?(?![가-힣])|最初の?(?:週|日)?|初(?:回|日)|(?<![a-z])first(?: week| day)?(?![a-z])/
const LAST =
  /(?:맨\s?|제일\s?|가장\s?)?마지막\s?(?:주차?|날)?(?:에|의|으로)?(?![가-힣])|最後の?(?:週|日)?|最終(?:回|週|日)?|(?<![a-z])last(?: week| day)?(?![a-z])/
const NEW_YEAR = /年明け|新年|새해|연초|(?<![a-z])new year(?![a-z])/
const WEEKDAY =
  /([월화수목금토일])요일|(?<![a-z])(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?![a-z])|([月火水木金土日])曜/
const WEEKDAYS = [..."일월화수목금토"]
const WEEKDAYS_JAPANESE = [..."日月火水木金土"]
const WEEKDAYS_ENGLISH = "sun mon tue wed thu fri sat".split(" ")

/** A place that was taken out of a text. @typedef {{ place: Located, rest: string }} Taken */

/**
 * Tell which weeks, days and dates the notes of a camp have.
 *
 * @param {Pick<Unit, "week" | "day" | "date" | "kind">[]} units
 * @returns {Camp}
 */
export const campOf = (units) => ({
  weeks: numbersOf(units.map(({ week }) => week)),
  days: numbersOf(units.map(({ day }) => day)),
  dates: [...new Set(units.map(({ date }) => date ?? ""))].filter(Boolean).sort(),
  datesOfWeek: datesByWeek(units),
  endsOfKind: endsByKind(units),
})

/** @param {Pick<Unit, "week" | "day" | "date" | "kind">[]} units */
const endsByKind = (units) => {
  const placed = units.filter(({ week, day, date }) => (week ?? day ?? date) !== undefined)
  const inOrder = placed.map((unit) => ({ unit, order: orderOf(unit) }))
  inOrder.sort((a, b) => (a.order < b.order ? -1 : Number(a.order > b.order)))
  /** @type {Camp["endsOfKind"]} */
  const ends = new Map()
  for (const { unit } of inOrder) {
    const last = locatedAt(unit)
    const { first } = ends.get(unit.kind ?? "") ?? { first: last }
    ends.set(unit.kind ?? "", { first, last })
  }
  return ends
}

/** A text by which places are in order. @param {Pick<Unit, "week" | "day" | "date">} place */
const orderOf = ({ week = 0, day = 0, date = "" }) =>
  [...[week, day].map((number) => String(number).padStart(4, "0")), date].join(" ")

/** @param {Pick<Unit, "week" | "day" | "date">} unit @returns {Located} */
const locatedAt = ({ week, day, date }) => ({
  week: week ?? null,
  day: day ?? null,
  date: date ?? null,
})

/**
 * Take out of a text that it asks for the first or last of a kind: 마지막 회고.
 *
 * @param {string} text
 * @param {string | undefined} kind
 * @param {Camp} camp
 * @returns {Taken | null}
 */
export const takeEndOfKind = (text, kind, { endsOfKind }) => {
  const ends = endsOfKind.get(kind ?? "")
  if (!kind || !ends) return null
  if (FIRST.test(text)) return { place: ends.first, rest: text.replace(FIRST, " ") }
  if (LAST.test(text)) return { place: ends.last, rest: text.replace(LAST, " ") }
  return null
}

/**
 * The same of a big notebook, as its head tells them.
 *
 * @param {Head["camp"]} told
 * @returns {Camp}
 */
export const campTold = ({ weeks, dates, days, ends }) => {
  /** @type {Camp["datesOfWeek"]} */
  const datesOfWeek = new Map()
  for (const [week, own] of Object.entries(weeks)) datesOfWeek.set(Number(week), new Set(own))
  /** @type {Camp["endsOfKind"]} */
  const endsOfKind = new Map()
  for (const [kind, [first, last]] of Object.entries(ends)) endsOfKind.set(kind, { first, last })
  return { weeks: [...datesOfWeek.keys()], days, dates, datesOfWeek, endsOfKind }
}

/** @param {(number | undefined)[]} values */
const numbersOf = (values) => {
  const told = values.filter((value) => value !== undefined)
  return [...new Set(told)].sort((a, b) => a - b)
}

/** @param {Pick<Unit, "week" | "date">[]} units */
const datesByWeek = (units) => {
  /** @type {Map<number, Set<string>>} */
  const dates = new Map()
  for (const { week, date } of units) {
    if (week === undefined || !date) continue
    const known = dates.get(week) ?? new Set()
    dates.set(week, known.add(date))
  }
  return dates
}

/**
 * Take a place out of a text; the first and last ones are those of the camp.
 *
 * @param {string} text
 * @param {Camp} camp
 * @returns {Taken}
 */
export const takePlace = (text, camp) => {
  const day = takeNumber(text, DAY)
  const week = takeNumber(day.rest, WEEK)
  const { date, rest } = takeDate(week.rest)
  const place = { week: week.number, day: day.number, date }
  const isTold = week.number !== null || day.number !== null || date !== null
  const taken = isTold ? { place, rest } : (takePeriod(text, camp) ?? takeOther(text, camp))
  const within = endOfWeek(taken, camp)
  return { place: onWeekday(within, camp), rest: within.rest }
}

/** Take the number of a day or week out of a text. @param {string} text @param {RegExp} pattern */
const takeNumber = (text, pattern) => {
  const match = pattern.exec(text)
  if (!match) return { number: null, rest: text }
  const number = match.slice(1).find((group) => group !== undefined)
  return { number: Number(number), rest: text.replace(match[0], " ") }
}

/**
 * Take what a camp has of places that are told otherwise: 0827, the last week.
 *
 * @param {string} text
 * @param {Camp} camp
 * @returns {Taken}
 */
const takeOther = (text, { weeks, days, dates }) => {
  const nowhere = { week: null, day: null, date: null }
  /** @type {[pattern: RegExp, place: Partial<Located>][]} */
  const ends = [
    [FIRST_WEEK, { week: weeks[0] }],
    [LAST_WEEK, { week: weeks.at(-1) }],
    [FIRST_DAY, days.length ? { day: days[0] } : { date: dates[0] }],
    [LAST_DAY, days.length ? { day: days.at(-1) } : { date: dates.at(-1) }],
  ]
  for (const [pattern, end] of ends) {
    const isKnown = Object.values(end).every((value) => value !== undefined)
    if (isKnown && pattern.test(text))
      return { place: { ...nowhere, ...end }, rest: text.replace(pattern, " ") }
  }
  const date = shortDateIn(text)
  const isThere = date !== null && dates.some((own) => isOnDate(own, date.date))
  if (!isThere) return { place: nowhere, rest: text }
  return { place: { ...nowhere, date: date.date }, rest: text.replace(date.written, " ") }
}

/**
 * Take a month, or the first one of a year, out of a text, or the first or last date of it.
 *
 * @param {string} text
 * @param {Camp} camp
 * @returns {Taken | null}
 */
const takePeriod = (text, { dates }) => {
  const period = monthIn(text) ?? newYearIn(text, dates)
  if (!period) return null
  const own = dates.filter((date) => isOnDate(date, period.date))
  if (own.length === 0) return null
  const end = takeEnd(text.replace(period.written, " "), own)
  return { place: { week: null, day: null, date: end.date ?? period.date }, rest: end.rest }
}

/**
 * Take out of a text which end of some dates it names, if it names one.
 *
 * @param {string} text
 * @param {string[]} dates
 */
const takeEnd = (text, dates) => {
  if (FIRST.test(text)) return { date: dates[0], rest: text.replace(FIRST, " ") }
  if (LAST.test(text)) return { date: dates.at(-1), rest: text.replace(LAST, " ") }
  return { rest: text }
}

/** The first or last date of the week that was named. @param {Taken} taken @param {Camp} camp */
const endOfWeek = (taken, { datesOfWeek }) => {
  const { place, rest } = taken
  const dates = [...(datesOfWeek.get(place.week ?? -1) ?? [])].sort()
  if (place.day !== null || place.date !== null || dates.length === 0) return taken
  const end = takeEnd(rest, dates)
  return end.date ? { place: { ...place, date: end.date }, rest: end.rest } : taken
}

/**
 * The January after the year in which the notes begin.
 *
 * @param {string} text
 * @param {string[]} dates
 */
const newYearIn = (text, dates) => {
  const found = NEW_YEAR.exec(text)
  const full = dates.filter((date) => date.length > 8)
  const later = full.find((date) => date.slice(0, 4) > full[0].slice(0, 4))
  return found && later ? { written: found[0], date: `${later.slice(0, 4)}-01-` } : null
}

/** The month that a text names, as dates begin with it. @param {string} text */
const monthIn = (text) => {
  const found = MONTH.exec(text)
  if (!found || Number(found[2]) > 12) return null
  const month = found[2].padStart(2, "0")
  return {
    written: found[0],
    date: [found[1], month, ""].filter((part) => part !== undefined).join("-"),
  }
}

/** The date that four digits may be. @param {string} text */
const shortDateIn = (text) => {
  const found = SHORT_DATE.exec(text)
  return found && { written: found[0], date: `${found[1]}-${found[2]}` }
}

/**
 * Whether a date is the one that was asked for, or in the month: 2023-07-, 07-.
 *
 * Dates without a year, on either side, are of any year.
 *
 * @param {string} own
 * @param {string} asked
 */
export const isOnDate = (own, asked) => {
  if (own === "") return false
  if (!asked.endsWith("-")) return own.endsWith(asked) || asked.endsWith(own)
  return own.startsWith(asked) || own.slice(-5).startsWith(asked.slice(-3))
}

/**
 * The day of the week within the week that was named, where the camp tells its date.
 *
 * @param {Taken} taken
 * @param {Camp} camp
 */
const onWeekday = ({ place, rest }, { datesOfWeek }) => {
  const weekday = weekdayIn(rest)
  if (weekday === null || place.week === null || place.day !== null) return place
  const isThen = (/** @type {string} */ date) => new Date(date).getUTCDay() === weekday
  const dates = [...(datesOfWeek.get(place.week) ?? [])]
  const date = place.date ?? dates.find((own) => own.length > 8 && isThen(own)) ?? null
  return date === null ? place : { ...place, date }
}

/** The number of the weekday that a text names, from Sunday. @param {string} text */
const weekdayIn = (text) => {
  const found = WEEKDAY.exec(text)
  if (!found) return null
  const [, korean, english, japanese] = found
  if (korean) return WEEKDAYS.indexOf(korean)
  if (english) return WEEKDAYS_ENGLISH.indexOf(english.slice(0, 3))
  return WEEKDAYS_JAPANESE.indexOf(japanese)
}
