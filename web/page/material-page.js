/* What a page does in Material for MkDocs: with its instant navigation, and with its diagrams. */

import { load } from "./loading.js"

/** Start at this page, and at each that Material puts in its place. @param {() => void} start */
export const atEachPage = (start) => {
  // Material's observable emits anew after each instant navigation.
  if (typeof document$ !== "undefined") document$.subscribe(start)
  else document.addEventListener("DOMContentLoaded", start)
}

/**
 * Put a `mermaid` there that loads our copy at the first diagram.
 *
 * Material draws diagrams with the one that it finds, and fetches one from elsewhere if there is
 * none.
 */
export const standInForMermaid = () => {
  if (typeof mermaid !== "undefined") return
  let settings = {}
  globalThis.mermaid = {
    initialize: (given) => {
      settings = given
    },
    render: async (...drawing) => {
      await load("mermaid/mermaid.min.js")
      globalThis.mermaid.initialize(settings)
      return globalThis.mermaid.render(...drawing)
    },
  }
}
