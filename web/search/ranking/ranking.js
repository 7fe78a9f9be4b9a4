/* How well each note answers a query. */

/** @import {
 *   Allows, Index, Matched, Page, Query, Ranking, Scored, Scores, WordFound
 * } from "../types.js" */
import { isCompound } from "../words/compounds.js"
import { isLocated, isThere, passes } from "../query/filters.js"
import { isInitials } from "../words/hangul.js"
import { TITLE } from "./index.js"
import { lazily } from "../lazily.js"
import {
  coverage,
  meaningOf,
  raiseKind,
  raisePresented,
  scoreCompound,
  scoreWord,
  total,
  weightsOf,
  withSame,
} from "./scoring.js"
import { findTogether } from "./together.js"
import { raiseVerbatim } from "./verbatim.js"
import {
  AGAIN,
  APART,
  BEST,
  ELSEWHERE,
  EXACT_PART,
  EXACT_TITLE,
  FEW_IN_UNIT,
  FEW_ON_PAGE,
  HERE,
  IN_WEEK,
  KIND_ELSEWHERE,
  NAMED_BY,
  ON_DAY,
  PRESENTED,
  TOGETHER,
} from "./weights.js"
import { joined, withoutParticle } from "../words/words.js"

const LONG_PART = 8 // letters of a part's title that is no mere word
export const MOST = 60 // notes shown

/**
 * What is known of the notes before they are ranked.
 *
 * @typedef {object} Found
 * @property {Index} index
 * @property {Query} query
 * @property {WordFound[]} perWord
 * @property {number[]} weights
 * @property {Scores | null} compound what the words find as one
 */

/**
 * Rank the notes that answer a query, best first, each with its units.
 *
 * @param {Index} index
 * @param {Query} query
 * @returns {Ranking}
 */
export const rank = (index, query) => {
  const allows = unitsAllowed(index, query)
  const perWord = findWords(index, query, allows)
  const compound = isCompound(query.words)
    ? scoreCompound(index, query.words.join(""), allows)
    : null
  const found = { index, query, perWord, compound, weights: weightsFound(query, perWord) }
  const pages = []
  for (const [page, numbers] of index.pages) {
    const allowed = numbers.filter(allows)
    if (isAsked(found, page, numbers[0], allowed))
      pages.push(pageOf(found, page, numbers[0], allowed))
  }
  pages.sort(byScore)
  raiseVerbatim(index, query, pages.slice(0, MOST))
  pages.sort(byScore)
  const isOpen = query.words.length === 1 && isInitials(query.words[0])
  const inOrder = isOpen ? byTurns(index, pages, perWord[0].matched) : pages
  return { pages: inOrder.slice(0, MOST), perWord }
}

/** @param {Page} a @param {Page} b */
const byScore = (a, b) => b.score - a.score || a.first - b.first

/** @param {Index} index @param {Query} query @returns {Allows} */
const unitsAllowed = (index, query) => {
  const passing = new Set([...index.units.keys()].filter((number) => passes(index, number, query)))
  return (number) => passing.has(number)
}

/** @param {Index} index @param {Query} query @param {Allows} allows */
const findWords = (index, query, allows) => {
  const together = findTogether(index, query, allows)
  return query.words.map((word, i) => {
    const isLast = i === query.words.length - 1
    const meaning = lazily(query.meanings, word, () => meaningOf(index, word, isLast))
    const found = scoreWord(index, word, meaning, allows, query.weights.get(word))
    raiseKind(found, index, query.kinds.get(word), allows)
    if (query.asksWho) raisePresented(found, index, word, allows)
    const others = together.filter(({ words }) => words.includes(word))
    return others.reduce((before, other) => withSame(before, other.found), found)
  })
}

/**
 * What each word weighs; those that no note has weigh nothing beside others.
 *
 * @param {Query} query
 * @param {WordFound[]} perWord
 */
const weightsFound = (query, perWord) => {
  const weights = weightsOf(query)
  const found = weights.map((weight, i) => (perWord[i].pages.size ? weight : 0))
  return found.some(Boolean) ? found : weights
}

/** Whether it asks for nothing but what is of a kind: 3주차 발표. @param {Query} query */
const asksKind = ({ words, kinds }) => words.length > 0 && words.every((word) => kinds.get(word))

/** Whether a query asks for what notes say. @param {Query} query */
const asksText = ({ words, phrases }) => words.length > 0 || phrases.length > 0

/** Whether it asks for more than a place. @param {Query} query */
const asksMore = (query) => {
  const leavesOut = query.without.length > 0 || query.withoutPhrases.length > 0
  return asksText(query) || leavesOut || Object.keys(query.filters).length > 0
}

/**
 * Whether the note that begins with a unit stands where the query names.
 *
 * @param {Found} found
 * @param {number} first
 */
const isHere = ({ index, query }, first) => isLocated(query) && isThere(index.units[first], query)

/**
 * Whether a page is an answer.
 *
 * @param {Found} found
 * @param {string} page
 * @param {number} first
 * @param {number[]} allowed
 */
const isAsked = (found, page, first, allowed) => {
  const { query, perWord } = found
  if (allowed.length === 0) return false
  if (isHere(found, first)) return true
  // A place weighs with a text, and is a filter without one.
  if (!asksMore(query) || (!asksText(query) && isLocated(query))) return false
  return query.words.length === 0 || perWord.some(({ pages }) => pages.get(page))
}

