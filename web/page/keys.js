/*
 * Keys that do something by themselves: ours and the theme's. A reader can switch them off, as WCAG
 * 2.1.4 asks: who speaks to a computer, or slips, would go elsewhere by a word.
 */

const STORED = "campnotes-keys"
const OFF = "off"
const TYPED_IN = "input, textarea, select, [contenteditable], [role=textbox]"

/**
 * Whether a key is typed into something, or is part of a shortcut.
 *
 * @param {KeyboardEvent} event
 */
export const isTyped = ({ target, altKey, ctrlKey, metaKey, isComposing }) =>
  isComposing ||
  altKey ||
  ctrlKey ||
  metaKey ||
  (target instanceof Element && target.closest(TYPED_IN) !== null)

/** A browser may refuse to keep anything. */
const areOff = () => {
  try {
    return localStorage.getItem(STORED) === OFF
  } catch {
    return false
  }
}

/** @param {boolean} on */
const keep = (on) => {
  try {
    if (on) localStorage.removeItem(STORED)
    else localStorage.setItem(STORED, OFF)
  } catch {
    // It holds for this page.
  }
}

/** Have a key by itself do nothing, where the reader has switched that off. */
export const watchKeys = () => {
  const silence = (/** @type {KeyboardEvent} */ event) => {
    const isCharacter = [...event.key].length === 1 && event.key !== " "
    if (isCharacter && !isTyped(event) && areOff()) event.stopImmediatePropagation()
  }
  // Before a theme hears it.
  addEventListener("keydown", silence, { capture: true })
}

/** Show the switch. */
export const offerKeys = () => {
  const help = document.querySelector(".campnotes-keys")
  const toggle = help?.querySelector("input")
  if (!(help instanceof HTMLElement) || !toggle) return
  help.hidden = false
  const show = () => document.body.toggleAttribute("data-campnotes-keyless", !toggle.checked)
  toggle.checked = !areOff()
  show()
  toggle.addEventListener("change", () => {
    keep(toggle.checked)
    show()
  })
}
