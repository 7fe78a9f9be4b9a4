/* The filter of a page that gathers: its field, its chips, and the order of what is listed. */

import { isLeaf, plain, readEntries, showAsked, sorting } from "./entries.js"
import { findInParts, MOST_FOUND } from "./other-parts.js"

const WORDS = "filter" // what the page's address calls them

/** @typedef {import("./entries.js").Asked} Asked */

/**
 * What a reader asks for in a filter's field and chips.
 *
 * @param {Element} filter
 * @returns {Asked}
 */
const askedIn = (filter) => {
  const field = filter.querySelector("input")
  const words = plain(field?.value ?? "")
    .split(/\s+/)
    .filter(Boolean)
  /** @type {Map<string, Set<string>>} */
  const chips = new Map()
  for (const chip of pressedIn(filter)) {
    const facet = facetOf(chip)
    const wanted = chips.get(facet) ?? new Set()
    chips.set(facet, wanted.add(chip.value))
  }
  return { words, chips }
}

/** The chips that are pressed. @param {Element} filter @returns {HTMLButtonElement[]} */
const pressedIn = (filter) =>
  [...filter.querySelectorAll("button[aria-pressed=true]")].map(asButton)

/** @param {Element} element */
const asButton = (element) => /** @type {HTMLButtonElement} */ (element)

/** The facet that a chip is of. @param {Element} chip */
const facetOf = (chip) => chip.closest("[data-facet]")?.getAttribute("data-facet") ?? ""

/** Press a chip, or let it go. @param {Element} chip */
const turn = (chip) => {
  const isPressed = chip.getAttribute("aria-pressed") === "true"
  chip.setAttribute("aria-pressed", String(!isPressed))
}

/**
 * Keep in the page's address what is asked for, so that it can be sent on.
 *
 * @param {Element} filter
 * @param {Asked} asked
 */
const keepInAddress = (filter, { chips }) => {
  const url = new URL(location.href)
  const words = filter.querySelector("input")?.value ?? ""
  for (const name of [WORDS, ...facetsOf(filter)]) url.searchParams.delete(name)
  if (words) url.searchParams.set(WORDS, words)
  for (const [facet, values] of chips) {
    for (const value of values) url.searchParams.append(facet, value)
  }
  history.replaceState(history.state, "", url)
}

/** The facets of a filter. @param {Element} filter */
const facetsOf = (filter) => [...filter.querySelectorAll("[data-facet]")].map(facetOf)

/** Ask for what the page's address says. @param {Element} filter */
const takeFromAddress = (filter) => {
  const told = new URLSearchParams(location.search)
  const field = filter.querySelector("input")
  if (field) field.value = told.get(WORDS) ?? ""
  for (const chip of filter.querySelectorAll("button[aria-pressed]")) {
    const isTold = told.getAll(facetOf(chip)).includes(asButton(chip).value)
    if (!isTold) continue
    chip.setAttribute("aria-pressed", "true")
    const fold = chip.closest("details")
    if (fold) fold.open = true
  }
}

/**
 * What narrows a page that is whole.
 *
 * @param {Element} place
 * @returns {(asked: Asked, isAnything: boolean) => number}
 */
const narrowing = (place) => {
  const entries = readEntries(place)
  const sections = [...place.querySelectorAll(".campnotes-section")].map(asDetails)
  const wereOpen = sections.map((section) => section.open)
  return (asked, isAnything) => {
    const count = showAsked(entries, asked)
    for (const [at, section] of sections.entries()) {
      const items = [...section.querySelectorAll("li")]
      section.hidden = isAnything && items.every((item) => item.hidden)
      section.open = isAnything || wereOpen[at]
    }
    return count
  }
}

/** @param {Element} element */
const asDetails = (element) => /** @type {HTMLDetailsElement} */ (element)

/**
 * Say how many entries are shown, in the words of the page; without a number, all are.
 *
 * @param {Element | null} place
 * @param {number | string} [shown]
 */
const say = (place, shown) => {
  if (!(place instanceof HTMLElement)) return
  const { all = "", some = "", whole = "" } = place.dataset
  const said = shown === undefined ? whole : some.replace("{shown}", String(shown))
  place.textContent = said.replace("{all}", all)
}

/**
 * Start the filter over a page that is whole.
 *
 * @param {HTMLElement} filter
 * @param {Element} place
 */
const startWhole = (filter, place) => {
  const said = filter.querySelector("output")
  const order = filter.querySelector("select")
  const narrow = narrowing(place)
  const all = readEntries(place).filter(isLeaf).length
  if (said) said.dataset.all = String(all)
  if (order) {
    const sort = sorting(place)
    order.addEventListener("change", () => sort(order.value))
  }
  return (/** @type {Asked} */ asked, /** @type {boolean} */ isAnything) => {
    const count = narrow(asked, isAnything)
    say(said, isAnything ? count : undefined)
  }
}

/**
 * Start the filter over a page that is divided.
 *
 * @param {HTMLElement} filter
 * @param {HTMLElement} place
 * @param {string[]} urls
 */
const startDivided = (filter, place, urls) => {
  const said = filter.querySelector("output")
  const found = document.createElement("ul")
  found.className = "campnotes-entries campnotes-found"
  place.after(found)
  let turnOf = 0
  return async (/** @type {Asked} */ asked, /** @type {boolean} */ isAnything) => {
    const mine = (turnOf += 1) // what was asked before is given up
    const isStill = () => mine === turnOf
    place.hidden = isAnything
    found.replaceChildren()
    if (!isAnything) {
      say(said)
      return
    }
    await findInParts(urls, asked, (shown) => {
      if (!isStill()) return false
      found.append(...shown.slice(0, MOST_FOUND - found.children.length))
      const isFull = found.children.length >= MOST_FOUND
      say(said, isFull ? `${MOST_FOUND}+` : found.children.length)
      return !isFull
    })
  }
}

/** Start a filter. @param {HTMLElement} filter */
const start = (filter) => {
  const place = filter.nextElementSibling
  if (!(place instanceof HTMLElement)) return
  const written = (filter.dataset.parts ?? "").split(" ").filter(Boolean)
  const urls = written.map((part) => new URL(part, location.href).href)
  const narrow = urls.length > 0 ? startDivided(filter, place, urls) : startWhole(filter, place)
  const update = () => {
    const asked = askedIn(filter)
    const isAnything = asked.words.length > 0 || asked.chips.size > 0
    narrow(asked, isAnything)
    keepInAddress(filter, asked)
  }
  filter.addEventListener("input", (event) => {
    if (event.target instanceof HTMLInputElement) update()
  })
  filter.addEventListener("click", (event) => {
    const chip = event.target instanceof Element ? event.target.closest("[aria-pressed]") : null
    if (!chip) return
    turn(chip)
    update()
  })
  takeFromAddress(filter)
  const asked = askedIn(filter)
  if (asked.words.length > 0 || asked.chips.size > 0) update()
}

/** Start the filters of a page. */
export const startFilters = () => {
  /** @type {NodeListOf<HTMLElement>} */
  const filters = document.querySelectorAll(".campnotes-filter")
  for (const filter of filters) start(filter)
}
