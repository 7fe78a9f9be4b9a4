/* Terms of other languages that mean what was typed, as the build chose them (`meanings.py`). */

/** @import { Pairs, Query, Same } from "./types.js" */
import { lazily } from "./lazily.js"
import { MEANT_SURE, SAME_PHRASE } from "./weights.js"
import { joined, stems, words } from "./words.js"

const MOST_SAME = 3 // phrases that a query gets besides

/**
 * Read groups of terms: single words become pairs, and what has several is looked for as a whole.
 *
 * @param {string[]} groups
 * @param {Pairs} pairs
 * @returns {Same}
 */
export const readMeanings = (groups, pairs) => {
  /** @type {Same} */
  const same = new Map()
  for (const group of groups) {
    const [ours, others] = group.split("=").map((side) => side.split("|").filter(Boolean))
    for (const typed of [...ours, ...others]) {
      for (const said of ours) {
        if (said === typed) continue
        if (isWord(typed) && isWord(said)) addPartner(pairs, typed, said)
        else lazily(same, joined(typed), () => new Set()).add(joined(said))
      }
    }
  }
  return same
}

/** @param {string} term */
const isWord = (term) => words(term).length === 1

/** @param {Pairs} pairs @param {string} from @param {string} to */
const addPartner = (pairs, from, to) => {
  const known = lazily(pairs, from, () => new Map())
  if (!known.has(to)) known.set(to, MEANT_SURE)
}

/**
 * Give a query the phrases that mean a part of it; they weigh less than its words.
 *
 * @param {Query} query
 * @param {Same} same
 * @returns {Query}
 */
export const withMeanings = (query, same) => {
  const found = phrasesTyped(query).flatMap((phrase) => [...(same.get(phrase) ?? [])])
  const added = [...new Set(found)].filter((phrase) => !query.words.includes(phrase))
  if (added.length === 0) return query
  const some = added.slice(0, MOST_SAME)
  const weights = new Map(query.weights)
  for (const phrase of some) weights.set(phrase, SAME_PHRASE)
  // Before the last word, which alone may be half typed.
  return { ...query, words: [...some, ...query.words], weights }
}

/** Words of a query and two behind one another, with their stems. @param {Query} query */
const phrasesTyped = ({ words: typed }) =>
  typed.flatMap((word, at) => {
    const forms = [word, ...stems(word)]
    const second = at + 1 < typed.length ? [typed[at + 1], ...stems(typed[at + 1])] : []
    return [...forms, ...second.map((next) => word + next)]
  })
