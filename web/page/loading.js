/* Our scripts and style sheets, loaded by a page that needs them. */

const script = /** @type {HTMLScriptElement} */ (document.currentScript)

/** Where our files are. */
export const HOME = new URL(".", script.src)

/** @type {Map<string, Promise<Event>>} */
const loaded = new Map()

/** Load a script of ours once. @param {string} path */
export const load = (path) => {
  const known = loaded.get(path)
  if (known) return known
  const loading = new Promise((resolve, reject) => {
    const made = document.createElement("script")
    made.src = new URL(path, HOME).href
    made.addEventListener("load", resolve)
    made.addEventListener("error", reject)
    document.head.append(made)
  })
  loaded.set(path, loading)
  return loading
}

/**
 * Load a module of ours; browsers do that once. It finds its own parts beside it.
 *
 * @param {string} path
 * @returns {Promise<any>}
 */
export const loadModule = (path) => import(new URL(path, HOME).href)
