/* What to type instead, where nothing is found. */

/** @import { Index, Query } from "../types.js" */
import { distance } from "../words/distance.js"
import { isHangul, jamo } from "../words/hangul.js"
import { lazily } from "../lazily.js"
import { rank } from "../ranking/ranking.js"
import { FAR, FARTHER, PART_APART } from "../ranking/weights.js"
import { stems } from "../words/words.js"

const MOST_REPLACED = 4 // words of a query
const MOST_OFFERED = 3
const SHORT = 4 // syllables from which on a word may be a compound
const LONG = 12 // a word of more syllables is looked at as a whole

/**
 * Find what to type instead: the query without its filters, or words of the notes most like it.
 *
 * @param {Index} index
 * @param {Query} query
 */
export const nearestWords = (index, query) => {
  if (Object.keys(query.filters).length && query.words.length) {
    const { pages } = rank(index, { ...query, filters: {} })
    if (pages.length) return [query.words.join(" ")]
  }
  const near = findNear(index, query.words.slice(0, MOST_REPLACED))
  const least = [...near.values()].reduce((some, other) => Math.min(some, other), Infinity)
  const notes = (/** @type {string} */ term) => index.terms.get(term)?.size ?? 0
  const offered = [...near].filter(([, apart]) => apart <= FARTHER * least)
  offered.sort((a, b) => a[1] - b[1] || notes(b[0]) - notes(a[0]))
  return offered.slice(0, MOST_OFFERED).map(([term]) => term)
}

/**
 * Words of the notes that are like one of what was typed, each with how unlike.
 *
 * @param {Index} index
 * @param {string[]} typed
 */
const findNear = (index, typed) => {
  const known = new Set(index.vocabulary)
  /** @type {Map<string, number>} */
  const near = new Map()
  for (const word of typed) {
    const letters = jamo(word)
    for (const term of index.vocabulary) {
      if (term.length < 2 || isHangul(term) !== isHangul(word)) continue
      const apart = apartness(word, letters, term, lazily(index.jamo, term, jamo))
      const base = stems(term).find((stem) => stem.length > 1 && known.has(stem)) ?? term
      if (apart <= FAR && apart < (near.get(base) ?? Infinity)) near.set(base, apart)
    }
  }
  return near
}

/**
 * How unlike a word, or the part of it that is most like it, a term is: from 0 to about 1.
 *
 * @param {string} word
 * @param {string} typed
 * @param {string} term
 * @param {string} letters
 */
const apartness = (word, typed, term, letters) => {
  const whole = distance(typed, letters, Math.ceil(FAR * typed.length)) / typed.length
  const mayHold = isHangul(word) && word.length >= SHORT && word.length <= LONG
  if (!mayHold || term.length >= word.length) return whole
  // 퀀텀컴퓨팅 has 컴퓨팅, which is like 컴퓨터.
  const starts = Array.from({ length: word.length - term.length + 1 }, (_, i) => i)
  const most = Math.ceil((FAR * letters.length) / PART_APART)
  const inside = starts.map((at) => {
    const part = jamo(word.slice(at, at + term.length))
    return distance(part, letters, most) / letters.length
  })
  return Math.min(whole, PART_APART * Math.min(...inside))
}
