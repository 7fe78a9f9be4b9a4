/*
 * What a note's page does in the browser. Everything comes from the site itself, and what is large
 * (KaTeX, Mermaid) is loaded only by a page that shows it.
 */

import { standInForMermaid } from "./diagrams.js"
import { startFilters } from "./filter.js"
import { foldChosen, reveal, revealPlace } from "./folds.js"
import { typeset } from "./formulas.js"
import { goByKey, offerRandomDay, tellKeys } from "./going.js"
import { enlargeClicked, showAsked, watchImages } from "./images.js"
import { offerKeys, watchKeys } from "./keys.js"
import { drawMap } from "./mapping.js"
import { atEachPage, atFirstHit, nameParts } from "./material-page.js"
import { showNearest } from "./nearest.js"
import { watchLinks } from "./previewing.js"
import { printAsked, unfoldOnPaper } from "./printing.js"

document.addEventListener("click", showAsked)
document.addEventListener("click", enlargeClicked)
// Before a theme looks for the place.
document.addEventListener("click", foldChosen, { capture: true })
document.addEventListener("click", printAsked)
addEventListener("hashchange", revealPlace)
watchKeys()
document.addEventListener("keydown", goByKey)
watchLinks()
standInForMermaid()
unfoldOnPaper()
atEachPage(() => {
  nameParts()
  watchImages()
  startFilters()
  revealPlace()
  atFirstHit(reveal)
  tellKeys()
  offerKeys()
  offerRandomDay()
  drawMap().catch(() => {}) // the list stays
  showNearest().catch(() => {}) // the ways to all pages stay
  typeset().catch(() => {}) // the formula stays as it is written
})
