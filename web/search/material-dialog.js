/*
 * What our search adds to Material's dialog: chips that narrow the results, words to try where
 * nothing is found, and a count that is read out. The worker tells what they need over a channel.
 */

/** @import { Failed, Told } from "./channel.js" */
/** @import { Choice, FilterName, Texts } from "./types.js" */
import { openChannel } from "./channel.js"

/**
 * The parts of the dialog, ours in Material's.
 *
 * @typedef {object} Dialog
 * @property {HTMLInputElement} field
 * @property {HTMLElement} bar our chips
 * @property {HTMLElement} hint our words to try
 */

/** Search for what stands in the field as if it had been typed. @param {Dialog} dialog */
const search = ({ field }) => {
  field.dispatchEvent(new KeyboardEvent("keydown")) // for Material's suggestion
  field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
}

/** @param {Dialog} dialog @param {string} text */
const type = (dialog, text) => {
  dialog.field.value = text
  search(dialog)
}

/** @param {string} label @param {(event: PointerEvent) => void} press */
const makeButton = (label, press) => {
  const made = document.createElement("button")
  made.type = "button"
  made.className = "campnotes-chip"
  made.textContent = label
  made.addEventListener("click", (event) => press(/** @type {PointerEvent} */ (event)))
  return made
}

/**
 * @param {Dialog} dialog
 * @param {string} facet
 * @param {string | number} value
 * @param {boolean} isPressed
 */
const toggle = (dialog, facet, value, isPressed) => {
  const own = new RegExp(`(?<!\\S)${facet}:(?:"[^"]*"?|\\S*)`, "gi")
  const others = dialog.field.value.replace(own, "").trim()
  const added = isPressed ? "" : `${facet}:${String(value).replace(/\s+/g, "")}`
  type(dialog, [others, added].filter(Boolean).join(" "))
}

/** @param {HTMLElement} chip */
const isOn = (chip) => chip.getAttribute("aria-pressed") === "true"

/** @param {string} facet @param {Choice} choice @param {Texts} texts */
const labelOf = (facet, [value, , isPressed], texts) => {
  if (facet === "week") return texts.week.replace("{week}", String(value))
  if (facet === "tag") return `#${value}`
  if (facet !== "kind") return String(value)
  return texts.kinds[value] ?? (isPressed ? String(value) : undefined)
}

/**
 * The chip of a value; none for what has no name, or narrows nothing.
 *
 * @param {Dialog} dialog
 * @param {string} facet
 * @param {Choice} choice
 * @param {Told} told
 */
const makeChip = (dialog, facet, choice, { filters, found, texts }) => {
  const [value, count, isPressed] = choice
  const label = labelOf(facet, choice, texts)
  const isNarrowed = filters[/** @type {FilterName} */ (facet)] !== undefined
  // What all results have in common narrows nothing, but where they are narrowed by now.
  if (!label || (count === found && !isNarrowed)) return []
  const chip = makeButton(label, ({ pointerType }) => {
    toggle(dialog, facet, facet === "kind" ? label : value, isPressed)
    // Who has a mouse goes on typing; a finger would get its keyboard over the results.
    if (pointerType === "mouse") dialog.field.focus()
  })
  chip.dataset.value = `${facet}:${value}`
  chip.setAttribute("aria-pressed", String(isPressed))
  const number = document.createElement("span")
  number.textContent = String(count)
  chip.append(" ", number)
  return [chip]
}

/** @param {Dialog} dialog @param {Told} told */
const showChips = (dialog, told) => {
  const { bar, field } = dialog
  const chips = Object.entries(told.facets).flatMap(([facet, choices]) =>
    choices.flatMap((choice) => makeChip(dialog, facet, choice, told)),
  )
  chips.sort((a, b) => Number(isOn(b)) - Number(isOn(a))) // what is on is at hand to be released
  bar.setAttribute("aria-label", told.texts.filters)
  const active = /** @type {HTMLElement | null} */ (document.activeElement)
  const focused = active && bar.contains(active) ? active.dataset.value : undefined
  bar.replaceChildren(...chips)
  bar.hidden = chips.length === 0
  if (!focused) return
  // Who is at a chip when results arrive stays there.
  const same = chips.find((chip) => chip.dataset.value === focused)
  const next = same ?? chips[0] ?? field
  next.focus()
}

