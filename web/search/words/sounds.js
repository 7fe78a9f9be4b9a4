/*
 * Words that sound alike. Korean and Japanese render an English word's consonants quite regularly
 * (외래어 표기법, 2017; 外来語の表記, 1991): two words sound alike where the consonants agree and the
 * vowels nearly do.
 */

/** @import { Sound } from "../types.js" */
import { distance } from "./distance.js"
import { FINALS, INITIALS, MEDIALS, isHangul, lettersOf } from "./hangul.js"
import { isKatakana, kanaSounds } from "./kana.js"
import { VOWELS_APART } from "../ranking/weights.js"

// Consonants that stand for one another, by the letters of INITIALS; ㅇ is silent there.
const KOREAN_CONSONANTS = [..."KKNTTLMPPSS-JJJKTPH"]
// ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ, each as the English vowel that it mostly stands for;
// ㅓ for any
const KOREAN_VOWEL = [..."aeae?e?eoaeoou?eiu-ii"]
const KOREAN_FINALS = " K K K N N N T L L M L L L P L M P P T T N J J K T P H".split(" ")

/** @type {[pattern: RegExp, by: string][]} */
const ENGLISH_SPELLINGS = [
  [/[aeo]r$/, "?"], // 어 in 서버 may be any vowel
  [/(?:t|ss|s)ion/g, "Sn"],
  [/ture|sure$/g, "J?"],
  [/ph/g, "f"],
  [/tch|ch/g, "J"],
  [/sh/g, "S"],
  [/th/g, "s"],
  [/ck/g, "k"],
  [/que$/g, "k"],
  [/x/g, "ks"],
  [/qu/g, "k"],
  [/c(?=[eiy])/g, "s"],
  [/ng(?![aeiou])/g, "N"],
  [/wh/g, "w"],
  [/kn/g, "n"],
  [/r(?![aeiouy])/g, ""],
  [/gh/g, ""],
  [/gu(?=[aei])/g, "g"],
  [/([a-zSJN])\1/g, "$1"],
]

// Letters that sound alike, behind the consonant that stands for them.
const ENGLISH_CONSONANTS = new Map(
  ["Kkcgq", "Ttd", "Pbpfv", "SsS", "JzJj", "NnN", "Mm", "Llr", "Hh"].flatMap(
    ([sound, ...letters]) => letters.map((letter) => [letter, sound]),
  ),
)

/** How a word may sound: its consonants, and its vowels. @param {string} word */
export const sounds = (word) => {
  if (isHangul(word)) return [koreanSound(word)]
  if (isKatakana(word)) return kanaSounds(word).map(spokenOnce)
  const soft = word.replace(/g(?=[eiy])/g, "J") // forget, but generate
  return [...new Set([word, soft])].map(englishSound)
}

/** @param {Sound} sound */
const spokenOnce = (sound) => ({ ...sound, consonants: withoutDoubles(sound.consonants) })

/** @param {string} consonants */
const withoutDoubles = (consonants) => consonants.replace(/(.)\1/g, "$1")

/** @param {string} word */
const koreanSound = (word) => {
  let consonants = ""
  let vowels = ""
  for (const character of word) {
    const letters = lettersOf(character)
    if (!letters) continue
    const [initial, medial, final] = letters
    if (INITIALS[initial] !== "ㅇ") consonants += KOREAN_CONSONANTS[initial]
    if (MEDIALS[medial] !== "ㅡ") vowels += KOREAN_VOWEL[medial]
    if (final) consonants += FINALS[final] === "ㅇ" ? "N" : KOREAN_FINALS[final]
  }
  const opens = INITIALS[lettersOf(word[0])?.[0] ?? 0] === "ㅇ"
  return {
    consonants: withoutDoubles(consonants),
    vowels,
    opens,
    isLoanword: true,
    letters: word.length,
  }
}

/** @param {string} word */
const englishSound = (word) => {
  const spelt = ENGLISH_SPELLINGS.reduce((text, [pattern, by]) => text.replace(pattern, by), word)
  const consonants = [...spelt].map((letter) => ENGLISH_CONSONANTS.get(letter) ?? "").join("")
  const sounded = spelt.replace(/e$/, "").replace(/y/g, "i").replace(/oo/g, "u")
  const vowels = sounded.replace(/e[ea]/g, "i").replace(/[^aeiou?]/g, "")
  const opens = /^(?:[aeiouwy]|ho[nu])/.test(word)
  return {
    consonants: withoutDoubles(consonants),
    vowels,
    opens,
    isLoanword: false,
    letters: word.length,
  }
}

const LEAST_LOOSE = 4 // letters of an English word that may sound otherwise a little

/** @param {string} x @param {string} y */
const isSameVowel = (x, y) => x === y || x === "?" || y === "?"

/** @param {Sound} a @param {Sound} b */
const isAlike = (a, b) => {
  if (a.consonants.length < 2 || a.consonants !== b.consonants) return false
  if (a.opens !== b.opens) return false // 어텐션 isn't denoising
  const english = a.isLoanword ? b : a
  if (english.letters < LEAST_LOOSE) return a.vowels === b.vowels // 버트 isn't but, bot or pad
  const longest = Math.max(a.vowels.length, b.vowels.length, 1)
  const apart = distance(a.vowels, b.vowels, longest, isSameVowel)
  return apart / longest <= VOWELS_APART[Math.min(a.consonants.length, VOWELS_APART.length - 1)]
}

/**
 * Whether a loanword and an English word, by how they may sound, sound alike.
 *
 * @param {Sound[]} some
 * @param {Sound[]} others
 */
export const soundAlike = (some, others) => some.some((a) => others.some((b) => isAlike(a, b)))
