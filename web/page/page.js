/*
 * What a note's page does in the browser. Everything comes from the site itself, and what is large
 * (KaTeX, Mermaid) is loaded only by a page that shows it.
 */

import { typeset } from "./formulas.js"
import { enlargeClicked, watchImages } from "./images.js"
import { atEachPage, standInForMermaid } from "./material-page.js"

document.addEventListener("click", enlargeClicked)
standInForMermaid()
atEachPage(() => {
  watchImages()
  typeset().catch(() => {}) // the formula stays as it is written
})
