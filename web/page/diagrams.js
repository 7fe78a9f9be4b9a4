/* Diagrams of notes, drawn by Mermaid: each on its own, and with nothing from elsewhere. */

import { loadModule } from "./loading.js"
import { withIdsOfDiagrams } from "./material-diagrams.js"

// What a diagram can't change for itself, by `%%{init}%%` or front matter.
const FIXED = {
  startOnLoad: false,
  securityLevel: "strict",
  suppressErrorRendering: true,
  maxTextSize: 50_000, // characters
  maxEdges: 500,
}
// As GitHub lays them out; Mermaid's own choice is half a megabyte more to load.
const LAYOUT = { layout: "dagre" }
const SETTINGS = {
  ...FIXED,
  secure: [
    ...Object.keys(FIXED),
    "secure",
    "themeCSS",
    "fontFamily",
    "altFontFamily",
    "dompurifyConfig",
  ],
}

// What would load something while Mermaid measures: pictures of nodes, and addresses in styles.
const LOADING = /@\{[^]*?(?:img|\\)|\burl\(|image-set\(|@import|(?:classDef|style|linkStyle)\b.*\\/i
// The beginning of a tag that has attributes, or that is more than the shape of a text.
const TAG = /<(?=[a-z])(?!(?:br|b|i|u|em|strong|code|sub|sup|small)\s*\/?>)(?!\w+>>)/gi
const ADDRESS = /url\(\s*(?!["']?#)[^)]*\)|@import[^;]*;?/gi

/**
 * Take out of a drawing what leads to other places, but for links that readers press.
 *
 * @param {string} svg
 */
const harmless = (svg) => {
  const parsed = new DOMParser().parseFromString(svg, "text/html")
  for (const element of parsed.body.querySelectorAll("*")) {
    if (element.localName === "style") {
      element.textContent = element.textContent.replace(ADDRESS, "")
    }
    for (const { name, value } of [...element.attributes]) {
      const isAddress = /^(?:xlink:)?href$|^src/.test(name)
      const isLink = element.localName === "a" && /^https?:/i.test(value)
      const stays = isLink || /^(?:#|data:image\/)/.test(value)
      if (name.startsWith("on") || (isAddress && !stays)) element.removeAttribute(name)
      else if (name === "style") element.setAttribute(name, value.replace(ADDRESS, ""))
    }
  }
  return parsed.body.innerHTML
}

/** What stands in the place of a diagram that can't be drawn. @param {string} text */
const asWritten = (text) => {
  const made = document.createElement("pre")
  made.style.overflow = "auto"
  made.textContent = text
  return made.outerHTML
}

/** @param {unknown} found @returns {found is Mermaid} */
const isMermaid = (found) =>
  typeof found === "object" &&
  found !== null &&
  "render" in found &&
  typeof found.render === "function"

/** @returns {Promise<Mermaid>} */
const loadMermaid = async () => {
  const { default: library } = await loadModule("mermaid/mermaid.esm.min.mjs")
  return library
}

/**
 * Put a `mermaid` there that loads our copy at the first diagram, and keeps diagrams harmless.
 *
 * A theme draws with the one that it finds, and fetches one from elsewhere if there is none. One
 * that the site's author has put there stays.
 */
export const standInForMermaid = () => {
  if (isMermaid(globalThis.mermaid)) return
  /** @type {Mermaid | undefined} */
  let authors
  let settings = {}
  let isReady = false

  /** @param {string} id @param {string} text */
  const draw = async (id, text) => {
    if (LOADING.test(text)) throw new Error("The diagram loads something.")
    // It loads by itself what this kind of diagram needs, and nothing of the others.
    const library = authors ?? (await loadMermaid())
    if (!isReady) library.initialize({ ...LAYOUT, ...settings, ...SETTINGS })
    isReady = true
    const { svg } = await library.render(id, text.replace(TAG, "#lt;"))
    return harmless(svg)
  }
  /** @type {Mermaid} */
  const standIn = {
    initialize: (given) => {
      const { themeCSS = "" } = given
      settings = { ...given, themeCSS: withIdsOfDiagrams(themeCSS) }
      isReady = false
    },
    render: (id, text) =>
      draw(id, text)
        .catch(() => asWritten(text))
        .then((svg) => ({ svg })),
  }
  Object.defineProperty(globalThis, "mermaid", {
    configurable: true,
    get: () => standIn,
    // The site's author may load one after us.
    set: (given) => {
      authors = given
    },
  })
}
