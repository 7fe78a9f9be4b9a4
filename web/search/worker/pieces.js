/* Which pages of a big notebook have a piece of a word, as its parts tell (`parts.py`). */

/** @import { Camp, Doc, Head, Same } from "../types.js" */
import { isHangul, isInitials } from "../words/hangul.js"
import { once } from "../lazily.js"

const MOST_RUNS = 4 // pieces of a word that are looked up

/** Pages by their numbers, each with its weight. @typedef {Map<number, number>} PageWeights */

/** Fetches a part of the notebook. @typedef {(path: string) => Promise<any>} FetchPart */

/**
 * What a notebook in parts knows by now.
 *
 * @typedef {object} Known
 * @property {Head} head
 * @property {Camp} camp
 * @property {Same} same
 * @property {FetchPart} fetchPart
 * @property {() => boolean} hasRoom whether more may be loaded before anything is shown
 * @property {Map<number, Promise<Record<string, string>>>} files of pieces, by their numbers
 * @property {Map<string, Promise<PageWeights>>} found the pages of pieces
 * @property {Map<string, Promise<any>>} others that are seldom asked for, by their names
 * @property {Map<number, Promise<{ docs: Doc[], forms: Record<string, string> }>>} loaded pages
 */

/**
 * Return the pieces by which a word is found, the fewest that do; as in `words.py`.
 *
 * @param {string} word
 */
export const grams = (word) => {
  if (isInitials(word)) return [word.slice(0, 3)]
  const length = isHangul(word) ? 2 : 3
  if (word.length < length) return [`^${word}`]
  const starts = Array.from({ length: word.length - length + 1 }, (_, i) => i)
  const spread = starts.length <= MOST_RUNS ? starts : spreadOver(starts)
  return [...new Set(spread.map((at) => word.slice(at, at + length)))]
}

/**
 * Some of the places at which pieces begin, from the first to the last.
 *
 * @param {number[]} starts
 */
const spreadOver = (starts) => {
  const step = Math.max(1, (starts.length - 1) / (MOST_RUNS - 1))
  return starts.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step))
}

/**
 * Read the numbers of pages and their weights from groups of seven bits in base 64.
 *
 * @param {string | undefined} written
 */
const decodePages = (written) => {
  /** @type {PageWeights} */
  const pages = new Map()
  let page = -1
  let value = 0
  let shift = 0
  for (const character of atob(written ?? "")) {
    const byte = character.charCodeAt(0)
    value |= (byte & 127) << shift
    shift += 7
    if (byte < 128) {
      page += (value >> 2) + 1
      pages.set(page, value & 3)
      value = shift = 0
    }
  }
  return pages
}

/** The pages that have a piece. @param {Known} known @param {string} gram */
export const pagesWith = (known, gram) =>
  once(known.found, gram, async () => {
    const file = fileOf(known.head.starts, gram)
    const pieces = await once(known.files, file, (number) =>
      known.fetchPart(`grams/${number}.json`),
    )
    return decodePages(pieces[gram])
  })

/**
 * The pages that have a piece; null if its file isn't at hand, and there is no room to load it.
 *
 * @param {Known} known
 * @param {string} gram
 * @returns {Promise<PageWeights | null>}
 */
export const pagesIfRoom = async (known, gram) => {
  const isAtHand = known.files.has(fileOf(known.head.starts, gram))
  return isAtHand || known.hasRoom() ? pagesWith(known, gram) : null
}

/** The number of the file that has a piece. @param {string[]} starts @param {string} gram */
const fileOf = (starts, gram) => {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (starts[middle] <= gram) low = middle
    else high = middle
  }
  return low
}
