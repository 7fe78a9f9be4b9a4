/* The words of a query that say what it is about, each with how much it weighs. */

import { isHangul } from "../words/hangul.js"
import { PARTICLES } from "../words/korean.js"
import { HAN, HIRAGANA, LONG, RUN, even, isPaired, pairsOf } from "../words/letters.js"
import {
  ASKED_OF_DOING,
  DOING,
  PAIR_FROM_HIRAGANA,
  PAIR_OF_HAN,
  PAIR_OF_HIRAGANA,
  PAIR_TO_HIRAGANA,
} from "../ranking/weights.js"

// What a question is asked with, beside what it is about.
const ASKING_KOREAN = new Set(
  (
    "누가 누구 무엇 뭐 뭘 뭔 뭔가요 뭔지 뭐지 뭐야 뭐예요 뭐에요 뭐였지 뭐더라 무엇인가 무엇인가요 무엇이 " +
    "무엇을 무슨 어떤 어떻게 어떡해 어디 어디서 어디에 언제 언제까지 언제부터 왜 얼마나 꼭 배웠지 대해 대한 " +
    "대해서 관해 관한 관련 필요한가 필요한가요 하나 하나요 하는지 한지 할까 할까요 하는가 인가 인가요 있나 있나요 " +
    "있는지 있을까 되나 되나요 될까 될까요 되는지 건가 건가요 거야 거지 했지 했더라 했나 했나요 했어 했던 한 " +
    "좀 알려줘 알려주세요 설명해줘 찾아줘 쓰나 쓰나요 쓰는지 같은 다른가 다른가요 이게 그게 것 거 게"
  ).split(" "),
)
// Of English ones only in whole sentences: where clause.
const ASKING_ENGLISH = new Set(
  (
    "what who whose which how why when where is are was were be been do does did can could " +
    "should would will shall may must the a an of to in on for and or it its this that these " +
    "those there with from at by as i you we they he she my our your me us difference between " +
    "explain explained about not have has had need tell use used using get"
  ).split(" "),
)
const ASKING_JAPANESE = new Set(["何", "誰", "違い", "方法"])
// They are written without spaces: 部分型とは何か, nullとundefinedの違いは何ですか, どうやって型を書くの.
const ASKING_IN_RUN =
  /(?:と|って|の(?:違い|意味|使い方))?は?(?:何|なに|なん)(?:ですか|でしょうか|だっけ|なのか?|か|$)|って(?:何|なに)?$|の違い(?:は|って|$)|とは$|どうやって|どうすれば|なぜ|どういう意味/g
const SENTENCE = 3 // words
// What is asked about something that is done: 데코레이터 쓰는 법, 롬복 쓰는 이유.
const ASKED_OF_KOREAN = /^(?:법|방법|이유|까닭)(?:은|는|이|가|을|를|도|이란)?$/
const DOING_KOREAN = /[가-힣]는$/

const MOST_WORDS = 12
const MOST_PAIRS = 24
const LEAST_OF_KANA = 5 // hiragana that may be a loanword, which is written in katakana
const HAN_RUN = new RegExp(`[${HAN}]{3,}`, "g")
const KANA_RUN = new RegExp(`[${HIRAGANA}${LONG}]{${LEAST_OF_KANA},}`, "g")
const IS_HAN = new RegExp(`^[${HAN}]+$`)
const IS_KANA = new RegExp(`^[${HIRAGANA}${LONG}]+$`)
const BEGINS_WITH_HAN = new RegExp(`^[${HAN}]`)
const KANA_APART = "ァ".charCodeAt(0) - "ぁ".charCodeAt(0)

/** What is asked for: words, each with its weight. @typedef {Map<string, number>} Asked */

/**
 * Read the words that are asked for, without those that only ask.
 *
 * @param {string} text
 * @param {boolean} hasPlace
 * @returns {Asked}
 */
export const readAsked = (text, hasPlace) => {
  const typed = typedWords(text)
  const words = [...typed.keys()]
  const isAlone = words.length === 1 && !hasPlace
  const meant = words.filter((word) => isAlone || !isParticle(word))
  const isEnglish = words.length >= SENTENCE && !words.some(isHangul)
  const asks = (/** @type {string} */ word) => onlyAsks(word, isEnglish)
  const asked = meant.filter((word) => !asks(word))
  const kept = asked.length || hasPlace ? asked : meant
  const framing = wordsOfFrames(words)
  return new Map(kept.map((word) => [word, framing.get(word) ?? typed.get(word) ?? 1]))
}

