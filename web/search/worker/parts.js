/*
 * A big notebook, whose index comes in parts (`parts.py`): which pages are likely to answer is told
 * by the pieces of the words that were typed; their units are loaded and ranked as those of a small
 * one.
 */

/** @import { FetchPart, Known, PageWeights } from "./pieces.js" */
/** @import { Engine, FilterName, Head, Query, Texts } from "../types.js" */
import { distance, isOneSlip } from "../words/distance.js"
import { isLocated } from "../query/filters.js"
import { isHangul, isInitials, jamo } from "../words/hangul.js"
import { buildIndex } from "../ranking/index.js"
import { once } from "../lazily.js"
import { grams, pagesIfRoom, pagesWith } from "./pieces.js"
import { campTold, isOnDate } from "../query/places.js"
import { readQuery } from "../query/query.js"
import { MOST } from "../ranking/ranking.js"
import { findNotes } from "../results/results.js"
import { readMeanings, withMeanings } from "../words/same.js"
import { coverage, raise, rarityOf, total, weightsOf } from "../ranking/scoring.js"
import { longEnough } from "../words/slips.js"
import {
  HALF,
  INSIDE,
  LOOSELY,
  NEAR_SURE,
  PAGE_HERE,
  PAGE_OF_FEW,
  PAGE_OF_MEANT,
  PAGE_OF_MOST,
  PAGE_OF_PARTNER,
  PAGE_THERE,
  SAME_PHRASE,
  SPELT_SURE,
} from "../ranking/weights.js"
import { stems } from "../words/words.js"

const FIRST_PARTS = 10 // loaded before anything is shown: files of pieces, and pages
const FEWEST_PAGES = 4 // of them
const FIRST_PIECES = 7 // files of pieces; then what only may be meant is looked for no more
const MOST_LOOKED_UP = 7 // words, those that tell most
const ENOUGH = 30 // pages that have a word; with fewer, what holds it is looked for too
const FEW = 10 // pages; with fewer, those that have most pieces of a word are looked at too
const MOST_MEANT = 2 // terms that mean the same, whose pages are looked for
const MOST_NEAR = 2 // terms that a slip may have meant, whose pages are looked for
const MOST_NAME = 20 // letters of a name, as in `terms.py`

/** The pages that are in every list. @param {PageWeights[]} lists */
const inAll = (lists) => {
  const first = [...(lists[0]?.keys() ?? [])]
  return new Set(first.filter((page) => lists.every((list) => list.has(page))))
}

/**
 * Find the pages that have every piece of a form, or pieces that tell at least so much of it.
 *
 * @param {Known} known
 * @param {string} form
 * @param {number} least
 */
const pagesHolding = async (known, form, least) => {
  const looked = await Promise.all(grams(form).map((gram) => pagesIfRoom(known, gram)))
  const lists = looked.filter((list) => list !== null)
  if (lists.length < looked.length) return new Map()
  const tells = lists.map(({ size }) => size && rarityOf(known.head.pages, size))
  const most = total(tells)
  const sure = isHangul(form) && !isInitials(form) ? INSIDE : LOOSELY
  /** @type {PageWeights} */
  const pages = new Map()
  for (const page of new Set(lists.flatMap((list) => [...list.keys()]))) {
    if (least === 1 && !lists.every((list) => list.has(page))) continue
    const share = total(tells.filter((_, i) => lists[i].has(page))) / most
    const weights = lists.flatMap((list) => list.get(page) ?? [])
    if (share >= least) pages.set(page, sure * Math.min(...weights) * share ** 2)
  }
  return pages
}

/**
 * Find the pages that are likely to be about a word, with their weights.
 *
 * Each step takes more files than the one before; where enough is found, none is taken.
 *
 * @param {Known} known
 * @param {string} word
 */
