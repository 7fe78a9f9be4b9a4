/* The text of a result: a part of what was found, in pieces, with what was found marked in it. */

/** @import { Piece, Surely } from "../types.js" */

import { HAN, HIRAGANA, KATAKANA, LONG, even } from "../words/letters.js"

const EXCERPT = 180 // characters
const BEFORE = 50 // of them, before the word
const MARKED = new RegExp(
  `[가-힣ㄱ-ㅎ]+|[a-z0-9]+(?:[+#]+|(?:[._-][a-z0-9]+)+)?|[${HAN}]+|[${HIRAGANA}]+|` +
    `[${KATAKANA}${LONG}ｦ-ﾟ]+|(?:(?![가-힣ㄱ-ㅎ${HAN}${HIRAGANA}])[\\p{L}\\p{M}])+`,
  "giu",
)

/**
 * Cut a text into pieces: what the query's words were found by, in whole words with their
 * particles, and what is between.
 *
 * @param {string} text
 * @param {string[]} terms
 * @returns {Piece[]}
 */
export const markPieces = (text, terms) => {
  /** @type {Piece[]} */
  const pieces = []
  let end = 0
  for (const match of terms.length ? text.matchAll(MARKED) : []) {
    if (!isMarked(even(match[0]), terms)) continue
    pieces.push({ text: text.slice(end, match.index), isFound: false })
    pieces.push({ text: match[0], isFound: true })
    end = match.index + match[0].length
  }
  pieces.push({ text: text.slice(end), isFound: false })
  return pieces.filter((piece) => piece.text)
}

/** @param {string} word @param {string[]} terms */
const isMarked = (word, terms) =>
  terms.some((term) => word.startsWith(term) || (term.length >= 2 && word.includes(term)))

/**
 * Cut out the part of a text around the first place of what each word is most surely found by.
 *
 * `best` are the terms of each word, the surest first.
 *
 * @param {string} text
 * @param {Surely[][]} best
 */
export const excerpt = (text, best) => {
  const at = firstPlace(text.toLowerCase(), best)
  const start = startBefore(text, at)
  const end = start + EXCERPT
  const part = text.slice(start, end).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "") // half an emoji
  return `${start > 0 ? "…" : ""}${part}${end < text.length ? "…" : ""}`
}

/** @param {string} text @param {Surely[][]} best */
const firstPlace = (text, best) => {
  const places = best.map((found) => {
    const own = found.map(([term]) => text.indexOf(term))
    return own.find((place) => place >= 0) ?? text.length
  })
  return Math.min(...places, text.length)
}

/**
 * Where an excerpt begins, with a word if there is one before the place.
 *
 * @param {string} text
 * @param {number} at
 */
const startBefore = (text, at) => {
  if (at === text.length) return 0
  const earliest = Math.max(0, Math.min(at - BEFORE, text.length - EXCERPT))
  const space = text.indexOf(" ", earliest)
  return earliest > 0 && space >= 0 && space < at ? space + 1 : earliest
}