/**
 * The words of 쓰는 법 and 막는 이유, each with its weight: they say less of the topic than a noun.
 *
 * @param {string[]} words
 * @returns {Asked}
 */
const wordsOfFrames = (words) => {
  /** @type {Asked} */
  const framing = new Map()
  words.forEach((word, i) => {
    const doing = words[i - 1] ?? ""
    if (!ASKED_OF_KOREAN.test(word) || !DOING_KOREAN.test(doing)) return
    framing.set(doing, DOING)
    framing.set(word, ASKED_OF_DOING)
  })
  return framing
}

/** Whether a word is a single letter that joins others: 는, と. @param {string} word */
const isParticle = (word) => word.length === 1 && (PARTICLES.has(word) || IS_KANA.test(word))

/** @param {string} word @param {boolean} isEnglish */
const onlyAsks = (word, isEnglish) =>
  ASKING_KOREAN.has(word) || ASKING_JAPANESE.has(word) || (isEnglish && ASKING_ENGLISH.has(word))

/**
 * The words of a text, each once; of scripts without spaces pairs, and what they are pieces of.
 *
 * @param {string} text
 */
const typedWords = (text) => {
  // A particle that follows an English word (BERT는, GIL이란) asks for nothing.
  const bare = text.replace(/(?<=[a-z0-9])[가-힣]+/g, (tail) => (PARTICLES.has(tail) ? " " : tail))
  /** @type {Asked} */
  const typed = new Map()
  for (const run of withoutAsking(even(bare)).match(RUN) ?? []) {
    const isFull = typed.size >= (isPaired(run) ? MOST_PAIRS : MOST_WORDS)
    if (isFull) continue
    if (!isPaired(run)) typed.set(run, 1)
    else for (const [word, weight] of wordsOfRun(run)) addHeavier(typed, word, weight)
  }
  return typed
}

/** Leave out what only asks, if anything is left. @param {string} text */
const withoutAsking = (text) => {
  const left = text.replace(ASKING_IN_RUN, " ")
  return left.trim() ? left : text
}

/** @param {Asked} typed @param {string} word @param {number} weight */
const addHeavier = (typed, word, weight) => typed.set(word, Math.max(typed.get(word) ?? 0, weight))

/**
 * What a run of a script without spaces asks for.
 *
 * @param {string} run
 * @returns {[word: string, weight: number][]}
 */
const wordsOfRun = (run) => {
  const compounds = run.match(HAN_RUN) ?? []
  const loanwords = (run.match(KANA_RUN) ?? []).map(inKatakana)
  const isKana = IS_KANA.test(run)
  const pairs = pairsOf(run).map((pair) => weighed(pair, compounds, isKana))
  return [...[...compounds, ...loanwords].map((word) => weighedFully(word)), ...pairs]
}

/** @param {string} word @returns {[word: string, weight: number]} */
const weighedFully = (word) => [word, 1]

/** Hiragana as katakana, in which loanwords are written. @param {string} kana */
const inKatakana = (kana) =>
  kana.replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + KANA_APART))

/**
 * A pair and its weight: hiragana is mostly what stands between words.
 *
 * @param {string} pair
 * @param {string[]} compounds
 * @param {boolean} isAlone
 * @returns {[word: string, weight: number]}
 */
const weighed = (pair, compounds, isAlone) => {
  if (IS_HAN.test(pair)) {
    const isPiece = compounds.some((compound) => compound.includes(pair))
    return [pair, isPiece ? PAIR_OF_HAN : 1]
  }
  if (IS_KANA.test(pair)) return [pair, isAlone ? 2 * PAIR_OF_HIRAGANA : PAIR_OF_HIRAGANA]
  if (!new RegExp(`[${HIRAGANA}]`).test(pair)) return [pair, 1]
  return [pair, BEGINS_WITH_HAN.test(pair) ? PAIR_TO_HIRAGANA : PAIR_FROM_HIRAGANA]
}
