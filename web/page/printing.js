/* What a page does for paper: all folded parts are open, and links tell their addresses once. */

import { typeset } from "./formulas.js"
import { loadModule } from "./loading.js"

/** Open all folded parts of a page while it is printed. */
export const unfoldOnPaper = () => {
  /** @type {HTMLDetailsElement[]} */
  let opened = []
  addEventListener("beforeprint", () => {
    markBare()
    const folded = document.querySelectorAll("article details:not([open])")
    opened = /** @type {HTMLDetailsElement[]} */ ([...folded])
    for (const fold of opened) fold.open = true
  })
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false
    opened = []
  })
}

/**
 * Mark links whose address needn't stand behind them: it is their text, or leads into this site.
 *
 * A theme may have made addresses within the site whole ones.
 */
const markBare = () => {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll("article a[href^='http']")
  for (const link of links) {
    const text = link.textContent?.trim().replace(/…$/, "") ?? ""
    const isWritten = text.includes(".") && decoded(link.href).includes(text)
    const isBare = isWritten || link.origin === location.origin
    link.toggleAttribute("data-campnotes-bare", isBare)
  }
}

/** @param {string} address */
const decoded = (address) => {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}

/** Print the notes that a button is for. @param {Event} event */
export const printAsked = async (event) => {
  const { target } = event
  if (!(target instanceof Element)) return
  /** @type {HTMLButtonElement | null} */
  const button = target.closest("button[data-campnotes-print]")
  if (!button || button.disabled) return
  button.disabled = true
  try {
    const paper = await loadModule("paper.mjs")
    await paper.printNotes(button, typeset)
  } catch {
    // Such as where the pages are opened as files: what is there says why.
    button.nextElementSibling?.removeAttribute("hidden")
  } finally {
    button.disabled = false
  }
}
