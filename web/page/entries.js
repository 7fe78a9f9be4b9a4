/*
 * What a page gathers, as its filter sees it: entries, entries within these, and sections around
 * them. All of it is taken from the list that readers without scripts see.
 */

const LIST = ".campnotes-entries"

/**
 * An entry: what it says itself, the one that it is in, and those in it.
 *
 * @typedef {object} Entry
 * @property {HTMLElement} element
 * @property {string} text
 * @property {Entry | undefined} outer
 * @property {Entry[]} inner
 */

/**
 * What a reader asks for: words, and values of facets.
 *
 * @typedef {{ words: string[], chips: Map<string, Set<string>> }} Asked
 */

/** A text in the form in which texts are compared. @param {string} text */
export const plain = (text) => text.normalize("NFC").toLowerCase()

/** What an entry says, without those in it. @param {HTMLElement} element */
const ownText = (element) => {
  const parts = []
  for (const child of element.childNodes) {
    const isList = child instanceof Element && child.matches(LIST)
    if (!isList) parts.push(child.textContent)
  }
  return plain(parts.join(" "))
}

/**
 * The entries of a page, outer ones before those in them.
 *
 * @param {ParentNode} page
 * @returns {Entry[]}
 */
export const readEntries = (page) => {
  /** @type {Map<Element, Entry>} */
  const known = new Map()
  /** @type {NodeListOf<HTMLElement>} */
  const elements = page.querySelectorAll(`${LIST} > li`)
  for (const element of elements) {
    const around = element.parentElement?.closest(`${LIST} > li`)
    const outer = around ? known.get(around) : undefined
    const text = ownText(element) + (outer ? ` ${outer.text}` : "")
    const entry = { element, text, outer, inner: [] }
    outer?.inner.push(entry)
    known.set(element, entry)
  }
  return [...known.values()]
}

/** Whether an entry holds no other one: these are counted. @param {Entry} entry */
export const isLeaf = (entry) => entry.inner.length === 0

/** What an entry has of a facet. @param {Entry} entry @param {string} facet */
const valuesOf = ({ element }, facet) => {
  const around = element.closest(`[data-${facet}]`)
  const inside = element.querySelectorAll(`.campnotes-${facet}`)
  const values = [...inside].map((one) => one.textContent.trim())
  if (around instanceof HTMLElement) values.push(around.dataset[facet] ?? "")
  return values
}

/** Whether an entry is what a reader asks for. @param {Entry} entry @param {Asked} asked */
export const isAsked = (entry, { words, chips }) => {
  if (!words.every((word) => entry.text.includes(word))) return false
  for (const [facet, wanted] of chips) {
    const has = valuesOf(entry, facet)
    if (!has.some((value) => wanted.has(value))) return false
  }
  return true
}

/**
 * Show the entries that a reader asks for, with those around them. Returns how many leaves are.
 *
 * @param {Entry[]} entries
 * @param {Asked} asked
 */
export const showAsked = (entries, asked) => {
  let count = 0
  // What is within stands behind, so that from the end it is decided on first.
  for (const entry of [...entries].reverse()) {
    const holdsShown = entry.inner.some((inner) => !inner.element.hidden)
    const isShown = holdsShown || isAsked(entry, asked)
    entry.element.hidden = !isShown
    if (isShown && isLeaf(entry)) count += 1
  }
  return count
}

/** The first link's text, by which entries are sorted. @param {Element} element */
const titleOf = (element) => element.querySelector("a")?.textContent.trim() ?? ""

/** The number that an entry is sorted by. @param {Element} element */
const numberOf = (element) => Number(element.getAttribute("data-n") ?? 0)

/** @type {Record<string, (given: Element[]) => Element[]>} */
const ORDERS = {
  given: (given) => given,
  turned: (given) => [...given].reverse(),
  title: (given) => [...given].sort((a, b) => titleOf(a).localeCompare(titleOf(b))),
  most: (given) => [...given].sort((a, b) => numberOf(b) - numberOf(a)),
}

/**
 * What can be sorted: the outer lists of a page, and its sections among themselves.
 *
 * @param {Element} place
 */
export const sorting = (place) => {
  const lists = [...place.querySelectorAll(LIST)]
  const outer = lists.filter((list) => !list.parentElement?.closest(LIST))
  const given = outer.map((list) => ({ list, items: [...list.children] }))
  const sections = [...place.querySelectorAll(":scope > .campnotes-section")]
  return (/** @type {string} */ order) => {
    const sort = ORDERS[order] ?? ORDERS.given
    for (const { list, items } of given) list.append(...sort(items))
    if (order === "turned") place.append(...ORDERS.turned(sections))
    else place.append(...sections)
  }
}