const pagesOfWord = async (known, word) => {
  const forms = [word, ...stems(word)]
  const partners = forms.flatMap((form) => [...(known.same.pairs.get(form) ?? [])])
  const spelt = partners.filter(([, sure]) => sure >= SPELT_SURE).map(([other]) => other)
  const meant = partners.map(([other]) => other).filter((other) => !spelt.includes(other))
  /** @type {PageWeights} */
  const pages = new Map()
  const addWith = async (
    /** @type {string[]} */ some,
    /** @type {number} */ sure,
    look = /** @type {typeof pagesIfRoom} */ (pagesIfRoom),
  ) => {
    const lists = await Promise.all(some.map((form) => look(known, `=${form}`)))
    for (const list of lists) if (list) raiseAll(pages, list, sure)
  }
  const addHolding = async (/** @type {number} */ sure, least = 1) => {
    const lists = await Promise.all(forms.map((form) => pagesHolding(known, form, least)))
    for (const list of lists) raiseAll(pages, list, sure)
  }
  // All words first, as they were typed: these are looked up whether there is room or not.
  await addWith([word], 1, pagesWith)
  await Promise.all([addWith(forms, 1), addWith(spelt, PAGE_OF_PARTNER)])
  if (pages.size < ENOUGH) await addWith(meant.slice(0, MOST_MEANT), PAGE_OF_MEANT)
  if (pages.size < ENOUGH) await addHolding(1)
  // What is near is meant where there is nothing else; it may stand on more pages than these.
  if (pages.size === 0 && known.hasRoom()) await addWith(await meantBy(known, forms), NEAR_SURE)
  if (pages.size < FEW) await addHolding(PAGE_OF_MOST, HALF)
  return pages
}

/** @param {PageWeights} pages @param {PageWeights} others @param {number} sure */
const raiseAll = (pages, others, sure) => {
  for (const [page, weight] of others) raise(pages, page, weight * sure)
}

/** Words that are frequent in the notebook. @param {Known} known @returns {Promise<string[]>} */
const frequentWords = (known) => once(known.others, "words.json", known.fetchPart)

/**
 * Frequent words that the forms of a word are a slip away from.
 *
 * @param {Known} known
 * @param {string[]} forms
 */
const meantBy = async (known, forms) => {
  const typed = longEnough(forms)
  const isSlip = (/** @type {string} */ term) =>
    typed.some(([form, letters]) => isOneSlip(form, term) || distance(letters, jamo(term), 1) === 1)
  const words = await frequentWords(known)
  return words.filter(isSlip).slice(0, MOST_NEAR)
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
  const datesOn = (/** @type {string} */ asked) =>
    known.camp.dates.filter((own) => isOnDate(own, asked))
  const asked = []
  if (week !== null) asked.push([`week:${week}`])
  if (day !== null) asked.push([`day:${day}`])
  if (date !== null) asked.push(datesOn(date).map((own) => `date:${own}`))
  const lists = asked.map(async (pieces) => {
    const found = await Promise.all(pieces.map((gram) => pagesWith(known, gram)))
    return new Map(found.flatMap((pages) => [...pages]))
  })
  return inAll(await Promise.all(lists))
}

/**
 * The pages of the kinds that a query names beside a place.
 *
 * @param {Known} known
 * @param {Query} query
 */
const pagesOfKinds = async (known, { kinds }) => {
  const named = [...kinds.values()].filter(Boolean)
  const lists = await Promise.all(named.map((kind) => pagesWith(known, `kind:${kind}`)))
  return lists.flatMap((pages) => [...pages.keys()])
}

/**
 * Find the pages that are likely to answer, best first, and how rare each word is.
 *
 * @param {Known} known
 * @param {Query} query
 */
const candidates = async (known, query) => {
  const lookedUp = tellingMost(query)
  const [allowed, there, ofKinds, ...perWord] = await Promise.all([
    pagesAllowed(known, query),
    pagesThere(known, query),
    pagesOfKinds(known, query),
    ...query.words.map((word) => (lookedUp.has(word) ? pagesOfWord(known, word) : new Map())),
  ])
  const rarities = perWord.map(({ size }) => rarityOf(known.head.pages, size))
  const weights = weightsOf(query)
  const ofKindThere = ofKinds.filter((page) => there.has(page))
  const likely = query.words.length
    ? [...ofKindThere, ...perWord.flatMap((pages) => [...pages.keys()])]
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
    rarity: new Map(
      query.words.flatMap((word, i) => (lookedUp.has(word) ? [[word, rarities[i]]] : [])),
    ),
  }
}

