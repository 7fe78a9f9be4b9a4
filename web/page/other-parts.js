/*
 * The parts of a divided page, which a filter looks through too. Their pages are what is read: they
 * hold all that there is to find, and nothing has to be written for it a second time.
 */

import { wholeAddress } from "./addresses.js"
import { isAsked, isLeaf, readEntries } from "./entries.js"
import { once } from "./once.js"

export const MOST_FOUND = 100 // entries that are shown; who sees them all types another word

/** @typedef {import("./entries.js").Asked} Asked */
/** @typedef {import("./entries.js").Entry} Entry */

/**
 * Have links lead where they led from their own page.
 *
 * @param {Document} page
 * @param {string} url
 */
const lead = (page, url) => {
  for (const link of page.querySelectorAll("a[href]")) {
    const written = link.getAttribute("href") ?? ""
    link.setAttribute("href", wholeAddress(written, url))
  }
}

/** The entries of a part's page. @param {string} url */
const load = async (url) => {
  const answer = await fetch(url)
  if (!answer.ok) return []
  const page = new DOMParser().parseFromString(await answer.text(), "text/html")
  lead(page, url)
  return readEntries(page)
}

/** The entries of a part's page, which is loaded once. */
const entriesOf = once((url) => load(url).catch(() => []))

/** An entry as it is shown among those of other parts, with what it is in. @param {Entry} entry */
const copy = ({ element, outer }) => {
  const shown = /** @type {HTMLElement} */ (document.importNode(element, true))
  shown.removeAttribute("id")
  const around = outer?.element.querySelector("a")
  if (around) {
    const label = document.createElement("small")
    label.append(document.importNode(around, true), " ")
    shown.prepend(label)
  }
  return shown
}

/**
 * Find what a reader asks for in all parts. Each part's entries are handed on as they come; what
 * handles them says whether more are wanted.
 *
 * @param {string[]} urls
 * @param {Asked} asked
 * @param {(found: HTMLElement[]) => boolean} show
 */
export const findInParts = async (urls, asked, show) => {
  for (const url of urls) {
    const entries = await entriesOf(url)
    const found = entries.filter((entry) => isLeaf(entry) && isAsked(entry, asked))
    const isMoreWanted = show(found.map(copy))
    if (!isMoreWanted) return
  }
}
