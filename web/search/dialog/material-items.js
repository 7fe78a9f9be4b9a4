/* Results as Material's dialog shows them: its own items, whose titles and texts are HTML. */

/** @import { Hit, NoteFound, Piece, Query, Result, Surely, Texts, Unit } from "../types.js" */
import { FOLDED, GOOD } from "../ranking/weights.js"

const MOST_SHOWN = 4 // presenters
const MOST_OWN = 3 // terms of a word to be marked on the page that a result leads to
/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

/**
 * An item of Material's: its `SearchItem`.
 *
 * @typedef {object} Item
 * @property {string} location
 * @property {number} score
 * @property {Record<string, boolean>} terms
 * @property {string} title
 * @property {string} text
 * @property {string[]} [tags]
 */

/**
 * Return the items of a result, those of a note together.
 *
 * @param {Result} result
 * @param {Query} query
 * @param {Texts} texts
 */
export const itemsOf = ({ notes }, query, texts) =>
  notes.map((note) => note.hits.map((_, i) => itemOf(note, i, query, texts)))

/**
 * @param {NoteFound} note
 * @param {number} i
 * @param {Query} query
 * @param {Texts} texts
 * @returns {Item}
 */
const itemOf = (note, i, query, texts) => {
  const hit = note.hits[i]
  const { unit } = hit
  // Material folds away what scores less than the first: not what is nearly as good.
  const score = i < note.open ? note.score : Math.min(hit.score, note.score * FOLDED)
  return {
    location: unit.location,
    score,
    terms: termsOf(hit, query),
    title: marked(hit.title) + badgeOf(unit, texts) + placeOf(unit),
    text: presentedOf(unit, texts) + pathOf(unit) + marked(hit.text),
    ...(unit.tags && !unit.part ? { tags: unit.tags.map(encode) } : {}), // as HTML, to Material
  }
}

/**
 * Tell which typed words weren't found, and by which terms the others were, to be marked there.
 *
 * @param {Hit} hit
 * @param {Query} query
 */
const termsOf = ({ foundBy, unit }, query) => {
  /** @type {Record<string, boolean>} */
  const terms = {}
  const said = `${unit.title} ${unit.text}`.toLowerCase()
  query.words.forEach((word, i) => {
    const found = foundBy[i]
    if (!found) {
      terms[word] = false
      return
    }
    // Material looks for each part of a-b by itself.
    const good = found.filter(([term, sure]) => sure >= GOOD && !term.includes("-"))
    const marked = ownTerms(word, good) ?? good.filter(([term]) => said.includes(term)).slice(0, 1)
    for (const [term] of marked) terms[term] = true
  })
  return terms
}

/**
 * Of the terms that a word was found by, those that it is itself, without its endings: not what it
 * means in other words. None where it was found by those only.
 *
 * @param {string} word
 * @param {Surely[]} found
 */
const ownTerms = (word, found) => {
  const own = found.filter(([term]) => word.includes(term) || term.startsWith(word))
  own.sort((a, b) => a[0].length - b[0].length)
  /** @type {Surely[]} */
  const marked = []
  for (const term of own) {
    // Where 인덱스 is marked, so is 인덱스를.
    if (!marked.some(([shorter]) => term[0].includes(shorter))) marked.push(term)
  }
  return marked.length ? marked.slice(0, MOST_OWN) : undefined
}

/** @param {string} text */
const encode = (text) => text.replace(/[&<>"]/g, (character) => ENTITIES[character])

/** @param {Piece[]} pieces */
const marked = (pieces) => {
  const html = pieces.map(({ text, isFound }) =>
    isFound ? `<mark data-md-highlight>${encode(text)}</mark>` : encode(text),
  )
  return html.join("")
}

/** The kind of a unit, unless its title says it. @param {Unit} unit @param {Texts} texts */
const badgeOf = (unit, texts) => {
  const kind = unit.badge && texts.kinds?.[unit.badge]
  if (!kind || kind === unit.title) return ""
  const own = encode(String(unit.kind))
  return ` <small class="campnotes-kind" data-kind="${own}">${encode(kind)}</small>`
}

/** @param {Unit} unit */
const placeOf = ({ part, label }) => (!part && label ? ` <small>${encode(label)}</small>` : "")

/**
 * Who presented what is found, when, and with how many materials.
 *
 * @param {Unit} unit
 * @param {Texts} texts
 */
const presentedOf = ({ badge, people, label, materials }, texts) => {
  if (badge !== "presentation" || people.length === 0) return ""
  const shown = people.slice(0, MOST_SHOWN).join(", ")
  const more = people.length > MOST_SHOWN ? " …" : ""
  const counted = materials ? texts.materials.replace("{count}", String(materials)) : ""
  const told = [shown + more, label, counted].filter(Boolean).join(" · ")
  return `<small class="campnotes-presented">${encode(told)}</small> `
}

/** @param {Unit} unit */
const pathOf = ({ path }) =>
  path.length ? `<small class="campnotes-path">${encode(path.join(" › "))}</small> ` : ""
