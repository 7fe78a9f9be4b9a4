/* Formulas of notes, typeset by KaTeX. */

import { HOME, load } from "./loading.js"

const addStyle = () => {
  if (document.querySelector("link[data-campnotes-katex]")) return
  const style = document.createElement("link")
  style.rel = "stylesheet"
  style.href = new URL("katex/katex.min.css", HOME).href
  style.dataset.campnotesKatex = ""
  document.head.append(style)
}

/** Typeset the math of the page: \(…\) within a line, \[…\] on its own. */
export const typeset = async () => {
  /** @type {NodeListOf<HTMLElement>} */
  const formulas = document.querySelectorAll(".arithmatex:not([data-typeset])")
  if (formulas.length === 0 || typeof MathJax !== "undefined") return
  addStyle()
  if (typeof katex === "undefined") await load("katex/katex.min.js")
  for (const formula of formulas) {
    const match = /^\s*\\([([])([\s\S]*)\\[)\]]\s*$/.exec(formula.textContent ?? "")
    if (!match) continue
    formula.dataset.typeset = ""
    katex.render(match[2], formula, { displayMode: match[1] === "[", throwOnError: false })
  }
}
