/* Addresses as they stand in notes, which may be none: `http://[`. */

/**
 * The whole address of what is written on a page; as it is written, where that is no address.
 *
 * @param {string} written
 * @param {string} page
 */
export const wholeAddress = (written, page) => {
  try {
    return new URL(written, page).href
  } catch {
    return written
  }
}
