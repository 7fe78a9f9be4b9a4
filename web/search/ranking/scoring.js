/* What a word, or a compound, scores in the units and pages of the notes. */

/** @import {
 *   Allows, Compound, Counts, Index, Matched, Meaning, Query, Scores, Surely, Unit, Weighed,
 *   WordFound
 * } from "../types.js" */
import { findCompound } from "../words/compounds.js"
import { initials } from "../words/hangul.js"
import { STRESSED, TEXT, TITLE, formsOf } from "./index.js"
import { expand } from "../words/meanings.js"
import {
  ADDED,
  B,
  COUNTED,
  FIELD_WEIGHT,
  K,
  LEAST_RARITY,
  LESS,
  LESS_SPELT,
  LONG_TITLE,
  MEANT_SURE,
  NAMED,
  OF_KIND,
  OWN_TITLE,
  PRESENTED_BY,
  RARITY_SMOOTHING,
  SPELT_SURE,
  SURE,
  WHOLE,
} from "./weights.js"
import { joined, withoutParticle, words } from "../words/words.js"

/**
 * Find what a word may mean, whatever the filters are: terms of the notes, and a compound.
 *
 * @param {Index} index
 * @param {string} word
 * @param {boolean} isLast
 * @returns {Meaning}
 */
export const meaningOf = (index, word, isLast) => ({
  matched: expand(index, word, isLast),
  compound: findCompound(index, joined(word)),
})

/**
 * Find what of the notes one word finds; `allows` tells the units that count.
 *
 * @param {Index} index
 * @param {string} word
 * @param {Meaning} meaning
 * @param {Allows} allows
 * @param {number} weight
 * @returns {WordFound}
 */
export const scoreWord = (index, word, { matched, compound }, allows, weight = 1) => {
  const named = unitsNamed(index, word)
  const found = new Set([...compound.counts.keys(), ...named])
  for (const postings of postingsOf(index, matched)) {
    for (const unit of postings.keys()) found.add(unit)
  }
  const rare = index.rarity.get(word) ?? rarityOf(index.units.length, found.size)
  const rarity = rare * weight
  const terms = weigh(index, matched)
  terms.push({ postings: compound.counts, weight: WHOLE, adds: false })
  const scores = scorePostings(index, terms, rarity, allows)
  for (const number of named.filter(allows)) {
    const unit = index.units[number]
    raise(scores.units, number, NAMED * rarity)
    raise(scores.pages, unit.page, NAMED * rarity * unit.boost)
  }
  return { ...scores, matched, written: compound.written }
}

/**
 * @template T
 * @param {Map<T, number>} scores
 * @param {Map<T, number>} others
 */
const addAll = (scores, others) => {
  for (const [key, score] of others) scores.set(key, (scores.get(key) ?? 0) + score)
}

/**
 * What a word finds, and less what a phrase finds that means the same.
 *
 * @param {WordFound} found
 * @param {WordFound} phrase
 * @returns {WordFound}
 */
export const withSame = (found, phrase) => {
  addAll(found.units, phrase.units)
  addAll(found.pages, phrase.pages)
  const meant = [...phrase.matched].map(
    ([term, sure]) => /** @type {Surely} */ ([term, MEANT_SURE * sure]),
  )
  return {
    ...found,
    matched: new Map([...meant, ...found.matched]),
    written: new Set([...found.written, ...phrase.written]),
  }
}

/** @param {Index} index @param {Matched} matched */
const postingsOf = (index, matched) =>
  [...matched.keys()].map((term) => index.terms.get(term) ?? new Map())

/** The people that a word names. @param {Index} index @param {string} word */
const unitsNamed = (index, word) => {
  const name = word.length > 2 ? word.replace(/님(?:[은이의과도])?$/, "") : word
  return index.people.filter((number) => isNamed(index.units[number], name))
}

/** Whether a person is called so. @param {Unit} unit @param {string} name */
const isNamed = ({ people }, name) => name.length > 1 && people.some((own) => isNameOf(own, name))

/**
 * Whether a name is the whole one, its initials, the given one of a Korean name, or a word of it.
 *
 * @param {string} own
 * @param {string} name
 */
const isNameOf = (own, name) => {
  const whole = joined(own)
  if (whole === name || initials(whole) === name) return true
  return (/^[가-힣]{3,4}$/.test(own) && own.endsWith(name)) || words(own).includes(name)
}

/**
 * Tell what each term of a word weighs, and whether its texts count beside those of others.
 *
 * @param {Index} index
 * @param {Matched} matched
 * @returns {Weighed[]}
 */
const weigh = (index, matched) => {
  const hasItself = [...matched.values()].some((sure) => sure >= SURE)
  const weights = new Map(
    [...matched].map(([term, sure]) => [term, sure * sure * (hasItself ? besideItself(sure) : 1)]),
  )
  const weightOf = (/** @type {string} */ term) => weights.get(term) ?? 0
  // What counts as a form of another term counts there, unless it is meant much more itself.
  const isCounted = (/** @type {string} */ term) =>
    formsOf(term, index.forms).some((form) => {
      const weight = weights.get(form)
      return weight !== undefined && weight >= COUNTED * weightOf(term)
    })
  return [...weights].map(([term, weight]) => ({
    postings: index.terms.get(term) ?? new Map(),
    weight,
    adds: weight >= ADDED && !isCounted(term),
  }))
}

/** What a term weighs where the notes have the word itself. @param {number} sure */
const besideItself = (sure) => {
  if (sure >= SURE) return 1
  return sure >= SPELT_SURE ? LESS_SPELT : LESS
}

