/* The button behind the results of a big notebook, which has more of them loaded. */

const NEAR_END = 200 // pixels

/**
 * Make the button, which scrolling to the end of the results presses too.
 *
 * @param {HTMLElement} results
 * @param {HTMLButtonElement} button
 */
export const placeMore = (results, button) => {
  button.classList.add("campnotes-search-more")
  button.hidden = true
  // Not within them, where Material takes the last for its list.
  results.after(button)
  const whole = button.closest(".md-search__scrollwrap")
  whole?.addEventListener("scroll", () => {
    const below = whole.scrollHeight - whole.scrollTop - whole.clientHeight
    if (!button.hidden && below < NEAR_END) button.click()
  })
}

/**
 * Offer more, or no more; who was at the button goes on at the first result that is new.
 *
 * @param {HTMLElement} results
 * @param {HTMLButtonElement} button
 * @param {{ found: number, left: number, label: string }} told
 */
export const offerMore = (results, button, { found, left, label }) => {
  const wasThere = document.activeElement === button
  const shown = Number(button.dataset.found)
  button.hidden = left === 0
  button.dataset.found = String(found)
  button.textContent = label
  if (!wasThere || left > 0) return
  // They are drawn behind this message.
  setTimeout(() => {
    const links = results.querySelectorAll(".md-search-result__item > a")
    const next = /** @type {HTMLElement | undefined} */ (links[shown])
    next?.focus()
  })
}
