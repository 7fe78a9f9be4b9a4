/*
 * What our search adds to Material's dialog: chips that narrow the results, words to try where
 * nothing is found, and a count that is read out. The worker tells what they need over a channel.
 */

/** @import { Examples, Failed, Started, Told } from "./channel.js" */
/** @import { Dialog } from "./material-keys.js" */
/** @import { Choice, FilterName, Texts } from "../types.js" */
import { openChannel } from "./channel.js"
import { makeButton, makeToolbar, showChips } from "./chips.js"
import { loadAhead } from "./material-ahead.js"
import { watchKeys } from "./material-keys.js"
import { offerMore, placeMore } from "./more.js"

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
const showFacets = (dialog, told) => {
  const { toolbar, field } = dialog
  const chips = Object.entries(told.facets).flatMap(([facet, choices]) =>
    choices.flatMap((choice) => makeChip(dialog, facet, choice, told)),
  )
  chips.sort((a, b) => Number(isOn(b)) - Number(isOn(a))) // what is on is at hand to be released
  toolbar.bar.setAttribute("aria-label", told.texts.filters)
  toolbar.more.setAttribute("aria-label", told.texts.more)
  toolbar.more.title = told.texts.more
  showChips(toolbar, chips, field)
}

/** Offer words to type. @param {Dialog} dialog @param {string} before @param {string[]} words */
const offer = (dialog, before, words) => {
  const buttons = words.map((word) =>
    makeButton(word, () => {
      type(dialog, word)
      dialog.field.focus()
    }),
  )
  dialog.hint.replaceChildren(before, ...buttons.flatMap((button) => [" ", button]))
  dialog.hint.hidden = words.length === 0
}

/** What may be typed, once it is told. @type {Examples | undefined} */
let told

/** Tell somebody who has typed nothing what to type. @param {Dialog} dialog */
const showExamples = (dialog) => {
  if (dialog.field.value.trim()) return
  dialog.toolbar.bar.hidden = true
  dialog.more.hidden = true
  offer(dialog, told?.texts?.examplesAre ?? "", told?.examples ?? [])
}

/** @param {Dialog} dialog @param {Told | Failed | Examples | Started} message */
const show = (dialog, message) => {
  if ("started" in message) return // what loads the search hears it
  if ("examples" in message) {
    told = message
    showExamples(dialog)
    return
  }
  if (message.query === undefined || message.query !== dialog.field.value) return // another tab's
  if ("failed" in message) {
    dialog.hint.textContent = message.texts?.failed ?? ""
    dialog.hint.hidden = !message.texts
    return
  }
  showFacets(dialog, message)
  offerMore(dialog.results, dialog.more, { ...message, label: message.texts.moreResults })
  offer(dialog, message.texts.nearest, message.nearest)
}

/**
 * Search for text that comes without keys: from an input method on a phone, by pasting or by voice.
 *
 * Material searches at each keyup.
 *
 * @param {Dialog} dialog
 */
const watchField = (dialog) => {
  const { field } = dialog
  let searched = field.value
  field.addEventListener("keyup", () => {
    searched = field.value
    showExamples(dialog)
  })
  field.addEventListener("input", () => {
    if (field.value !== searched) search(dialog)
  })
  field.form?.addEventListener("reset", () => setTimeout(() => search(dialog))) // when it is empty
}

/** Have the tags of a result be no landmark, as Material has them. @param {HTMLElement} results */
const watchTags = (results) => {
  const watching = new MutationObserver(() => {
    for (const tags of results.querySelectorAll("nav.md-tags")) tags.role = "none"
  })
  watching.observe(results, { childList: true, subtree: true })
}

const makeHint = () => {
  const made = document.createElement("p")
  made.className = "campnotes-nearest"
  made.hidden = true
  made.setAttribute("role", "status")
  return made
}

const start = () => {
  const field = document.querySelector("[data-md-component=search-query]")
  const results = document.querySelector("[data-md-component=search-result]")
  const meta = results?.firstElementChild
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript)
  const channel = openChannel(script?.src ?? location.href)
  if (!(field instanceof HTMLInputElement) || !meta || !channel) return
  meta.setAttribute("role", "status") // a screen reader tells how many were found
  field.closest("[role=dialog]")?.setAttribute("aria-label", field.placeholder)
  const toolbar = makeToolbar()
  const hint = makeHint()
  meta.after(toolbar.bar, hint)
  const more = makeButton("", () => channel.postMessage({ more: true }))
  placeMore(/** @type {HTMLElement} */ (results), more)
  const dialog = { field, results: /** @type {HTMLElement} */ (results), toolbar, hint, more }
  channel.addEventListener("message", ({ data }) => show(dialog, data))
  loadAhead(field, channel)
  watchField(dialog)
  watchTags(dialog.results)
  watchKeys(dialog)
}
start()
