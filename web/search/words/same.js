/* Terms that mean what was typed, as the build chose them (`meanings.py`). */

/** @import { Pairs, Query, Same } from "../types.js" */
import { lazily } from "../lazily.js"
import { addPair } from "./pairs.js"
import { soundAlike, sounds } from "./sounds.js"
import { MEANT_SURE, SPELT_SURE } from "../ranking/weights.js"
import { joined, stems, words } from "./words.js"

const MOST_SAME = 3 // phrases that a query gets besides
const MOST_TOGETHER = 3 // words of a phrase that are typed apart

/**
 * Read lines of terms.
 *
 * - `attention~어텐션` are spellings of one word.
 * - In `손실=loss|loss function`, all lead to those before the sign. Single words become pairs, and
 *   what has several is looked for as a whole.
 *
 * @param {string[]} lines
 * @returns {Same}
 */
export const readMeanings = (lines) => {
  /** @type {Same} */
  const same = { pairs: new Map(), phrases: new Map() }
  for (const line of lines) {
    const [english, ...korean] = line.split("~")
    for (const word of korean) addPair(same.pairs, english, word, SPELT_SURE)
    if (korean.length === 0) readGroup(line, same)
  }
  return same
}

/** @param {string} group @param {Same} same */
const readGroup = (group, { pairs, phrases }) => {
  const [ours, others] = group.split("=").map((side) => side.split("|").filter(Boolean))
  for (const typed of [...ours, ...others]) {
    for (const said of ours) {
      if (said === typed) continue
      if (isWord(typed) && isWord(said)) addPartner(pairs, typed, said)
      else lazily(phrases, joined(typed), () => new Set()).add(joined(said))
    }
  }
}

/** @param {string} term */
const isWord = (term) => words(term).length === 1

/** @param {Pairs} pairs @param {string} from @param {string} to */
const addPartner = (pairs, from, to) => {
  const known = lazily(pairs, from, () => new Map())
  const isSpelt = soundAlike(sounds(from), sounds(to))
  if (!known.has(to)) known.set(to, isSpelt ? SPELT_SURE : MEANT_SURE)
}

/**
 * Give a query the phrases that mean some of its words.
 *
 * @param {Query} query
 * @param {Same} same
 * @returns {Query}
 */
export const withMeanings = (query, { phrases }) => {
  /** @type {Map<string, string[]>} */
  const same = new Map()
  for (const { phrase, words: typed } of phrasesTyped(query)) {
    for (const other of phrases.get(phrase) ?? []) {
      const isNew = !same.has(other) && !query.words.includes(other)
      if (isNew && same.size < MOST_SAME) same.set(other, typed)
    }
  }
  return { ...query, same }
}

/**
 * Words of a query and some behind one another, without spaces; the last of them with its stems.
 *
 * @param {Query} query
 * @returns {{ phrase: string, words: string[] }[]}
 */
const phrasesTyped = ({ words: typed }) =>
  typed.flatMap((_, at) => {
    const together = typed.slice(at, at + MOST_TOGETHER)
    return together.flatMap((last, i) => {
      const before = together.slice(0, i)
      const forms = [last, ...stems(last)]
      return forms.map((form) => ({
        phrase: joined([...before, form].join("")),
        words: [...before, last],
      }))
    })
  })
