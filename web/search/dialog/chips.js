/*
 * The chips above the results: one toolbar, of which a row is shown and the rest when it is asked
 * for. Tab comes to it once; arrows go within it.
 */

/** @typedef {object} Toolbar
 * @property {HTMLElement} bar
 * @property {HTMLElement} list the chips
 * @property {HTMLButtonElement} more shows all of them
 */

/** @param {string} label @param {(event: PointerEvent) => void} press */
export const makeButton = (label, press) => {
  const made = document.createElement("button")
  made.type = "button"
  made.className = "campnotes-search-chip"
  made.textContent = label
  made.addEventListener("click", (event) => press(/** @type {PointerEvent} */ (event)))
  return made
}

/** @returns {Toolbar} */
export const makeToolbar = () => {
  const bar = document.createElement("div")
  bar.className = "campnotes-search-chips"
  bar.hidden = true
  bar.setAttribute("role", "toolbar")
  const clip = document.createElement("div")
  const list = document.createElement("div")
  clip.append(list)
  const more = makeButton("⋯", () => {
    const isOpen = more.getAttribute("aria-expanded") === "true"
    more.setAttribute("aria-expanded", String(!isOpen))
    fit(toolbar)
  })
  more.classList.add("campnotes-search-chips__more")
  more.setAttribute("aria-expanded", "false")
  bar.append(clip, more)
  const toolbar = { bar, list, more }
  // It tells once the page is laid out, so that nothing has to be laid out for it.
  if (typeof ResizeObserver === "function") new ResizeObserver(() => fit(toolbar)).observe(list)
  return toolbar
}

/**
 * Whether a chip stands below the first row.
 *
 * @param {HTMLElement} chip
 * @param {HTMLElement} first
 */
const isBelow = (chip, first) => chip.offsetTop >= first.offsetTop + first.offsetHeight

/** Have a reader meet no more chips than are seen. @param {Toolbar} toolbar */
const fit = ({ list, more }) => {
  const chips = /** @type {HTMLElement[]} */ ([...list.children])
  const isOpen = more.getAttribute("aria-expanded") === "true"
  const below = chips.map((chip) => isBelow(chip, chips[0]))
  chips.forEach((chip, i) => {
    chip.inert = !isOpen && below[i]
  })
  more.disabled = !below.includes(true)
}

/**
 * Show chips; who is at one of them when results arrive stays there.
 *
 * @param {Toolbar} toolbar
 * @param {HTMLElement[]} chips
 * @param {HTMLElement} otherwise what gets the focus of a chip that is gone
 */
export const showChips = ({ bar, list }, chips, otherwise) => {
  const active = /** @type {HTMLElement | null} */ (document.activeElement)
  const focused = active && list.contains(active) ? active.dataset.value : undefined
  const same = chips.find((chip) => focused && chip.dataset.value === focused)
  for (const chip of chips) chip.tabIndex = -1
  const entry = same ?? chips[0]
  if (entry) entry.tabIndex = 0
  list.replaceChildren(...chips)
  bar.hidden = chips.length === 0
  if (!focused) return
  const next = entry ?? otherwise
  next.focus()
}

/** All that arrows go through. @param {Toolbar} toolbar */
const partsOf = ({ bar }) => {
  const all = /** @type {NodeListOf<HTMLButtonElement>} */ (bar.querySelectorAll("button"))
  return [...all].filter((part) => !part.inert && !part.disabled)
}

/** Where Tab comes to a toolbar: where it was left. @param {Toolbar} toolbar */
export const entryOf = (toolbar) => {
  const parts = partsOf(toolbar)
  return parts.find((part) => part.tabIndex === 0) ?? parts[0]
}

/**
 * Where a key leads among some parts.
 *
 * @type {Record<string, (at: number, last: number) => number>}
 */
const STEPS = {
  ArrowRight: (at, last) => (at === last ? 0 : at + 1),
  ArrowLeft: (at, last) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
}

/**
 * Go among the chips by arrows. Returns whether the key was one of them.
 *
 * @param {Toolbar} toolbar
 * @param {string} key
 */
export const goAmongChips = (toolbar, key) => {
  const parts = partsOf(toolbar)
  const at = parts.findIndex((part) => part === document.activeElement)
  if (at < 0 || !Object.hasOwn(STEPS, key)) return false
  const next = parts[STEPS[key](at, parts.length - 1)]
  for (const part of parts) part.tabIndex = -1
  next.tabIndex = 0
  next.focus()
  return true
}
