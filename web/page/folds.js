/* Folded parts of notes: what a reader looks for in one opens it. */

import { decoded } from "./addresses.js"

/**
 * Open what folds an element away. Returns whether anything did.
 *
 * @param {Element} element
 */
const unfold = (element) => {
  let isFolded = false
  let fold = element.closest("details")
  while (fold) {
    isFolded ||= !fold.open
    fold.open = true
    fold = fold.parentElement?.closest("details") ?? null
  }
  return isFolded
}

/** Show an element that may be folded away. @param {Element} element */
export const reveal = (element) => {
  if (unfold(element)) element.scrollIntoView()
}

/**
 * Fold a note's contents when an entry of it is chosen, as a menu does.
 *
 * Where a theme makes the page anew at the first such click, folded as at first, all that stands
 * below would move after the browser has gone to its place.
 *
 * @param {MouseEvent} event
 */
export const foldChosen = (event) => {
  if (!(event.target instanceof Element)) return
  const fold = event.target.closest(".campnotes-contents a")?.closest("details")
  if (fold) fold.open = false
}

/** Go to the place that the page's address names, where browsers don't. */
export const revealPlace = () => {
  const name = decoded(location.hash.slice(1))
  if (!name) return
  // An address that was typed may have its Hangul in pieces, as macOS writes names.
  const place = document.getElementById(name) ?? document.getElementById(name.normalize("NFC"))
  if (!place) return
  const wasFolded = unfold(place)
  const isFoundByBrowser = place.id === name
  if (wasFolded || !isFoundByBrowser) place.scrollIntoView()
}
