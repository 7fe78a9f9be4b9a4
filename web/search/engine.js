/* What answers queries from all units of a notebook. */

/** @import { Doc, Engine, Texts } from "./types.js" */
import { buildIndex } from "./index.js"
import { campOf } from "./places.js"
import { readQuery } from "./query.js"
import { findNotes } from "./results.js"

/**
 * @param {{ docs: Doc[], forms?: Record<string, string> }} units
 * @param {Texts} texts
 * @returns {Engine}
 */
export const wholeNotebook = ({ docs, forms }, texts) => {
  const index = buildIndex(docs, forms)
  const camp = campOf(index.units)
  return {
    texts,
    search: async function* (text) {
      const query = readQuery(text, texts.kinds, camp)
      yield { query, result: findNotes(index, query) }
    },
  }
}