/**
 * Score words that were typed apart as one: 회귀 분석 in 회귀분석.
 *
 * @param {Index} index
 * @param {string} compound
 * @param {Allows} allows
 */
export const scoreCompound = (index, compound, allows) => {
  const { counts } = findCompound(index, compound)
  const rarity = rarityOf(index.units.length, counts.size)
  return scorePostings(index, [{ postings: counts, weight: WHOLE, adds: true }], rarity, allows)
}

/**
 * How rare something is that is found in so many of all units or pages.
 *
 * @param {number} all
 * @param {number} found
 */
export const rarityOf = (all, found) => {
  const without = all - found + RARITY_SMOOTHING
  return Math.max(LEAST_RARITY, Math.log(1 + without / (found + RARITY_SMOOTHING)))
}

/**
 * @template T
 * @param {Map<T, number>} scores
 * @param {T} key
 * @param {number} score
 */
export const raise = (scores, key, score) => {
  if (score > (scores.get(key) ?? 0)) scores.set(key, score)
}

/**
 * Score units and pages by how often terms stand in their fields, and what each term weighs.
 *
 * A note is about what one of its titles says, and about what its texts say again and again.
 *
 * @param {Index} index
 * @param {Weighed[]} terms
 * @param {number} rarity
 * @param {Allows} allows
 * @returns {Scores}
 */
const scorePostings = (index, terms, rarity, allows) => {
  /** @type {Map<number, number>} */
  const units = new Map()
  /** @type {Map<string, number>} */
  const titles = new Map()
  /** @type {Map<string, number>} */
  const texts = new Map()
  for (const { postings, weight, adds } of terms) {
    for (const [number, counts] of postings) {
      if (!allows(number)) continue
      const unit = index.units[number]
      raise(units, number, rarity * weight * closeness(index, unit, counts))
      for (const field of [TITLE, STRESSED]) {
        const score = inField(field, counts[field], wordiness(unit, field))
        raise(titles, unit.page, ownShare(unit) * unit.boost * weight * score)
      }
      const amount = unit.boost * weight * counts[TEXT]
      if (adds) texts.set(unit.page, (texts.get(unit.page) ?? 0) + amount)
      else raise(texts, unit.page, amount)
    }
  }
  /** @type {Map<string, number>} */
  const pages = new Map()
  for (const page of new Set([...titles.keys(), ...texts.keys()])) {
    const said = inField(TEXT, texts.get(page) ?? 0, 1)
    pages.set(page, rarity * ((titles.get(page) ?? 0) + said))
  }
  return { units, pages }
}

/**
 * Score what is of a kind: beside a place, 질문 and 회고 mean what is of that kind there.
 *
 * @param {Scores} scores
 * @param {Index} index
 * @param {string | undefined} kind
 * @param {Allows} allows
 */
export const raiseKind = (scores, index, kind, allows) => {
  if (!kind) return
  index.units.forEach((unit, number) => {
    if (unit.kind !== kind || !allows(number)) return
    raise(scores.units, number, OF_KIND)
    raise(scores.pages, unit.page, OF_KIND)
  })
}

/**
 * Score what somebody presented, and the person: 나래가 발표한 거.
 *
 * @param {Scores} scores
 * @param {Index} index
 * @param {string} word
 * @param {Allows} allows
 */
export const raisePresented = (scores, index, word, allows) => {
  const name = word.length > 2 ? withoutParticle(word.replace(/님(?=.?$)/, "")) : word
  index.units.forEach((unit, number) => {
    const mayBe = unit.badge === "presentation" || unit.badge === "person"
    if (!mayBe || !allows(number) || !isNamed(unit, name)) return
    raise(scores.units, number, PRESENTED_BY)
    raise(scores.pages, unit.page, PRESENTED_BY)
  })
}

/**
 * BM25 over the fields of a unit, without the rarity (Robertson and Zaragoza 2009, 3.5).
 *
 * @param {Index} index
 * @param {Unit} unit
 * @param {Counts} counts
 */
const closeness = ({ average }, unit, counts) => {
  const scores = counts.map((amount, field) => {
    const length = 1 - B + (B * unit.lengths[field]) / average[field]
    return inField(field, amount, Math.max(length, wordiness(unit, field)))
  })
  return total(scores)
}

/** @param {number} field @param {number} amount @param {number} length */
const inField = (field, amount, length) =>
  amount && (FIELD_WEIGHT[field] * amount * (K + 1)) / (amount + K * length)

/** @param {Unit} unit */
const ownShare = ({ part }) => (part ? 1 : OWN_TITLE)

/** @param {Unit} unit @param {number} field */
const wordiness = ({ lengths }, field) =>
  field === TITLE ? Math.max(1, lengths[field] / LONG_TITLE) : 1

/** @param {number[]} values */
export const total = (values) => values.reduce((sum, value) => sum + value, 0)

/**
 * How much of what was typed is there, from `least` to 1, by what each word weighs.
 *
 * @param {number[]} values
 * @param {number} least
 * @param {number[]} weights
 */
export const coverage = (values, least, weights) => {
  if (values.length === 0) return 1
  const share = total(weights.filter((_, i) => values[i])) / total(weights)
  return least + (1 - least) * share ** 2
}

/** What each word of a query weighs. @param {Query} query */
export const weightsOf = ({ words: typed, weights }) => typed.map((word) => weights.get(word) ?? 1)
