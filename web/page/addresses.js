/* Addresses as they stand in notes, which may be none: `http://[`, `100%`. */

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

/** An address, or a part of one, as it is read; as it is, where a % stands for itself. */
export const decoded = (/** @type {string} */ address) => {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