/**
 * @param {Found} found
 * @param {string} page
 * @param {number} first
 * @param {number[]} allowed
 * @returns {Page}
 */
const pageOf = (found, page, first, allowed) => {
  /** @type {Scored[]} */
  const units = allowed.map((number) => [number, scoreUnit(found, number)])
  units.sort((a, b) => b[1] - a[1] || a[0] - b[0])
  const said = scorePage(found, page, first, units)
  const score = said * whoShare(found, units[0][0])
  const placed = atPlace(found, first, score) + titleScore(found, allowed, first)
  return { score: placed, units: unitsFound(found.query, units), first }
}

/**
 * What a page gains that is called, or one of whose parts is, just what was typed.
 *
 * @param {Found} found
 * @param {number[]} allowed
 * @param {number} first
 */
const titleScore = ({ index, query }, allowed, first) => {
  const typed = joined(query.text)
  if (index.units[first].joined[TITLE] === typed) return EXACT_TITLE
  if (typed.length < LONG_PART) return 0
  return allowed.some((number) => index.units[number].joined[TITLE] === typed) ? EXACT_PART : 0
}

/** The units of a page that are shown as found. @param {Query} query @param {Scored[]} units */
const unitsFound = (query, units) => {
  if (query.words.length) return units.filter(([, score]) => score > 0)
  return asksMore(query) ? units : []
}

/**
 * Score a page by the words on it, its best unit, and the words as one compound.
 *
 * @param {Found} found
 * @param {string} page
 * @param {number} first
 * @param {Scored[]} units
 */
const scorePage = ({ index, perWord, compound, weights }, page, first, units) => {
  const best = units[0][1]
  // The list of all references is no note: it is about the best of them.
  if (index.units[first].kind === "reference") return (1 + BEST) * best
  const onPage = perWord.map(({ pages }) => pages.get(page) ?? 0)
  const said = Math.max(
    coverage(onPage, FEW_ON_PAGE, weights) * total(onPage),
    TOGETHER * (compound?.pages.get(page) ?? 0),
  )
  return mostTogether(perWord, units, weights) * (said + BEST * best)
}

/**
 * How much of what was typed the unit has that has most of it.
 *
 * @param {WordFound[]} perWord
 * @param {Scored[]} units
 * @param {number[]} weights
 */
const mostTogether = (perWord, units, weights) => {
  const perUnit = units.map(([number]) => coverage(valuesIn(perWord, number), APART, weights))
  return Math.max(0, ...perUnit)
}

/** What each word scores in a unit. @param {WordFound[]} perWord @param {number} number */
const valuesIn = (perWord, number) => perWord.map(({ units }) => units.get(number) ?? 0)

/**
 * A page's score beside the place that the query names.
 *
 * @param {Found} found
 * @param {number} first
 * @param {number} score
 */
const atPlace = (found, first, score) => {
  if (!isLocated(found.query)) return score
  if (!isHere(found, first)) return score * (asksKind(found.query) ? KIND_ELSEWHERE : ELSEWHERE)
  return score * HERE + (found.query.week === null ? ON_DAY : IN_WEEK)
}

/**
 * What a query that asks who presented something makes of the score of a presentation or person.
 *
 * @param {Pick<Found, "index" | "query">} found
 * @param {number} number
 */
const whoShare = ({ index, query }, number) => {
  if (!query.asksWho) return 1
  const { badge, people } = index.units[number]
  const isPresented = badge === "presentation" && people.length > 0
  return isPresented || badge === "person" ? PRESENTED : 1
}

/** @param {Found} found @param {number} number */
const scoreUnit = ({ index, query, perWord, compound, weights }, number) => {
  const values = valuesIn(perWord, number)
  const score = perWord.length ? total(values) * coverage(values, FEW_IN_UNIT, weights) : 1
  const best = Math.max(score, TOGETHER * (compound?.units.get(number) ?? 0))
  const { boost, kind, lengths } = index.units[number]
  // Notes tell of what is only named in the title of something that they cite.
  const named = values.filter(Boolean).length / lengths[TITLE]
  const told = kind === "reference" ? Math.min(1, named) : 1
  return best * boost * whoShare({ index, query }, number) * (NAMED_BY + (1 - NAMED_BY) * told)
}

/**
 * Sort pages anew, so that each word that initial consonants may mean has a page in front.
 *
 * ㅈㄱㅈ may be 제공자 or 중개자: a second page of one of them comes behind the first of the other.
 *
 * @param {Index} index
 * @param {Page[]} pages
 * @param {Matched} matched
 */
const byTurns = (index, pages, matched) => {
  /** @type {Map<string, string>} */
  const meant = new Map()
  // The surest last, for it is what the page is found by.
  for (const [term] of [...matched].sort((a, b) => a[1] - b[1])) {
    for (const number of index.terms.get(term)?.keys() ?? []) {
      meant.set(index.units[number].page, withoutParticle(term))
    }
  }
  /** @type {Map<string | undefined, number>} */
  const shown = new Map()
  /** @type {Map<Page, number>} */
  const scores = new Map()
  for (const page of pages) {
    const term = meant.get(index.units[page.first].page)
    const before = shown.get(term) ?? 0
    shown.set(term, before + 1)
    scores.set(page, page.score * AGAIN ** before)
  }
  const scoreOf = (/** @type {Page} */ page) => scores.get(page) ?? 0
  return pages.sort((a, b) => scoreOf(b) - scoreOf(a))
}
