/* What is loaded once, however often it is asked for. */

/**
 * Have something made once for each name.
 *
 * @template Made
 * @param {(name: string) => Made} make
 */
export const once = (make) => {
  /** @type {Map<string, Made>} */
  const known = new Map()
  return (/** @type {string} */ name) => {
    const made = known.get(name) ?? make(name)
    known.set(name, made)
    return made
  }
}
