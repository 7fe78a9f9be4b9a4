/*
 * The letters of every script, and each in one form. The rules are those of `letters.py`; a test
 * holds the two together.
 */

/** Small letters that aren't letters with something added, as they are typed without it. */
const PLAIN = new Map(Object.entries({ ς: "σ", ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ł: "l" }))

// Neither ASCII nor Hangul, whose letters have one form each.
const OTHERS = /[^\0-\x7f\u3131-\u318e가-힣]+/g
const ACCENTS = /[\u0300-\u036f]/g

/** @param {string} others */
const foldOthers = (others) => {
  const apart = others.normalize("NFKD").replace(ACCENTS, "")
  const small = apart.normalize("NFC").toLowerCase()
  return small.replace(/[ςßæœøđł]/g, (letter) => PLAIN.get(letter) ?? letter)
}

/**
 * Return a text with each letter in one form: small, without accents, of usual width.
 *
 * Naïve is naive, ＡＷＳ is aws, ｶﾅ is カナ.
 *
 * @param {string} text
 */
export const even = (text) => text.normalize("NFC").toLowerCase().replace(OTHERS, foldOthers)

// Scripts without spaces between words, whose words are found by pairs of letters: Han, hiragana,
// and those of Thailand, Laos, Burma and Cambodia.
export const HAN = "々〆\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
export const HIRAGANA = "ぁ-ゖゝゞ"
const SOUTH_EAST = "\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u109f\u1780-\u17d3"
export const KATAKANA = "ァ-ヺヽヾ"
export const LONG = "ー" // holds the vowel of kana
// Letters of all other scripts: Greek, Cyrillic, Arabic, Devanagari …, without their punctuation.
const ELSEWHERE =
  "\u00f0\u00fe\u0100-\u02af\u0370-\u037d\u037f-\u0386\u0388-\u0559\u0560-\u0588\u05d0-\u05f2" +
  "\u0620-\u0669\u066e-\u06d3\u06d5-\u07f5\u0800-\u0963\u0966-\u0dff\u0f00-\u0fff" +
  "\u10a0-\u10ff\u1200-\u177f\u1810-\u1fff"

const KOREAN = "[가-힣ㄱ-ㅎㅏ-ㅣ]{1,40}"
const LATIN = "[a-z0-9]{1,40}(?:[+#]{1,4}|(?:[._-][a-z0-9]{1,40}){1,8})?"
const PAIRED = `[${HAN}${HIRAGANA}${SOUTH_EAST}][${HAN}${HIRAGANA}${SOUTH_EAST}${LONG}]{0,39}`

/** Words of scripts with spaces, and runs of the others. */
export const RUN = new RegExp(
  `${KOREAN}|${LATIN}|[${KATAKANA}${LONG}]{1,40}|${PAIRED}|[${ELSEWHERE}]{1,40}`,
  "g",
)
const IS_PAIRED = new RegExp(`^[${HAN}${HIRAGANA}${SOUTH_EAST}]`)

/** Whether a text begins with a letter of a script without spaces. @param {string} text */
export const isPaired = (text) => IS_PAIRED.test(text)

/** The pairs of neighbours in a run; a letter alone is its own. @param {string} run */
export const pairsOf = (run) => {
  if (run.length < 3) return [run]
  return Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))
}

/** What isn't a letter or a digit of any script. */
export const BETWEEN = /[^\p{L}\p{N}]+/gu
