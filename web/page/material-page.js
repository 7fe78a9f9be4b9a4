/* What a page does in Material for MkDocs: with its instant navigation, and its search. */

const LONGEST_WAIT = 10_000 // milliseconds until Material has marked what was searched for

/** The links of a page, but for those within it. */
export const LINKS = ".md-content a[href]:not(.headerlink):not([href^='#'])"

/** Whether the dialog of the search is open. */
export const isSearching = () => document.querySelector("#__search:checked") !== null

/** Start at this page, and at each that Material puts in its place. @param {() => void} start */
export const atEachPage = (start) => {
  // Material's observable emits anew after each instant navigation.
  const isMaterial = typeof document$ !== "undefined" && typeof document$.subscribe === "function"
  if (isMaterial) document$.subscribe(start)
  else document.addEventListener("DOMContentLoaded", start)
}

/** Have keys push along wide tables, and wide code where Material doesn't: without a mouse. */
const reachWide = () => {
  const hasMouse = matchMedia("(hover: hover)").matches
  const tables = ".md-typeset__scrollwrap"
  const wanted = hasMouse ? tables : `${tables}, .md-content pre > code`
  /** @type {NodeListOf<HTMLElement>} */
  const found = document.querySelectorAll(wanted)
  for (const box of found) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0
  }
}

/**
 * Name what Material leaves without a name for readers who are read to: the buttons that unfold a
 * section with a page of its own. What stands around a button that copies code is no landmark, and
 * of the table of contents only the whole is one: two headings may say the same.
 */
export const nameParts = () => {
  for (const part of document.querySelectorAll(".md-nav--secondary .md-nav")) {
    part.role = "none"
    part.removeAttribute("aria-label")
  }
  for (const label of document.querySelectorAll(".md-nav__container > label")) {
    const title = label.previousElementSibling?.textContent?.trim()
    if (!title || label.textContent?.trim()) continue
    const name = document.createElement("span")
    name.className = "campnotes-visually-hidden"
    name.textContent = title
    label.append(name)
  }
  // Material puts these there a moment later.
  setTimeout(() => {
    for (const bar of document.querySelectorAll("nav.md-code__nav")) bar.role = "none"
    reachWide()
  })
}

/**
 * Show the first place, behind that in the page's address, which has what a reader searched for.
 *
 * Material names it in the address (`?h=`), and marks it once it has loaded its search.
 *
 * @param {(found: Element) => void} show
 */
export const atFirstHit = (show) => {
  if (!new URLSearchParams(location.search).has("h")) return
  const place = document.querySelector(":target")
  const isBehind = (/** @type {Element} */ mark) =>
    !place || (place.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const look = () => {
    const marks = [...document.querySelectorAll("[data-campnotes-body] mark[data-md-highlight]")]
    const first = marks.find(isBehind)
    if (!first) return
    watching.disconnect()
    show(first)
  }
  const watching = new MutationObserver(look)
  watching.observe(document.body, { childList: true, subtree: true })
  setTimeout(() => watching.disconnect(), LONGEST_WAIT)
  look()
}
