/* What a query narrows itself to, and the place in the camp that it names. */

/** @import { FilterName, Index, Located, Query, Unit } from "../types.js" */
import { isHangul } from "../words/hangul.js"
import { isOnDate } from "./places.js"
import { bareName } from "../words/words.js"

/** @typedef {string | number | undefined} Value */

/** @param {Value} value @param {string} asked */
const isNumber = (value, asked) => value === Number.parseInt(asked, 10)

/**
 * Whether a tag is what was asked for, or is in it: nlp/rnn in nlp.
 *
 * @param {string} tag
 * @param {string} asked
 */
const isTag = (tag, asked) => {
  const levels = tag.split("/")
  return levels.some((_, last) => bareName(levels.slice(0, last + 1).join("")) === asked)
}

/**
 * What a filter looks at in a unit, and whether a value of it is what was asked for.
 *
 * @type {Record<FilterName, {
 *   of: (unit: Unit) => Value[], is: (value: Value, asked: string) => boolean
 * }>}
 */
export const FILTERS = {
  kind: { of: ({ kind }) => [kind], is: (kind, asked) => kind === asked },
  week: { of: ({ week }) => [week], is: isNumber },
  day: { of: ({ day }) => [day], is: isNumber },
  by: { of: ({ people }) => people, is: (name, asked) => bareName(String(name)).includes(asked) },
  tag: { of: ({ tags = [] }) => tags, is: (tag, asked) => isTag(String(tag), asked) },
}

/** The filters of a query that are on. @param {Query} query */
const filtersOn = ({ filters }) => /** @type {[FilterName, string][]} */ (Object.entries(filters))

/**
 * Whether a unit is let through by the query's filters, phrases and words to leave out.
 *
 * @param {Index} index
 * @param {number} number
 * @param {Query} query
 */
export const passes = ({ units, terms }, number, query) => {
  const unit = units[number]
  const says = (/** @type {string} */ phrase) => unit.whole.some((text) => text.includes(phrase))
  // Within Korean words too; but who wants nothing of ai wants e-mails all the same.
  const has = (/** @type {string} */ word) =>
    isHangul(word) ? says(word) : terms.get(word)?.has(number)
  const isMet = filtersOn(query).every(([name, asked]) => {
    const { of, is } = FILTERS[name]
    return of(unit).some((value) => is(value, asked))
  })
  if (!isMet || !query.phrases.every(says)) return false
  return !query.without.some(has) && !query.withoutPhrases.some(says)
}

/** Whether a query names a place in the camp. @param {Located} query */
export const isLocated = ({ week, day, date }) => week !== null || day !== null || date !== null

/**
 * Whether a unit stands at the place that a query names.
 *
 * @param {Unit} unit
 * @param {Located} asked
 */
export const isThere = (unit, { week, day, date }) => {
  if (week !== null && unit.week !== week) return false
  if (day !== null && unit.day !== day) return false
  return date === null || isOnDate(unit.date ?? "", date)
}
