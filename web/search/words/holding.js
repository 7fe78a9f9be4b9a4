/* Terms that hold a word: 선형회귀 holds 회귀. */

/** @import { Add, Index, Sought } from "../types.js" */
import { isHangul } from "./hangul.js"
import { DERIVING } from "./korean.js"
import {
  COMPOUND_SURE,
  ENGLISH_BEGINNING,
  ENGLISH_WITHIN,
  KOREAN_END,
  KOREAN_WITHIN,
  SYLLABLE_BEGINNING,
} from "../ranking/weights.js"

const FEWEST_WITHIN = 4 // letters of an English word that is looked for within others

/**
 * Add terms that begin or end with something sought, or hold it.
 *
 * @param {Index} index
 * @param {Sought[]} sought
 * @param {Add} add
 */
export const addByParts = (index, sought, add) => {
  const long = sought.filter(({ form }, i) => form.length > 1 || (i === 0 && isHangul(form)))
  for (const term of index.vocabulary) {
    for (const { form, sure, within } of long) {
      const at = term.indexOf(form)
      if (at < 0 || form === term || (at > 0 && !within)) continue
      add(term, sure * holdingSure(index, term, form, at))
    }
  }
}

/**
 * How surely a term that holds another at a place is about it; 0 if it isn't.
 *
 * @param {Index} index
 * @param {string} term
 * @param {string} form
 * @param {number} at
 */
const holdingSure = (index, term, form, at) => {
  const share = form.length / term.length
  if (!isHangul(form)) return englishSure(form, at, share)
  if (form.length < 2) return at === 0 ? by(SYLLABLE_BEGINNING, share) : 0
  const isEnd = at === 0 || at + form.length === term.length
  if (!isEnd) return by(KOREAN_WITHIN, share)
  return isAbout(index, term, form, at) ? COMPOUND_SURE : by(KOREAN_END, share)
}

/** @param {{ least: number, share: number }} weights @param {number} share */
const by = (weights, share) => weights.least + weights.share * share

/**
 * 어텐션메커니즘 is about 어텐션; classification isn't about class.
 *
 * @param {string} form
 * @param {number} at
 * @param {number} share
 */
const englishSure = (form, at, share) => {
  if (at === 0) return by(ENGLISH_BEGINNING, share)
  return form.length >= FEWEST_WITHIN ? by(ENGLISH_WITHIN, share) : 0
}

/**
 * Whether what is left of a term without its beginning or end is a word, or makes one.
 *
 * What is left of 최대회귀 without 회귀 is a word too, unlike that of 블로그 without 로그.
 *
 * @param {Index} index
 * @param {string} term
 * @param {string} form
 * @param {number} at
 */
const isAbout = (index, term, form, at) => {
  const rest = at === 0 ? term.slice(form.length) : term.slice(0, at)
  return rest.length > 1 ? index.terms.has(rest) : at === 0 && DERIVING.has(rest)
}
