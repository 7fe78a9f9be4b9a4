/*
 * The keyboard in Material's search dialog. Material closes it at each Tab; here Tab goes from the
 * field to the chips and from result to result, and closes it behind the last.
 */

/** @import { Toolbar } from "./chips.js" */
import { entryOf, goAmongChips } from "./chips.js"

// Of the results, as Material's own arrows go through them.
const RESULTS = ":not(details) > [href], summary, details[open] [href]"
const ALONE = ["Shift", "Control", "Alt", "Meta"]

/**
 * @typedef {object} Dialog
 * @property {HTMLInputElement} field
 * @property {HTMLElement} results
 * @property {Toolbar} toolbar our chips
 * @property {HTMLElement} hint our words to try
 * @property {HTMLButtonElement} more our button behind the results
 */

/** @param {Element} element */
const isSeen = (element) => /** @type {HTMLElement} */ (element).offsetParent !== null

/** All that Tab comes to, in order. @param {Dialog} dialog @returns {HTMLElement[]} */
const stopsOf = ({ field, results, toolbar, hint, more }) => {
  const chips = [entryOf(toolbar), ...hint.querySelectorAll("button")].filter(Boolean)
  const found = [...results.querySelectorAll(RESULTS), more]
  return /** @type {HTMLElement[]} */ ([field, ...[...chips, ...found].filter(isSeen)])
}

/** Whether Tab was gone with. @param {Dialog} dialog @param {KeyboardEvent} event */
const goOn = (dialog, { shiftKey }) => {
  const { activeElement } = document
  const stops = stopsOf(dialog)
  const isAmongChips = dialog.toolbar.bar.contains(activeElement)
  const here = isAmongChips ? entryOf(dialog.toolbar) : activeElement
  const at = stops.findIndex((stop) => stop === here)
  const next = stops[at + (shiftKey ? -1 : 1)]
  if (at < 0 || !next) return false
  next.focus()
  return true
}

/** Whether a key was gone with, so that nobody else shall hear it. @type {typeof goOn} */
const go = (dialog, event) => {
  const { activeElement } = document
  if (event.key === "Tab") return goOn(dialog, event)
  // Material has them lead back to the field, from where Shift and Tab would begin.
  if (ALONE.includes(event.key)) return activeElement !== dialog.field
  return goAmongChips(dialog.toolbar, event.key)
}

/** Whether a button of ours has the focus and is pressed by a key. @type {typeof goOn} */
const isPressed = ({ toolbar, hint, more }, { key }) => {
  const { activeElement } = document
  const isOurs = [toolbar.bar, hint, more].some((own) => own.contains(activeElement))
  return isOurs && (key === "Enter" || key === " ")
}

/**
 * Hear the keys before Material does.
 *
 * @param {Dialog} dialog
 */
export const watchKeys = (dialog) => {
  const { field } = dialog
  const toggle = document.querySelector("#__search")
  const whole = field.closest("[data-md-component=search]")
  /** What had the focus before the dialog. @type {HTMLElement | null} */
  let before = null
  whole?.addEventListener("focusin", (event) => {
    const left = /** @type {FocusEvent} */ (event).relatedTarget
    if (left instanceof HTMLElement && !whole.contains(left)) before = left
  })
  document.addEventListener(
    "keydown",
    (event) => {
      if (!(toggle instanceof HTMLInputElement && toggle.checked)) return
      const { activeElement } = document
      if (event.key === "Escape") {
        // Material closes the dialog; nothing in it that nobody sees may keep the focus.
        setTimeout(() => leave(activeElement, before))
        return
      }
      if (!whole?.contains(activeElement)) return
      if (isPressed(dialog, event)) event.stopPropagation()
      if (!go(dialog, event)) return
      event.stopPropagation()
      if (!ALONE.includes(event.key)) event.preventDefault()
    },
    true,
  )
}

/** @param {Element | null} active @param {HTMLElement | null} before */
const leave = (active, before) => {
  if (active instanceof HTMLElement) active.blur()
  if (before?.isConnected) before.focus()
}
