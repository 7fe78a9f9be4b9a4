/*
 * A big notebook, whose index comes in parts (`parts.py`): which pages are likely to answer is told
 * by the pieces of the words that were typed; their units are loaded and ranked as those of a small
 * one.
 */

/** @import { Doc, Engine, FilterName, Head, Query, Texts } from "./types.js" */
import { distance, isOneSlip } from "./distance.js"
import { isLocated } from "./filters.js"
import { isHangul, isInitials, jamo } from "./hangul.js"
import { buildIndex } from "./index.js"
import { once } from "./lazily.js"
import { CURATED } from "./pairs.js"
import { readQuery } from "./query.js"
import { MOST } from "./ranking.js"
import { findNotes } from "./results.js"
import { coverage, raise, rarityOf, total, weightsOf } from "./scoring.js"
import { CORRECTED, longEnough } from "./slips.js"
import {
  HALF,
  INSIDE,
  LOOSELY,
  NEAR_SURE,
  PAGE_HERE,
  PAGE_OF_FEW,
  PAGE_OF_MOST,
  PAGE_OF_PARTNER,
  PAGE_THERE,
} from "./weights.js"
import { stems } from "./words.js"

const FIRST_PAGES = 10 // loaded before anything is shown; as many as are drawn at once
const MOST_RUNS = 4 // pieces of a word that are looked up
const FEW = 10 // pages; with fewer, those that have most pieces of a word are looked at too
const MOST_NAME = 20 // letters of a name, as in `parts.py`

/** Pages by their numbers, each with its weight. @typedef {Map<number, number>} PageWeights */

/** Fetches a part of the notebook. @typedef {(path: string) => Promise<any>} FetchPart */

/**
 * What a notebook in parts knows by now.
 *
 * @typedef {object} Known
 * @property {Head} head
 * @property {FetchPart} fetchPart
 * @property {Map<number, Promise<Record<string, string>>>} files of pieces, by their numbers
 * @property {Map<string, Promise<PageWeights>>} found the pages of pieces
 * @property {Map<number, Promise<{ docs: Doc[], forms: Record<string, string> }>>} loaded pages
 */

/**
 * Return the pieces by which a word is found, the fewest that do; as in `words.py`.
 *
 * @param {string} word
 */
export const grams = (word) => {
  if (isInitials(word)) return [word.slice(0, 3)]
  const length = isHangul(word) ? 2 : 3
  if (word.length < length) return [`^${word}`]
  const starts = Array.from({ length: word.length - length + 1 }, (_, i) => i)
  const spread = starts.length <= MOST_RUNS ? starts : spreadOver(starts)
  return [...new Set(spread.map((at) => word.slice(at, at + length)))]
}

/**
 * Some of the places at which pieces begin, from the first to the last.
 *
 * @param {number[]} starts
 */
const spreadOver = (starts) => {
  const step = Math.max(1, (starts.length - 1) / (MOST_RUNS - 1))
  return starts.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step))
}

/**
 * Read the numbers of pages and their weights from groups of seven bits in base 64.
 *
 * @param {string | undefined} written
 */
const decodePages = (written) => {
  /** @type {PageWeights} */
  const pages = new Map()
  let page = -1
  let value = 0
  let shift = 0
  for (const character of atob(written ?? "")) {
    const byte = character.charCodeAt(0)
    value |= (byte & 127) << shift
    shift += 7
    if (byte < 128) {
      page += (value >> 2) + 1
      pages.set(page, value & 3)
      value = shift = 0
    }
  }
  return pages
}

/** The pages that are in every list. @param {PageWeights[]} lists */
const inAll = (lists) => {
  const first = [...(lists[0]?.keys() ?? [])]
  return new Set(first.filter((page) => lists.every((list) => list.has(page))))
}

/** The pages that have a piece. @param {Known} known @param {string} gram */
const pagesWith = (known, gram) =>
  once(known.found, gram, async () => {
    const file = fileOf(known.head.starts, gram)
    const pieces = await once(known.files, file, (number) =>
      known.fetchPart(`grams/${number}.json`),
    )
    return decodePages(pieces[gram])
  })

/** The number of the file that has a piece. @param {string[]} starts @param {string} gram */
const fileOf = (starts, gram) => {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (starts[middle] <= gram) low = middle
    else high = middle
  }
  return low
}

/**
 * Find the pages that have every piece of a form, or pieces that tell at least so much of it.
 *
 * @param {Known} known
 * @param {string} form
 * @param {number} least
 */
const pagesOfForm = async (known, form, least) => {
  const asked = [`=${form}`, ...grams(form)]
  const [whole, ...lists] = await Promise.all(asked.map((gram) => pagesWith(known, gram)))
  const tells = lists.map(({ size }) => size && rarityOf(known.head.pages, size))
  const most = total(tells)
  const sure = isHangul(form) && !isInitials(form) ? INSIDE : LOOSELY
  const pages = new Map(whole)
  for (const page of new Set(lists.flatMap((list) => [...list.keys()]))) {
    if (least === 1 && !lists.every((list) => list.has(page))) continue
    const share = total(tells.filter((_, i) => lists[i].has(page))) / most
    const weights = lists.flatMap((list) => list.get(page) ?? [])
    if (share >= least) raise(pages, page, sure * Math.min(...weights) * share ** 2)
  }
  return pages
}

/**
 * Find the pages that are likely to be about a word, with their weights.
 *
 * @param {Known} known
 * @param {string} word
 */
