/* What the reader is shown: notes with the units found in them, and how to go on. */

/** @import {
 *   Hit, Index, Matched, NoteFound, Page, Query, Result, Surely, Unit, WordFound
 * } from "../types.js" */
import { excerpt, markPieces } from "./excerpts.js"
import { countFacets } from "./facets.js"
import { rank } from "../ranking/ranking.js"
import { nearestWords } from "./suggestions.js"
import { GOOD, SURE, WEAKEST } from "../ranking/weights.js"

const SECTIONS = 5 // of one note
const OPEN = 3 // of them, not folded away
const MOST_MARKED = 60 // terms
const MOST_SUGGESTED = 3

/**
 * What results are made of.
 *
 * @typedef {object} Found
 * @property {Index} index
 * @property {Query} query
 * @property {WordFound[]} perWord
 * @property {Surely[][]} best the terms that each word was surely found by
 * @property {string[]} marked all of them, the longest first
 */

/**
 * Find the notes that answer a query, and what helps to go on from there.
 *
 * @param {Index} index
 * @param {Query} query
 * @returns {Result}
 */
export const findNotes = (index, query) => {
  const { pages, perWord } = rank(index, query)
  const best = perWord.map(bestTerms)
  // The longest first, so that a word is marked by the most that it was found by.
  const marked = [...new Set(best.flatMap((terms) => terms.map(([term]) => term)))]
  marked.sort((a, b) => b.length - a.length)
  const found = { index, query, perWord, best, marked }
  const notes = pages.map((page) => noteFound(found, page))
  return {
    notes,
    suggest: suggestWords(query, perWord, notes.length > 0),
    facets: countFacets(index, query, pages),
    filters: query.filters,
    nearest: notes.length ? [] : nearestWords(index, query),
  }
}

/** @param {WordFound} found @returns {Surely[]} */
const bestTerms = ({ matched, written }) => {
  /** @type {Surely[]} */
  const parts = [...written].map((part) => [part, SURE])
  return [...parts, ...surest(matched)]
}

/**
 * The terms that a word was surely found by, the surest first.
 *
 * @param {Matched} matched
 * @returns {Surely[]}
 */
const surest = (matched) => {
  const sure = [...matched].filter(([, surely]) => surely >= WEAKEST)
  sure.sort((a, b) => b[1] - a[1] || a[0].length - b[0].length)
  return sure.slice(0, MOST_MARKED)
}

/**
 * The words to go on with: what the last one may become.
 *
 * @param {Query} query
 * @param {WordFound[]} perWord
 * @param {boolean} isFound
 */
const suggestWords = (query, perWord, isFound) => {
  const last = perWord.at(-1)
  const next = last
    ? surest(last.matched)
        .slice(0, MOST_SUGGESTED)
        .map(([term]) => term)
    : []
  return isFound ? [...query.words.slice(0, -1), next[0]].filter(Boolean) : next
}

/** @param {Found} found @param {Page} page @returns {NoteFound} */
const noteFound = (found, { units, first, score }) => {
  const shown = units.slice(0, SECTIONS)
  if (!shown.some(([number]) => number === first)) shown.push([first, 0])
  const [best, most] = shown[0]
  const good = shown.filter(([, value], i) => i < OPEN && value >= GOOD * most)
  const hits = shown.map(([number, value]) => {
    // A note that only heads its group is marked by what was found in its parts.
    const foundBy = termsIn(found, value ? number : best)
    return hitOf(found, found.index.units[number], value, foundBy)
  })
  return { score, open: good.length, hits }
}

/** The terms that each word was found by in a unit. @param {Found} found @param {number} number */
const termsIn = ({ perWord, best }, number) =>
  perWord.map(({ units }, i) => (units.has(number) ? best[i] : null))

/**
 * @param {Found} found
 * @param {Unit} unit
 * @param {number} score
 * @param {Hit["foundBy"]} foundBy
 * @returns {Hit}
 */
const hitOf = ({ best, marked }, unit, score, foundBy) => ({
  unit,
  score,
  title: markPieces(unit.title, marked),
  text: score > 0 ? markPieces(excerpt(unit.text, best), marked) : [],
  foundBy,
})
