/* Previews of links, whose module is loaded when the first is wanted; none where fingers point. */

import { loadModule } from "./loading.js"
import { LINKS } from "./material-page.js"

/** @param {Event} event */
const meant = ({ target }) => {
  const link = target instanceof Element ? target.closest(LINKS) : null
  return link instanceof HTMLAnchorElement ? link : undefined
}

/** @param {HTMLAnchorElement} link */
const show = async (link) => {
  const { preview } = await loadModule("previews.mjs")
  preview(link)
}

/**
 * Tell whether the pointer came to a place, or the place to the pointer: what is under a pointer
 * that rests changes when the page scrolls, or when something that lay over it goes.
 */
const watchPointer = () => {
  let rest = ""
  const placed = (/** @type {PointerEvent} */ { screenX, screenY }) => `${screenX} ${screenY}`
  document.addEventListener("pointermove", (event) => {
    rest = placed(event)
  })
  return (/** @type {PointerEvent} */ event) => placed(event) !== rest
}

/** Begin to show previews. */
export const watchLinks = () => {
  // Modules can't be loaded by a page that is opened as a file.
  if (!matchMedia("(hover: hover)").matches || location.protocol === "file:") return
  const begin = (/** @type {Event} */ event) => {
    const link = meant(event)
    if (link) show(link).catch(() => {}) // the link is as good without
  }
  const cameTo = watchPointer()
  document.addEventListener("pointerover", (event) => {
    if (cameTo(event)) begin(event)
  })
  document.addEventListener("focusin", (event) => {
    const { target } = event
    // Who clicks has seen where it leads.
    if (target instanceof Element && target.matches(":focus-visible")) begin(event)
  })
}