/** @param {Dialog} dialog @param {Told} told */
const showNearest = (dialog, { nearest, texts }) => {
  const buttons = nearest.map((word) =>
    makeButton(word, () => {
      type(dialog, word)
      dialog.field.focus()
    }),
  )
  dialog.hint.replaceChildren(texts.nearest, ...buttons.flatMap((button) => [" ", button]))
  dialog.hint.hidden = nearest.length === 0
}

/** @param {Dialog} dialog @param {Told | Failed} told */
const show = (dialog, told) => {
  if (told.query === undefined || told.query !== dialog.field.value) return // another tab's
  if ("failed" in told) {
    dialog.hint.textContent = told.texts?.failed ?? ""
    dialog.hint.hidden = !told.texts
    return
  }
  showChips(dialog, told)
  showNearest(dialog, told)
}

/**
 * Search for text that comes without keys: from an input method on a phone, by pasting or by voice.
 *
 * Material searches at each keyup.
 *
 * @param {Dialog} dialog
 */
const watchField = (dialog) => {
  const { field, bar, hint } = dialog
  let searched = field.value
  field.addEventListener("keyup", () => {
    searched = field.value
    if (!field.value.trim()) bar.hidden = hint.hidden = true
  })
  field.addEventListener("input", () => {
    if (field.value !== searched) search(dialog)
  })
  field.form?.addEventListener("reset", () => setTimeout(() => search(dialog))) // when it is empty
}

/** Whether a key leaves a field for what comes behind it. @param {KeyboardEvent} event */
const isForward = ({ key, shiftKey }) => key === "Tab" && !shiftKey

/** How far a key goes among the chips. @param {KeyboardEvent} event */
const stepOf = ({ key, shiftKey }) => {
  if (key === "Tab") return shiftKey ? -1 : 1
  if (key === "ArrowRight") return 1
  return key === "ArrowLeft" ? -1 : undefined
}

/**
 * Go among the chips by keys. Tab closes Material's dialog; where there are chips, it goes to them
 * first.
 *
 * @param {Dialog} dialog
 * @param {KeyboardEvent} event
 */
const goByKey = ({ field, bar, hint }, event) => {
  const all = [...bar.querySelectorAll("button"), ...hint.querySelectorAll("button")]
  const chips = all.filter((chip) => chip.offsetParent)
  const at = chips.findIndex((chip) => chip === document.activeElement)
  // Material closes the dialog; what has the focus must not be a chip that nobody sees.
  if (event.key === "Escape" && at >= 0) chips[at].blur()
  if (at < 0 && !(document.activeElement === field && chips.length && isForward(event))) return
  if (["Escape", "ArrowDown", "ArrowUp"].includes(event.key)) return
  event.stopPropagation()
  const step = stepOf(event)
  if (step === undefined) return
  event.preventDefault()
  const next = chips[at + step] ?? field
  next.focus()
}

/** @param {string} className @param {string} role */
const makeHidden = (className, role, tag = "div") => {
  const made = document.createElement(tag)
  made.className = className
  made.hidden = true
  made.setAttribute("role", role)
  return made
}

const start = () => {
  const field = document.querySelector("[data-md-component=search-query]")
  const meta = document.querySelector("[data-md-component=search-result]")?.firstElementChild
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript)
  const channel = openChannel(script?.src ?? location.href)
  if (!(field instanceof HTMLInputElement) || !meta || !channel) return
  meta.setAttribute("role", "status") // a screen reader tells how many were found
  const bar = makeHidden("campnotes-chips", "toolbar")
  const hint = makeHidden("campnotes-nearest", "status", "p")
  meta.after(bar, hint)
  const dialog = { field, bar, hint }
  channel.addEventListener("message", ({ data }) => show(dialog, data))
  // Loaded at the first use, which begins here.
  field.addEventListener("focus", () => channel.postMessage({ load: true }))
  watchField(dialog)
  document.addEventListener("keydown", (event) => goByKey(dialog, event), true)
}
start()
