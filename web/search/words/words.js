/*
 * From text to terms: words, and what is left of a Korean word without particle and ending.
 * The rules are those of `words.py`; a test holds the two together.
 */

import { BEHIND_ONE, ENDINGS, PARTICLES, SUFFIXES, VERB, VERBS } from "./korean.js"
import { lazily } from "../lazily.js"
import { BETWEEN, LONG, RUN, even, isPaired, pairsOf } from "./letters.js"

const LONGEST = Math.max(...[...SUFFIXES].map((suffix) => suffix.length))
const SHORT_PARTICLES = new Set("은는을를")
const ENGLISH_SUFFIXES = new Set(["ing", "ed", "es", "s"])

/**
 * Return the words of a text; a change of script ends a word, so that `BERT는` is two.
 *
 * Where a script has no spaces, pairs of letters are its words: 部分 and 分型 of 部分型.
 *
 * @param {string} text
 * @returns {string[]}
 */
export const words = (text) => {
  const runs = even(text).match(RUN) ?? []
  return runs.some(isPaired) ? runs.flatMap(wordsOfRun) : runs
}

/** @param {string} run */
const wordsOfRun = (run) => (isPaired(run) ? pairsOf(run) : [run])

/**
 * Cut a word's longest ending off, so that 에서는 goes as a whole; `least` letters stay.
 *
 * @param {string} word
 * @param {Set<string>} endings
 * @param {number} least
 */
const cut = (word, endings, least) => {
  for (let length = Math.min(LONGEST, word.length - least); length > 0; length--) {
    if (endings.has(word.slice(-length))) return word.slice(0, -length)
  }
  return word
}

/** Return a Korean word without its particles: 큐 of 큐는, but not 강 of 강의. @param {string} word */
export const withoutParticle = (word) =>
  word.length > 2 ? cut(word, PARTICLES, 2) : cut(word, SHORT_PARTICLES, 1)

/**
 * Return the noun or the verb that a word is made of, if it is a form of a verb.
 *
 * 제공 of 제공해주었다, and 고르다, as dictionaries have it, of 골랐다.
 *
 * @param {string} word
 */
export const verbal = (word) => {
  const groups = VERB.exec(word.normalize("NFD")) ?? []
  const at = groups.findIndex((group, place) => place > 0 && group)
  if (at < 0) return undefined
  return at > VERBS.length ? groups[at].normalize("NFC") : VERBS[at - 1] + "다"
}

/** @param {string} word */
const withoutEnding = (word) => verbal(word) ?? cut(word, ENDINGS, 2)

/** @param {string} word */
const koreanStems = (word) => {
  const least = word.length > 2 ? 2 : 1
  const bare = withoutParticle(word)
  const root = withoutEnding(word)
  const forms = [bare, root, withoutEnding(bare), cut(root, PARTICLES, 2)]
  const others = forms.filter((form) => form !== word && form.length >= least)
  if (BEHIND_ONE.has(word.slice(1))) others.push(word[0]) // 웹 of 웹이랑
  return [...new Set(others)]
}

/** @param {string} word */
const englishStems = (word) => {
  const bare = cut(word, ENGLISH_SUFFIXES, 3)
  return bare !== word && !word.endsWith("ss") ? [bare] : []
}

/** @param {string} word */
const findStems = (word) => {
  if (/^[가-힣]{2,}$/.test(word)) return koreanStems(word)
  if (word.length > 2 && word.endsWith(LONG)) return [word.slice(0, -1)] // サーバ of サーバー
  return /^[a-z]{4,}$/.test(word) ? englishStems(word) : []
}

/** @type {Map<string, string[]>} */
const stemsKnown = new Map()

/**
 * Return what a word may be a form of: 학습 of 학습하는, 모델 of 모델에서는, layer of layers.
 *
 * @param {string} word
 */
export const stems = (word) => lazily(stemsKnown, word, findStems)

/**
 * Return a text with its spaces gone, in which compounds are found however they are spaced.
 *
 * @param {string} text
 */
export const joined = (text) => even(text).replace(BETWEEN, "")

/**
 * Return a name without what stands between its letters, of any script: 윤서진, josé.
 *
 * @param {string} name
 */
export const bareName = joined
