/*
 * How katakana sounds: a loanword's consonants and vowels, by the letters of `sounds.js`.
 *
 * Japanese has no consonant alone but n, so u stands behind most others, and o behind t and d: プロミス
 * is promise. Whether such a vowel is spoken isn't told, so both are tried.
 */

/** @import { Sound } from "../types.js" */

const VOWELS = "aiueo"
const NONE = "・" // in the place of a letter that another line tells
/** Letters by their consonant, each row in the order of the vowels. */
const ROWS = {
  "": ["アイウエオ", "ヤ・ユ・ヨ", "ワ"],
  K: ["カキクケコ", "ガギグゲゴ"],
  S: ["サシスセソ"],
  J: ["ザジズゼゾ", "・チ"],
  T: ["タ・ツテト", "ダ・ヅデド"],
  N: ["ナニヌネノ"],
  H: ["ハヒ・ヘホ"],
  P: ["バビブベボ", "パピプペポ", "・・フ", "・・ヴ"],
  M: ["マミムメモ"],
  L: ["ラリルレロ"],
}
// They take the place of the vowel before: ファ is fa, シャ is sha.
const SMALL = new Map(
  Object.entries({ ァ: "a", ィ: "i", ゥ: "u", ェ: "e", ォ: "o", ャ: "a", ュ: "u", ョ: "o" }),
)
const MAY_BE_SILENT = /^[クグスズツヅトドブプフヴムル](?![ァィゥェォャュョー])/
const BEFORE_LIPS = /ン(?=[バビブベボパピプペポマミムメモ])/g // m of コンパイラ
const OPENS = /^[アイウエオヤユヨワ]/
const KATAKANA_WORD = /^[ァ-ヴー]+$/

/** @typedef {{ consonant: string, vowel: string }} Syllable */

/** @type {Map<string, Syllable>} */
const SYLLABLES = new Map()
for (const [consonant, rows] of Object.entries(ROWS)) {
  for (const row of rows) {
    for (const [at, letter] of [...row].entries()) {
      if (letter !== NONE) SYLLABLES.set(letter, { consonant, vowel: VOWELS[at] })
    }
  }
}
SYLLABLES.set("ン", { consonant: "N", vowel: "" })

/** Whether a word is of katakana alone. @param {string} word */
export const isKatakana = (word) => KATAKANA_WORD.test(word)

/** How a word of katakana may sound. @param {string} word @returns {Sound[]} */
export const kanaSounds = (word) => [true, false].map((isSilent) => kanaSound(word, isSilent))

/** @param {string} word @param {boolean} isSilent */
const kanaSound = (word, isSilent) => {
  const spoken = word.replace(/ング/g, "ン").replace(BEFORE_LIPS, "ム")
  let consonants = ""
  let vowels = ""
  for (const [at, letter] of [...spoken].entries()) {
    const small = SMALL.get(letter)
    if (small) vowels = vowels.slice(0, -1) + small
    const { consonant, vowel } = SYLLABLES.get(letter) ?? { consonant: "", vowel: "" }
    consonants += consonant
    const isLeftOut = isSilent && MAY_BE_SILENT.test(spoken.slice(at, at + 2))
    if (!isLeftOut) vowels += vowel
  }
  return { consonants, vowels, opens: OPENS.test(word), isLoanword: true, letters: word.length }
}