const pagesOfWord = async (known, word) => {
  const forms = [word, ...stems(word)]
  const partners = forms.flatMap((form) => [...(CURATED.get(form)?.keys() ?? [])])
  /** @type {PageWeights} */
  const pages = new Map()
  const add = async (/** @type {string[]} */ some, /** @type {number} */ sure, least = 1) => {
    for (const form of some) {
      for (const [page, weight] of await pagesOfForm(known, form, least)) {
        pages.set(page, Math.max(pages.get(page) ?? 0, weight * sure))
      }
    }
  }
  await add(forms, 1)
  await add(partners, PAGE_OF_PARTNER)
  // What is near is meant where there is nothing else; it may stand on more pages than these.
  if (pages.size === 0) await add(meantBy(known.head, forms), NEAR_SURE)
  if (pages.size < FEW) await add(forms, PAGE_OF_MOST, HALF)
  return pages
}

/**
 * Frequent words that the forms of a word are a slip away from.
 *
 * @param {Head} head
 * @param {string[]} forms
 */
const meantBy = (head, forms) => {
  const typed = longEnough(forms)
  const isSlip = (/** @type {string} */ term) =>
    typed.some(([form, letters]) => isOneSlip(form, term) || distance(letters, jamo(term), 1) === 1)
  return head.words.filter(isSlip).slice(0, CORRECTED)
}

/**
 * The piece by which the pages are found that a filter lets through.
 *
 * @param {FilterName} name
 * @param {string} value
 */
const gramOfFilter = (name, value) => {
  if (name === "by") return `by:${value.slice(0, MOST_NAME)}`
  return `${name}:${Number.parseInt(value, 10) || value}`
}

/**
 * The pages that the filters let through, or null if there are none.
 *
 * @param {Known} known
 * @param {Query} query
 */
const pagesAllowed = async (known, { filters }) => {
  const on = /** @type {[FilterName, string][]} */ (Object.entries(filters))
  const asked = on.map(([name, value]) => pagesWith(known, gramOfFilter(name, value)))
  const lists = await Promise.all(asked)
  return lists.length ? inAll(lists) : null
}

/** The pages at the place that a query names. @param {Known} known @param {Query} query */
const pagesThere = async (known, { week, day, date }) => {
  const asked = []
  if (week !== null) asked.push([`week:${week}`])
  if (day !== null) asked.push([`day:${day}`])
  // A note may know its date without the year.
  if (date !== null) asked.push([`date:${date}`, `date:${date.slice(-5)}`])
  const lists = asked.map(async (pieces) => {
    const found = await Promise.all(pieces.map((gram) => pagesWith(known, gram)))
    return new Map(found.flatMap((pages) => [...pages]))
  })
  return inAll(await Promise.all(lists))
}

/**
 * Find the pages that are likely to answer, best first, and how rare each word is.
 *
 * @param {Known} known
 * @param {Query} query
 */
const candidates = async (known, query) => {
  const [allowed, there, ...perWord] = await Promise.all([
    pagesAllowed(known, query),
    pagesThere(known, query),
    ...query.words.map((word) => pagesOfWord(known, word)),
  ])
  const rarities = perWord.map(({ size }) => rarityOf(known.head.pages, size))
  const weights = weightsOf(query)
  const likely = query.words.length
    ? perWord.flatMap((pages) => [...pages.keys()])
    : [...there, ...pagesWithoutWords(known, query, allowed)]
  const asked = [...new Set(likely)].filter((page) => !allowed || allowed.has(page))
  /** @type {[page: number, score: number][]} */
  const scores = asked.map((page) => {
    const values = perWord.map((pages, i) => (pages.get(page) ?? 0) * rarities[i] * weights[i])
    const score = total(values) * coverage(values, PAGE_OF_FEW, weights)
    return [page, there.has(page) ? score * PAGE_HERE + PAGE_THERE : score]
  })
  scores.sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return {
    pages: scores.slice(0, MOST).map(([page]) => page),
    rarity: new Map(query.words.map((word, i) => [word, rarities[i]])),
  }
}

/**
 * The pages that answer a query without words.
 *
 * @param {Known} known
 * @param {Query} query
 * @param {Set<number> | null} allowed
 */
const pagesWithoutWords = ({ head }, query, allowed) => {
  if (allowed) return [...allowed]
  return isLocated(query) ? [] : Array.from({ length: head.pages }, (_, page) => page)
}

/**
 * Load some pages, and build the index of their units.
 *
 * @param {Known} known
 * @param {number[]} pages
 * @param {Map<string, number>} rarity
 */
const loadPages = async (known, pages, rarity) => {
  const load = (/** @type {number} */ page) =>
    once(known.loaded, page, () => known.fetchPart(`pages/${page}.json`))
  const parts = await Promise.all(pages.map(load))
  const docs = parts.flatMap((part) => part.docs)
  const forms = Object.assign({}, ...parts.map((part) => part.forms))
  const index = buildIndex(docs, forms, rarity)
  if (docs.length === 0) index.vocabulary = known.head.words
  return index
}

/**
 * Return what answers queries from a notebook in parts: the best pages first, then all.
 *
 * @param {Head} head
 * @param {Texts} texts
 * @param {FetchPart} fetchPart
 * @returns {Engine}
 */
export const notebookInParts = (head, texts, fetchPart) => {
  /** @type {Known} */
  const known = { head, fetchPart, files: new Map(), found: new Map(), loaded: new Map() }
  return {
    texts,
    search: async function* (text) {
      const query = readQuery(text, texts.kinds)
      const { pages, rarity } = await candidates(known, query)
      const steps = pages.length > FIRST_PAGES ? [pages.slice(0, FIRST_PAGES), pages] : [pages]
      for (const some of steps) {
        const index = await loadPages(known, some, rarity)
        yield { query, result: findNotes(index, query) }
      }
    },
  }
}
