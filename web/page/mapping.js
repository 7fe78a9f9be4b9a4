/* The map's drawing, whose module is loaded on that page alone. */

import { loadModule } from "./loading.js"

/** Draw the map, if this page is it. */
export const drawMap = async () => {
  const place = document.querySelector("[data-campnotes-map]")
  // Modules can't be loaded by a page that is opened as a file.
  if (!place || location.protocol === "file:") return
  const { offerDrawing } = await loadModule("map.mjs")
  offerDrawing(place)
}
