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
 * Ask for the search, and again once it can hear, if that wasn't yet so.
 *
 * @param {BroadcastChannel} channel
 */
const asking = (channel) => {
  let isWanted = false
  const load = () => {
    isWanted = true
    channel.postMessage({ load: true })
  }
  channel.addEventListener("message", ({ data }) => {
    if (data.started && isWanted) load()
  })
  return load
}

/**
 * Load when somebody is about to search, or before: when the page is there and the browser idle.
 *
 * @param {HTMLInputElement} field
 * @param {BroadcastChannel} channel
 */
export const loadAhead = (field, channel) => {
  const load = asking(channel)
  if (document.activeElement === field) load()
  field.addEventListener("focus", load) // each time: what may be typed is told anew
  for (const opener of document.querySelectorAll("label[for=__search], .md-search")) {
    opener.addEventListener("pointerenter", load, { once: true })
  }
  if (savesData()) return
  if (document.readyState === "complete") whenIdle(load)
  else addEventListener("load", () => whenIdle(load))
}
