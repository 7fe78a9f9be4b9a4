/* Formulas of notes, typeset by KaTeX. */

import { HOME, load } from "./loading.js"

// Longer ones than anyone writes stay as they are written: of one, and of a page together.
const LONGEST = 5_000 // characters
const MOST = 200_000 // characters
const AT_MOST = 5_000 // milliseconds; what a page's macros may take of its reader's time

const SETTINGS = {
  throwOnError: false,
  trust: false, // no links, images or styles
  strict: "ignore",
  maxSize: 30, // em
}
const EXPANSIONS = 500 // of macros within a formula

// A formula that defines macros of its own: with parameters, one of a line can grow to millions.
const DEFINES = /\\(?:[egx]?def|let|futurelet|(?:new|renew|provide)command)(?![a-zA-Z])/
const GROWN = 20_000 // characters that macros may make of one

/** How often macros may be expanded in a formula; 0 if it isn't typeset. @param {string} formula */
const expansionsOf = (formula) => {
  if (formula.length > LONGEST) return 0
  if (!DEFINES.test(formula)) return EXPANSIONS
  if (formula.includes("#")) return 0
  return Math.min(EXPANSIONS, Math.floor(GROWN / formula.length))
}

// Those that almost every formula is set in.
const FONTS = ["1em KaTeX_Main", "italic 1em KaTeX_Math"]

/** Wait for KaTeX's fonts, so that a formula has its size at once and what is below moves once. */
const loadFonts = async () => {
  const loading = FONTS.map((font) => document.fonts.load(font))
  await Promise.allSettled(loading)
}

/** Add KaTeX's style, and wait for it. */
const addStyle = async () => {
  if (document.querySelector("link[data-campnotes-katex]")) return
  const style = document.createElement("link")
  style.rel = "stylesheet"
  style.href = new URL("katex/katex.min.css", HOME).href
  style.dataset.campnotesKatex = ""
  document.head.append(style)
  await new Promise((resolve) => {
    style.addEventListener("load", resolve)
    style.addEventListener("error", resolve)
  })
}

/**
 * Mark the paragraphs that a formula within a line is too wide for: they are pushed along. Keys
 * reach a formula of its own that is.
 */
const markWide = () => {
  /** @type {NodeListOf<HTMLElement>} */
  const displayed = document.querySelectorAll("[data-typeset] > .katex-display")
  for (const formula of displayed) {
    if (formula.scrollWidth > formula.clientWidth) formula.tabIndex = 0
  }
  for (const formula of document.querySelectorAll("[data-typeset] > .katex")) {
    const block = formula.closest("p, li, td, th, dd, h1, h2, h3, h4, h5, h6")
    if (block instanceof HTMLElement && block.scrollWidth > block.clientWidth) {
      block.dataset.campnotesWide = ""
    }
  }
}

/** Whether another plugin's MathJax typesets formulas; anything else may have the name. */
const isMathJaxThere = () =>
  typeof MathJax === "object" && !(MathJax instanceof Element) && MathJax !== null

const isKatexThere = () => typeof katex !== "undefined" && typeof katex.render === "function"

/**
 * Typeset one formula; where that fails it stays as it is written.
 *
 * @param {HTMLElement} place
 * @param {string} formula
 * @param {boolean} displayMode
 */
const typesetOne = (place, formula, displayMode) => {
  const maxExpand = expansionsOf(formula)
  if (!maxExpand) return
  const made = document.createElement("span")
  try {
    katex.render(formula, made, { ...SETTINGS, maxExpand, displayMode })
  } catch {
    return // such as one that is nested deeper than a browser can count
  }
  place.replaceChildren(...made.childNodes)
}

/** Typeset the math of the page: \(…\) within a line, \[…\] on its own. */
export const typeset = async () => {
  /** @type {NodeListOf<HTMLElement>} */
  const formulas = document.querySelectorAll(".arithmatex:not([data-typeset])")
  if (formulas.length === 0 || isMathJaxThere()) return
  const styled = addStyle().then(loadFonts)
  if (!isKatexThere()) await load("katex/katex.min.js")
  await styled
  const end = performance.now() + AT_MOST
  let left = MOST
  for (const formula of formulas) {
    const match = /^\s*\\([([])([\s\S]*)\\[)\]]\s*$/.exec(formula.textContent ?? "")
    if (!match) continue
    formula.dataset.typeset = ""
    const { length } = match[2]
    if (length > left || performance.now() > end) continue
    left -= length
    typesetOne(formula, match[2], match[1] === "[")
  }
  markWide()
}