/**
 * The words of a query that tell most: what weighs more, and what is longer.
 *
 * @param {Query} query
 */
const tellingMost = ({ words, weights }) => {
  const weightOf = (/** @type {string} */ word) => weights.get(word) ?? 1
  const sorted = [...words].sort((a, b) => weightOf(b) - weightOf(a) || b.length - a.length)
  return new Set(sorted.slice(0, MOST_LOOKED_UP))
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
  const morphemes = Object.assign({}, ...parts.map((part) => part.forms))
  const index = buildIndex(docs, { morphemes, told: known.same.pairs, rarity })
  if (docs.length === 0) index.vocabulary = await frequentWords(known)
  return index
}

/**
 * Return what answers queries from a notebook in parts: from the best pages, and then from all.
 *
 * @param {Head} head
 * @param {Texts} texts
 * @param {FetchPart} fetchPart
 * @returns {Engine}
 */
export const notebookInParts = (head, texts, fetchPart) => {
  let fetched = 0
  let most = 0 // to be fetched while only more may be meant
  /** @type {FetchPart} */
  const fetchCounted = (path) => {
    fetched += 1
    return fetchPart(path)
  }
  const known = knownOf(head, fetchCounted, () => fetched < most)
  return {
    texts,
    search: async function* (text) {
      const before = fetched
      const typed = readQuery(text, texts.kinds, known.camp)
      const look = async (/** @type {number} */ room) => {
        most = before + room
        const found = await likely(known, typed)
        const many = Math.max(FEWEST_PAGES, FIRST_PARTS - (fetched - before))
        return { ...found, ...(await findOn(known, found, many)), many }
      }
      let found = await look(FIRST_PIECES)
      if (found.result.notes.length === 0) found = await look(Infinity)
      const { query, result, left } = found
      yield { query, result, left }
      for (let more = left, many = found.many; more > 0;) {
        many += found.result.notes.length ? MOST : FEWEST_PAGES
        found = { ...found, ...(await findOn(known, found, many)) }
        more = found.left
        yield { query, result: found.result, left: more }
      }
    },
  }
}

/**
 * Find the notes that answer on the likeliest pages, and tell how many pages are left.
 *
 * @param {Known} known
 * @param {{ query: Query, pages: number[], rarity: Map<string, number> }} likeliest
 * @param {number} many
 */
const findOn = async (known, { query, pages, rarity }, many) => {
  const index = await loadPages(known, pages.slice(0, many), rarity)
  const anew = { ...query, meanings: new Map() } // these pages have more words than the ones before
  return { result: findNotes(index, anew), left: Math.max(0, pages.length - many) }
}

/**
 * @param {Head} head
 * @param {FetchPart} fetchPart
 * @param {() => boolean} hasRoom
 * @returns {Known}
 */
const knownOf = (head, fetchPart, hasRoom) => ({
  head,
  hasRoom,
  camp: campTold(head.camp),
  same: readMeanings(head.meanings),
  fetchPart,
  files: new Map(),
  found: new Map(),
  others: new Map(),
  loaded: new Map(),
})

/**
 * Find the pages that are likely to answer: by what was typed, and where that isn't enough by
 * phrases that mean the same.
 *
 * @param {Known} known
 * @param {Query} typed
 */
const likely = async (known, typed) => {
  const query = withMeanings(typed, known.same)
  const found = await candidates(known, query)
  if (found.pages.length >= ENOUGH || query.same.size === 0) return { query, ...found }
  const phrases = [...query.same.keys()]
  const weights = new Map([...phrases.map(weighedAsSame), ...query.weights])
  const wider = { ...query, words: [...phrases, ...query.words], weights }
  return { query, ...(await candidates(known, wider)) }
}

/** @param {string} phrase @returns {[phrase: string, weight: number]} */
const weighedAsSame = (phrase) => [phrase, SAME_PHRASE]
