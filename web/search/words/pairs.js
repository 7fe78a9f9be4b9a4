/* Terms and what else they are called: what the build tells, and what the notes pair. */

/** @import { Index, Pairs, Surely } from "../types.js" */
import { lazily } from "../lazily.js"
import { soundAlike, sounds } from "./sounds.js"
import { MEANT_SURE, SPELT_SURE } from "../ranking/weights.js"
import { stems } from "./words.js"

const MOST_PARTNERS = 8 // of one term, whatever a note may pair it with
const PAIRED =
  /([가-힣]{2,12})\s?\(\s?([a-z][a-z-]{2,24})\s?\)|\b([a-z][a-z-]{2,24})\s?\(\s?([가-힣]{2,12})\s?\)/gi

/**
 * Put a pair of terms, and how surely they mean the same, into a table, by either.
 *
 * @param {Pairs} table
 * @param {string} some
 * @param {string} other
 * @param {number} sure
 */
export const addPair = (table, some, other, sure) => {
  addPartner(table, some, other, sure)
  addPartner(table, other, some, sure)
}

/** @param {Pairs} table @param {string} from @param {string} to @param {number} sure */
const addPartner = (table, from, to, sure) => {
  const known = lazily(table, from, () => new Map())
  const isRoom = known.has(to) || known.size < MOST_PARTNERS
  if (isRoom && (known.get(to) ?? 0) < sure) known.set(to, sure)
}

/**
 * Return terms that mean the same as a term: as the build tells, and as the notes pair them.
 *
 * Two Korean words for one English word mean the same too: 데드락, 교착.
 *
 * @param {string} term
 * @param {Pick<Index, "pairs" | "told">} index
 * @returns {Surely[]}
 */
export const partnersOf = (term, { pairs, told }) => {
  const partners = (/** @type {string} */ of) => [...(told.get(of) ?? []), ...(pairs.get(of) ?? [])]
  const found = partners(term)
  for (const [other, sure] of partners(term)) {
    for (const [third, surely] of partners(other)) found.push([third, sure * surely])
  }
  return found
}

/**
 * Return what the notes pair: 쇄도(stampede).
 *
 * @param {{ title: string, text: string }[]} units
 */
export const learnPairs = (units) => {
  /** @type {Pairs} */
  const table = new Map()
  for (const { title, text } of units) {
    for (const match of `${title} ${text}`.matchAll(PAIRED)) {
      const korean = match[1] ?? match[4]
      const english = (match[2] ?? match[3]).toLowerCase()
      // 이를 쇄도(stampede)라고: the word before the bracket is a name of what is in it.
      for (const form of [korean, ...stems(korean)]) {
        const isSpelt = soundAlike(sounds(form), sounds(english))
        addPair(table, english, form, isSpelt ? SPELT_SURE : MEANT_SURE)
      }
    }
  }
  return table
}
