/* The index: which terms stand in which units, and how often. */

/** @import { Counts, Doc, Index, Pairs, Postings, Unit } from "../types.js" */
import { wholeLocation } from "./anchors.js"
import { wordStarts } from "../words/compounds.js"
import { isHangul } from "../words/hangul.js"
import { lazily } from "../lazily.js"
import { learnPairs } from "../words/pairs.js"
import { FORM, LATIN_FORM } from "./weights.js"
import { joined, stems, words } from "../words/words.js"

// Where a word stands: the fields of a unit.
export const TITLE = 0
export const STRESSED = 1
export const TEXT = 2

/**
 * Build the index of units as `units.py` writes them, those of a page behind one another.
 *
 * `morphemes` are those of words, where the build knew them, and `told` the pairs of terms that it
 * knew; `rarity` is that of words in the whole notebook, where the units are only a part of it.
 *
 * @param {Doc[]} docs
 * @param {{
 *   morphemes?: Record<string, string>, told?: Pairs, rarity?: Map<string, number>
 * }} [known]
 * @returns {Index}
 */
export const buildIndex = (docs, known = {}) => {
  const { morphemes = {}, told = new Map(), rarity = new Map() } = known
  // An object has a constructor, a word of notes too.
  const forms = new Map(Object.entries(morphemes))
  /** @type {Map<string, Postings>} */
  const terms = new Map()
  const units = unfold(docs).map((unit, number) => {
    const fields = fieldsOf(unit)
    countTerms(terms, forms, fields, number)
    return measure(unit, fields)
  })
  /** @type {Map<string, number[]>} */
  const pages = new Map()
  units.forEach((unit, number) => lazily(pages, unit.page, () => []).push(number))
  return {
    units,
    terms,
    average: [TITLE, STRESSED, TEXT].map((field) => averageLength(units, field)),
    pages,
    forms,
    rarity,
    vocabulary: [...terms.keys()],
    pairs: learnPairs(units),
    told,
    people: [...units.keys()].filter((number) => units[number].kind === "person"),
    jamo: new Map(),
    initials: new Map(),
    sounds: new Map(),
  }
}

/** The words of a unit's fields. @param {Unit} unit */
const fieldsOf = (unit) => {
  const people = unit.kind === "person" ? unit.people.join(" ") : ""
  const [stressed, text] = splitStressed(unit.text)
  return [words(unit.title), words(`${stressed} ${fileName(unit)}`), words(`${text} ${people}`)]
}

/**
 * Count the terms of a unit: its words, and what they are forms of or made of, at less.
 *
 * @param {Map<string, Postings>} terms
 * @param {Map<string, string>} forms
 * @param {string[][]} fields
 * @param {number} number
 */
const countTerms = (terms, forms, fields, number) => {
  fields.forEach((list, field) => {
    for (const word of list) {
      countsOf(terms, word, number)[field] += 1
      const amount = isHangul(word) ? FORM : LATIN_FORM
      for (const form of [...formsOf(word, forms), ...partsOf(word, forms)]) {
        countsOf(terms, form, number)[field] += amount
      }
    }
  })
}

/** @param {Map<string, Postings>} terms @param {string} term @param {number} number */
const countsOf = (terms, term, number) => {
  /** @type {Postings} */
  const postings = lazily(terms, term, () => new Map())
  return lazily(postings, number, () => /** @type {Counts} */ ([0, 0, 0]))
}

/**
 * A unit with what the ranking needs to know of its fields.
 *
 * @param {Unit} unit
 * @param {string[][]} fields
 */
const measure = (unit, fields) => {
  const [stressed, text] = splitStressed(unit.text)
  const texts = [unit.title, stressed, text]
  const inOne = texts.map(joined)
  const read = stressed ? joined(unit.text) : inOne[TEXT] // in its own order, for phrases
  return {
    ...unit,
    text: unit.text.replaceAll("\n", " "),
    lengths: fields.map((list) => list.length),
    joined: inOne,
    whole: [inOne[TITLE], read],
    starts: texts.map(wordStarts),
  }
}

/** @param {Unit[]} units @param {number} field */
const averageLength = (units, field) => {
  const sum = units.reduce((before, unit) => before + unit.lengths[field], 0)
  return Math.max(1, sum / Math.max(1, units.length))
}

/**
 * Return the sentences of a text that are stressed, set as headings, and the others.
 *
 * @param {string} text
 */
const splitStressed = (text) => {
  const lines = text.split("\n")
  return [1, 0].map((odd) => lines.filter((_, i) => i % 2 === odd).join(" "))
}

/**
 * Return what the file of a page is called; that of a part is told by its page.
 *
 * @param {{ location: string }} unit
 */
export const fileName = ({ location }) => {
  if (location.includes("#")) return ""
  const name =
    location
      .split("/")
      .filter(Boolean)
      .pop()
      ?.replace(/\.html$/, "") ?? ""
  try {
    return decodeURIComponent(name)
  } catch {
    return name // another plugin's address may not be encoded
  }
}

/**
 * Return units that tell all of themselves: a part of a note has what its note has.
 *
 * @param {Doc[]} docs
 */
const unfold = (docs) => {
  let page = docs[0]
  /** @type {Doc[]} */
  let above = []
  return docs.map((doc) => {
    if (!doc.location.startsWith("#")) {
      page = doc
      above = []
    }
    above = above.filter(({ level }) => isAbove(level, doc.level))
    const path = above.map(({ title }) => title)
    // Who presented is told of the note and of the presentation, and holds for what is below that.
    const people = doc.people ?? above.at(-1)?.people ?? []
    if (doc.level) above.push({ ...doc, people })
    return unfolded(page, doc, path, people)
  })
}

/** @param {number | undefined} level @param {number | undefined} own */
const isAbove = (level, own) => Boolean(own && level && level < own)

/**
 * @param {Doc} page
 * @param {Doc} doc
 * @param {string[]} path
 * @param {string[]} people
 * @returns {Unit}
 */
const unfolded = (page, doc, path, people) => {
  const isPart = doc !== page
  const location = isPart ? page.location + wholeLocation(doc) : doc.location
  const boost = isPart ? (page.boost ?? 1) * (doc.boost ?? 1) : (doc.boost ?? 1)
  return {
    ...page,
    level: undefined,
    text: "",
    ...doc,
    location,
    boost,
    path,
    people,
    page: location.split("#")[0],
    part: isPart,
    badge: doc.kind,
    ...UNMEASURED,
  }
}

const UNMEASURED = { lengths: [], joined: [], whole: [], starts: [] }

/**
 * Return what a word is a form of, by rule and by the build's morphemes (`morphemes.py`).
 *
 * @param {string} word
 * @param {Map<string, string>} forms
 */
export const formsOf = (word, forms) => [...stems(word), ...toldOf(word, forms, 0)]

/**
 * Return the nouns and names that a word is made of.
 *
 * @param {string} word
 * @param {Map<string, string>} forms
 */
const partsOf = (word, forms) => [...toldOf(word, forms, 1), ...namesWithin(word)]

/**
 * Return the names that a longer one is made of: modeling and utils of modeling_utils.py.
 *
 * @param {string} word
 */
export const namesWithin = (word) => (/[._-]/.test(word) ? word.split(/[._-]/) : [])

/** @param {string} word @param {Map<string, string>} forms @param {number} which */
const toldOf = (word, forms, which) => {
  const found = [word, ...stems(word)].map((form) => forms.get(form)).find(Boolean)
  return found ? found.split("|")[which].split(" ").filter(Boolean) : []
}
