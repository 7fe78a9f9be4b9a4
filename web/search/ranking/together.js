/* What several words of a query mean together: タグ付きユニオン for discriminated union. */

/** @import { Allows, Index, Matched, Query, WordFound } from "../types.js" */
import { findCompound } from "../words/compounds.js"
import { isKatakana } from "../words/kana.js"
import { lazily } from "../lazily.js"
import { meaningOf, scoreWord } from "./scoring.js"
import { soundAlike, sounds } from "../words/sounds.js"
import { SAME_PHRASE, SAME_TOGETHER, SPELT_SURE } from "./weights.js"

const MOST_TOGETHER = 3 // words that one loanword may spell
const IS_ENGLISH = /^[a-z]+$/

/**
 * What is found besides, and the words of the query that it stands for.
 *
 * @typedef {{ words: string[], found: WordFound }} Together
 */

/**
 * Find what means some words of a query: phrases that the build tells, and what sounds like them.
 *
 * @param {Index} index
 * @param {Query} query
 * @param {Allows} allows
 * @returns {Together[]}
 */
export const findTogether = (index, query, allows) => [
  ...findPhrases(index, query, allows),
  ...findLoanwords(index, query, allows),
]

/**
 * @param {Index} index
 * @param {Query} query
 * @param {Allows} allows
 * @returns {Together[]}
 */
const findPhrases = (index, query, allows) =>
  [...query.same].map(([phrase, words]) => {
    const meaning = lazily(query.meanings, phrase, () => meaningOf(index, phrase, false))
    const sameness = words.length > 1 ? SAME_TOGETHER : SAME_PHRASE
    // What the phrase scores is shared by the words that it stands for.
    return { words, found: scoreWord(index, phrase, meaning, allows, sameness / words.length) }
  })

/**
 * Find what katakana writes in one word: コールシグネチャ for call signature.
 *
 * @param {Index} index
 * @param {Query} query
 * @param {Allows} allows
 * @returns {Together[]}
 */
const findLoanwords = (index, query, allows) =>
  englishRuns(query.words).flatMap((words) => {
    const run = words.join("")
    const matched = loanwordsLike(index, run)
    if (matched.size === 0) return []
    const meaning = { matched, compound: findCompound(index, run) }
    return [{ words, found: scoreWord(index, run, meaning, allows, 1 / words.length) }]
  })

/**
 * English words that were typed behind one another, two or three at a time.
 *
 * @param {string[]} typed
 */
const englishRuns = (typed) =>
  typed.flatMap((_, at) => {
    const next = typed.slice(at, at + MOST_TOGETHER)
    const runs = next.slice(1).map((last) => next.slice(0, next.indexOf(last) + 1))
    return runs.filter((run) => run.every((word) => IS_ENGLISH.test(word)))
  })

/**
 * The terms of katakana that sound like a word.
 *
 * @param {Index} index
 * @param {string} word
 * @returns {Matched}
 */
const loanwordsLike = (index, word) => {
  const own = sounds(word)
  const soundsOf = (/** @type {string} */ term) => lazily(index.sounds, term, sounds)
  const loanwords = index.vocabulary.filter(isKatakana)
  const alike = loanwords.filter((term) => soundAlike(soundsOf(term), own))
  return new Map(alike.map((term) => [term, SPELT_SURE]))
}
