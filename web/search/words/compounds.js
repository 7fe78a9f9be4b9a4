/* Compounds, which Korean writes in one word or in several: 언어모델, 언어 모델. */

/** @import { Compound, Index, Postings } from "../types.js" */
import { isHangul } from "./hangul.js"
import { SUFFIXES } from "./korean.js"
import { HAN, HIRAGANA, KATAKANA, LONG, even } from "./letters.js"
import { LONGER } from "../ranking/weights.js"
import { verbal, words } from "./words.js"

const MOST_WRITTEN = 8 // parts of a compound that are marked
const LONGEST_SUFFIX = 4 // syllables, behind a compound
const SHORTEST = 3 // letters

// What a joined text is made of: any letter may begin a word where there are no spaces.
const PART = new RegExp(
  `[가-힣]+|[a-z]+|[0-9]+|[${KATAKANA}${LONG}]+|[${HAN}${HIRAGANA}]|` +
    `(?:(?![가-힣a-z0-9${KATAKANA}${LONG}${HAN}${HIRAGANA}])[\\p{L}\\p{N}])+`,
  "gu",
)

/** Find where in the joined text words begin: 배열 in 2차원 배열, 차원 too. @param {string} text */
export const wordStarts = (text) => {
  const starts = new Set([0])
  let at = 0
  for (const [word] of even(text).matchAll(PART)) {
    at += word.length
    starts.add(at)
  }
  return starts
}

/**
 * Count how often a joined text holds a compound: as whole words, but for a particle behind.
 *
 * A Korean one that goes on counts less: 세션 진행 in 피어세션 진행, 경사하강 in 경사 하강법.
 *
 * @param {string} text
 * @param {Set<number>} starts
 * @param {string} compound
 */
const heldAs = (text, starts, compound) => {
  let held = 0
  for (let at = text.indexOf(compound); at >= 0; at = text.indexOf(compound, at + 1)) {
    if (starts.has(at) && isWholeTo(text, starts, at + compound.length)) held += 1
    else if (isHangul(compound)) held += LONGER
  }
  return held
}

/**
 * Whether a word ends at a place in a joined text, but for a particle or ending.
 *
 * @param {string} text
 * @param {Set<number>} starts
 * @param {number} end
 */
const isWholeTo = (text, starts, end) => {
  for (let tail = 0; tail <= LONGEST_SUFFIX && end + tail <= text.length; tail++) {
    const isEnd = starts.has(end + tail)
    if (isEnd) return tail === 0 || isSuffix(text.slice(end - 2, end), text.slice(end, end + tail))
  }
  return false
}

/**
 * Whether 에서 or 하는 may stand behind a word that ends so.
 *
 * @param {string} end
 * @param {string} tail
 */
const isSuffix = (end, tail) => SUFFIXES.has(tail) || verbal(end + tail) === end

/**
 * Find how often a compound stands in the units, also where it is written apart, and how.
 *
 * @param {Index} index
 * @param {string} compound
 * @returns {Compound}
 */
export const findCompound = (index, compound) => {
  /** @type {Postings} */
  const counts = new Map()
  /** @type {Set<string>} */
  const written = new Set()
  if (compound.length < SHORTEST) return { counts, written }
  const spaced = new RegExp([...compound].join("\\s*"))
  for (const [number, unit] of index.units.entries()) {
    const held = unit.joined.map((text, field) => heldAs(text, unit.starts[field], compound))
    if (!held.some(Boolean)) continue
    counts.set(number, held)
    if (written.size >= MOST_WRITTEN) continue
    const [found = ""] = spaced.exec(even(`${unit.title} ${unit.text}`)) ?? []
    for (const part of words(found)) if (part.length > 1) written.add(part)
  }
  return { counts, written }
}

/**
 * Whether words may be the parts of one: 회귀 분석, hyper parameter.
 *
 * @param {string[]} typed
 */
export const isCompound = (typed) => {
  if (typed.length < 2 || typed.length > 3) return false
  return [/^[가-힣]+$/, /^[a-z]+$/].some((script) => typed.every((word) => script.test(word)))
}
