/* What notes say just as it was typed: nullとundefinedの違い, 크롤링한 데이터. */

/** @import { Index, Page, Query } from "../types.js" */
import { VERBATIM } from "./weights.js"
import { joined } from "../words/words.js"

/**
 * Raise pages by how much of what was typed stands there in one run, beyond a single word. A word
 * with its particle is no run: what follows it elsewhere says nothing of the note.
 *
 * @param {Index} index
 * @param {Query} query
 * @param {Page[]} pages
 */
export const raiseVerbatim = (index, query, pages) => {
  const typed = joined(query.text)
  const word = Math.max(0, ...query.words.map((own) => joined(own).length))
  const most = typed.length - word
  if (query.words.length < 2 || most <= 0) return
  for (const page of pages) {
    const texts = page.units.flatMap(([number]) => index.units[number].whole)
    const run = texts.reduce((longest, text) => longestRun(typed, text, longest), word)
    page.score *= 1 + (VERBATIM * (run - word)) / most
  }
}

/**
 * How long a run of what was typed stands in a text; `least` if none is longer.
 *
 * @param {string} typed
 * @param {string} text
 * @param {number} least
 */
const longestRun = (typed, text, least) => {
  let longest = least
  for (let at = 0; at + longest < typed.length; at++) {
    while (at + longest < typed.length && text.includes(typed.slice(at, at + longest + 1))) {
      longest += 1
    }
  }
  return longest
}
