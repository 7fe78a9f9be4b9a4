/* What worker and dialog tell one another, beside what Material passes on. */

/** @import { Result, Texts } from "../types.js" */

/**
 * From the dialog: begin to load, or go on with what was found last.
 *
 * @typedef {{ load: true }} Load
 * @typedef {{ more: true }} More
 */

/**
 * From the worker: what chips and hints need, or that nothing could be found out.
 *
 * @typedef {{ query: string, found: number, left: number, texts: Texts }
 *   & Pick<Result, "facets" | "filters" | "nearest">} Told
 * @typedef {{ query: string, failed: true, texts?: Texts }} Failed
 *
 * From what is loaded before the worker: that it hears from now on, and what may be typed.
 *
 * @typedef {{ started: true }} Started
 * @typedef {{ examples: string[], texts?: Texts }} Examples
 */

/**
 * The channel of the site whose scripts lie beside this one; null where there is none.
 *
 * @param {string} here the address of a script
 */
export const openChannel = (here) => {
  if (typeof BroadcastChannel !== "function") return null
  return new BroadcastChannel(`campnotes-search ${new URL(".", here).pathname}`)
}
