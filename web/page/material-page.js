/* What a page does in Material for MkDocs: with its instant navigation. */

/** Start at this page, and at each that Material puts in its place. @param {() => void} start */
export const atEachPage = (start) => {
  // Material's observable emits anew after each instant navigation.
  const isMaterial = typeof document$ !== "undefined" && typeof document$.subscribe === "function"
  if (isMaterial) document$.subscribe(start)
  else document.addEventListener("DOMContentLoaded", start)
}
