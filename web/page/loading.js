/* Our scripts and style sheets, loaded by a page that needs them. */

import { once } from "./once.js"

const script = /** @type {HTMLScriptElement} */ (document.currentScript)

/** Where our files are. */
export const HOME = new URL(".", script.src)

/** Load a script of ours once. */
export const load = once(
  (path) =>
    new Promise((resolve, reject) => {
      const made = document.createElement("script")
      made.src = new URL(path, HOME).href
      made.addEventListener("load", resolve)
      made.addEventListener("error", reject)
      document.head.append(made)
    }),
)

/**
 * Load a module of ours; browsers do that once. It finds its own parts beside it.
 *
 * @param {string} path
 * @returns {Promise<any>}
 */
export const loadModule = (path) => import(new URL(path, HOME).href)
