/* What answers queries from all units of a notebook. */

/** @import { Doc, Engine, Texts } from "../types.js" */
import { buildIndex } from "../ranking/index.js"
import { campOf } from "../query/places.js"
import { readQuery } from "../query/query.js"
import { findNotes } from "../results/results.js"
import { readMeanings, withMeanings } from "../words/same.js"

/**
 * @param {{ docs: Doc[], forms?: Record<string, string>, meanings?: string[] }} units
 * @param {Texts} texts
 * @returns {Engine}
 */
export const wholeNotebook = ({ docs, forms, meanings = [] }, texts) => {
  const same = readMeanings(meanings)
  const index = buildIndex(docs, { morphemes: forms, told: same.pairs })
  const camp = campOf(index.units)
  return {
    texts,
    search: async function* (text) {
      const query = withMeanings(readQuery(text, texts.kinds, camp), same)
      yield { query, result: findNotes(index, query) }
    },
  }
}
