/*
 * What our search adds to Material's dialog: chips that narrow the results, words to try where nothing
 * is found, and a count that is read out. The worker tells what they need over a channel.
 */
(() => {
  const field = document.querySelector("[data-md-component=search-query]")
  const result = document.querySelector("[data-md-component=search-result]")
  if (!field || !result || typeof BroadcastChannel !== "function") return
  const here = document.currentScript?.src ?? location.href
  const channel = new BroadcastChannel(`campnotes-search ${new URL(".", here).pathname}`)
  const meta = result.firstElementChild
  meta.setAttribute("role", "status") // a screen reader tells how many were found

  const bar = document.createElement("div")
  bar.className = "campnotes-chips"
  bar.hidden = true
  bar.setAttribute("role", "toolbar")
  const hint = document.createElement("p")
  hint.className = "campnotes-nearest"
  hint.hidden = true
  hint.setAttribute("role", "status")
  meta.after(bar, hint)

  /** Search for what stands in the field as if it had been typed. */
  const search = () => {
    field.dispatchEvent(new KeyboardEvent("keydown")) // for Material's suggestion
    field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
  }
  const type = (text) => {
    field.value = text
    search()
  }

  const button = (label, press) => {
    const made = document.createElement("button")
    made.type = "button"
    made.className = "campnotes-chip"
    made.textContent = label
    made.addEventListener("click", press)
    return made
  }

  const close = (value) => String(value).replace(/\s+/g, "")
  const toggle = (facet, value, isPressed) => {
    const others = field.value.replace(new RegExp(`(?<!\\S)${facet}:(?:"[^"]*"?|\\S*)`, "gi"), "").trim()
    type([others, isPressed ? "" : `${facet}:${close(value)}`].filter(Boolean).join(" "))
  }
  const isOn = (chip) => chip.getAttribute("aria-pressed") === "true"

  const labelOf = (facet, value, isPressed, texts) => {
    if (facet === "kind") return texts.kinds[value] ?? (isPressed ? value : undefined)
    return facet === "week" ? texts.week.replace("{week}", value) : value
  }

  const showChips = ({ facets, filters, found, texts }) => {
    const chips = Object.entries(facets).flatMap(([facet, counts]) => counts.flatMap(([value, count, isPressed]) => {
      const label = labelOf(facet, value, isPressed, texts)
      // What all results have in common narrows nothing, but where they are narrowed by now.
      if (!label || (count === found && filters[facet] === undefined)) return []
      const chip = button(label, ({ pointerType }) => {
        toggle(facet, facet === "kind" ? label : value, isPressed)
        // Who has a mouse goes on typing; a finger would get its keyboard over the results.
        if (pointerType === "mouse") field.focus()
      })
      chip.dataset.value = `${facet}:${value}`
      chip.setAttribute("aria-pressed", String(isPressed))
      const number = document.createElement("span")
      number.textContent = count
      chip.append(" ", number)
      return [chip]
    }))
    chips.sort((a, b) => isOn(b) - isOn(a)) // what is on is at hand to be released
    bar.setAttribute("aria-label", texts.filters)
    const focused = bar.contains(document.activeElement) ? document.activeElement.dataset.value : undefined
    bar.replaceChildren(...chips)
    bar.hidden = chips.length === 0
    // Who is at a chip when results arrive stays there.
    if (focused) (chips.find((chip) => chip.dataset.value === focused) ?? chips[0] ?? field).focus()
  }

  const showNearest = ({ nearest, texts }) => {
    hint.replaceChildren(texts.nearest, ...nearest.flatMap((word) => [" ", button(word, () => { type(word); field.focus() })]))
    hint.hidden = nearest.length === 0
  }

  channel.addEventListener("message", ({ data }) => {
    if (data.query === undefined || data.query !== field.value) return // another tab's
    if (data.failed) {
      hint.textContent = data.texts?.failed ?? ""
      hint.hidden = !data.texts
      return
    }
    showChips(data)
    showNearest(data)
  })
  const clear = () => { if (!field.value.trim()) bar.hidden = hint.hidden = true }

  // Loaded at the first use, which begins here.
  field.addEventListener("focus", () => channel.postMessage({ load: true }))

  /*
   * Material searches at each keyup. Text also comes without keys: from an input method on a phone,
   * by pasting or by voice.
   */
  let searched = field.value
  field.addEventListener("keyup", () => { searched = field.value; clear() })
  field.addEventListener("input", () => {
    if (field.value !== searched) search()
  })
  field.form?.addEventListener("reset", () => setTimeout(search)) // when it is empty

  // Tab closes Material's dialog; where there are chips, it goes to them first.
  document.addEventListener("keydown", (event) => {
    const chips = [...bar.querySelectorAll("button"), ...hint.querySelectorAll("button")].filter((chip) => chip.offsetParent)
    const at = chips.indexOf(document.activeElement)
    // Material closes the dialog; what has the focus must not be a chip that nobody sees.
    if (event.key === "Escape" && at >= 0) chips[at].blur()
    if (at < 0 && !(document.activeElement === field && event.key === "Tab" && !event.shiftKey && chips.length)) return
    if (event.key === "Escape" || event.key === "ArrowDown" || event.key === "ArrowUp") return
    event.stopPropagation()
    const step = { Tab: event.shiftKey ? -1 : 1, ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    ;(chips[at + step] ?? field).focus()
  }, true)
})()
