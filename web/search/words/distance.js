/* How far apart two words are, as a finger slips. */

import { isHangul, lettersApart } from "./hangul.js"

/**
 * Count the edits that two texts are apart, two neighbours changing places being one.
 *
 * Returns `most` + 1 if there are more than `most`. `equal` tells which characters are the same.
 *
 * @param {string} a
 * @param {string} b
 * @param {number} most
 */
export const distance = (
  a,
  b,
  most,
  equal = (/** @type {string} */ x, /** @type {string} */ y) => x === y,
) => {
  if (Math.abs(a.length - b.length) > most) return most + 1
  /** @type {number[]} */
  let before = []
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = equal(a[i - 1], b[j - 1]) ? 0 : 1
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same)
      if (isSwapped(a, b, i, j)) next[j] = Math.min(next[j], before[j - 2] + 1)
      least = Math.min(least, next[j])
    }
    if (least > most) return most + 1
    before = row
    row = next
  }
  return row[b.length]
}

/**
 * Whether the two characters before `i` in one text are those before `j` in the other, swapped.
 *
 * @param {string} a
 * @param {string} b
 * @param {number} i
 * @param {number} j
 */
const isSwapped = (a, b, i, j) => i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]

const FEWEST_SYLLABLES = 3 // of words in which a slip within one syllable can be told

/**
 * Whether two Korean words differ in one letter of one syllable: 언도우, 윈도우.
 *
 * It may have taken more than one key.
 *
 * @param {string} some
 * @param {string} other
 */
export const isOneSlip = (some, other) => {
  if (some.length !== other.length || some.length < FEWEST_SYLLABLES) return false
  if (!isHangul(some) || !isHangul(other)) return false
  const at = [...some].findIndex((syllable, i) => syllable !== other[i])
  if (at < 0 || some.slice(at + 1) !== other.slice(at + 1)) return false
  return lettersApart(some[at], other[at]) === 1
}
