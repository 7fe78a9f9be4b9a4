/* What a reader typed: words, phrases, words to leave out, filters, and a place in the camp. */

/** @import { Camp, Filters, FilterName, Kinds, Query } from "../types.js" */
import { readAsked } from "./asked.js"
import { isLocated } from "./filters.js"
import { even } from "../words/letters.js"
import { campOf, takeEndOfKind, takePlace } from "./places.js"
import { takeWho } from "./who.js"
import { bareName, joined, withoutParticle, words } from "../words/words.js"

const FILTER = /(?<!\S)(kind|week|day|by|tag):(?:"([^"]*)"?|(\S*))/g
const PHRASE = /"([^"]+)"/g
const WITHOUT_PHRASE = /(?<!\S)-"([^"]*)"?/g
const WITHOUT = /(?:^|\s)-([^\s-]\S*)/g
// What is longer was pasted; its beginning finds it.
const MOST_TYPED = 500
/** A camp of which nothing is known. */
const UNKNOWN = campOf([])

/**
 * Read what a reader typed.
 *
 * Each step takes out of the text what it knows and leaves the rest to the next: filters, phrases,
 * words to leave out, a place in the camp, words that ask who presented; what is left at the end
 * are words.
 *
 * @param {string} text
 * @param {Kinds} [kinds]
 * @param {Camp} [camp]
 * @returns {Query}
 */
export const readQuery = (text, kinds = {}, camp = UNKNOWN) => {
  const typed = even(text.slice(0, MOST_TYPED))
  const narrowed = takeFilters(typed, kinds)
  const quoted = takePhrases(narrowed.rest)
  const { place, rest } = takeAnyPlace(quoted.rest, kinds, camp)
  const who = takeWho(rest)
  // 3주차 누가 발표했지: all that stands there and was presented.
  const presented = isLocated(place) ? kinds.presentation : undefined
  const about = who.rest || presented || rest
  const weights = readAsked(about, isLocated(place))
  const asked = [...weights.keys()]
  const named = isLocated(place) ? asked : []
  return {
    text,
    words: asked,
    weights,
    phrases: quoted.phrases,
    without: quoted.without,
    withoutPhrases: quoted.withoutPhrases,
    filters: narrowed.filters,
    kinds: new Map(named.map((word) => [word, kindOf(withoutParticle(word), kinds)])),
    same: new Map(),
    meanings: new Map(),
    asksWho: who.asksWho && Boolean(who.rest),
    ...place,
  }
}

/**
 * Take a place out of a text, or that of the first or last of a kind, where it asks for no more.
 *
 * @param {string} text
 * @param {Kinds} kinds
 * @param {Camp} camp
 */
const takeAnyPlace = (text, kinds, camp) => {
  const taken = takePlace(text, camp)
  if (isLocated(taken.place)) return taken
  const kind = words(text)
    .map((word) => kindOf(withoutParticle(word), kinds))
    .find(Boolean)
  const end = takeEndOfKind(text, kind, camp)
  const asked = end ? [...readAsked(end.rest, true).keys()] : []
  const asksNoMore = asked.every((word) => kindOf(withoutParticle(word), kinds))
  return end && asksNoMore ? end : taken
}

/** @param {string} text @param {Kinds} kinds */
const takeFilters = (text, kinds) => {
  /** @type {Filters} */
  const filters = {}
  const rest = text.replace(FILTER, (_, /** @type {FilterName} */ name, quoted, bare) => {
    const value = bareName(quoted ?? bare)
    const asked = name === "by" ? value.replace(/(?<=.)님$/, "") : value
    if (asked) filters[name] = asked
    return "  "
  })
  if (filters.kind) filters.kind = kindNamed(filters.kind, kinds)
  return { filters, rest }
}

/** Take out phrases and what is to be left out; the words of phrases stay. @param {string} text */
const takePhrases = (text) => {
  /** @type {string[]} */
  const withoutPhrases = []
  /** @type {string[]} */
  const phrases = []
  /** @type {string[]} */
  const without = []
  const rest = text
    .replace(WITHOUT_PHRASE, (_, phrase) => {
      withoutPhrases.push(joined(phrase))
      return "  "
    })
    .replace(PHRASE, (_, phrase) => {
      phrases.push(joined(phrase))
      return ` ${phrase} `
    })
    .replace(WITHOUT, (_, word) => {
      without.push(...words(word))
      return "  "
    })
  const said = (/** @type {string[]} */ list) => list.filter(Boolean)
  return { phrases: said(phrases), withoutPhrases: said(withoutPhrases), without, rest }
}

/**
 * The kind that a word is, in either language: 질문, questions.
 *
 * @param {string} word
 * @param {Kinds} kinds
 */
const kindOf = (word, kinds) =>
  kindCalled(word, kinds) ?? Object.keys(kinds).find((kind) => `${kind}s` === word)

/** @param {string} name @param {Kinds} kinds */
const kindCalled = (name, kinds) =>
  Object.keys(kinds).find((kind) => kind === name || joined(kinds[kind]) === name)

/**
 * The kind that a reader names in either language: 발표, 질문, person.
 *
 * @param {string} name
 * @param {Kinds} kinds
 */
const kindNamed = (name, kinds) => {
  const begins = (/** @type {string} */ kind) =>
    kind.startsWith(name) || joined(kinds[kind]).startsWith(name)
  return kindCalled(name, kinds) ?? Object.keys(kinds).find(begins) ?? name
}
