/* When the search is loaded: before a reader types, and not in the way of the page. */

/** How long a page is left alone where a browser doesn't tell that it is idle (Safari). */
const LEFT_ALONE = 2000 // ms

/** Whether a reader asks sites to load little. */
const savesData = () => {
  const { connection } = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator)
  return connection?.saveData === true
}

/** @param {() => void} load */
const whenIdle = (load) => {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(load)
  else setTimeout(load, LEFT_ALONE)
}

/**
 * Load when somebody is about to search, or before: when the page is there and the browser idle.
 *
 * @param {HTMLInputElement} field
 * @param {() => void} load may be asked for again
 */
export const loadAhead = (field, load) => {
  field.addEventListener("focus", load)
  for (const opener of document.querySelectorAll("label[for=__search], .md-search")) {
    opener.addEventListener("pointerenter", load, { once: true })
  }
  if (savesData()) return
  if (document.readyState === "complete") whenIdle(load)
  else addEventListener("load", () => whenIdle(load))
}
