/* Ways to go: j and k to the next and the previous day, and a day by chance. */

import { isTyped } from "./keys.js"
import { isSearching } from "./material-page.js"

const KEYS = new Map([
  ["j", "next"],
  ["k", "prev"],
])
// What they write where Hangul is typed.
const IN_HANGUL = new Map([
  ["ㅓ", "j"],
  ["ㅏ", "k"],
])

/** Go to the next or the previous day. @param {KeyboardEvent} event */
export const goByKey = (event) => {
  const wanted = KEYS.get(IN_HANGUL.get(event.key) ?? event.key)
  if (!wanted || isTyped(event) || isSearching()) return
  const link = document.querySelector(`.campnotes-neighbours a[rel~=${wanted}]`)
  if (link instanceof HTMLAnchorElement) link.click()
}

/** Tell the keys at the ways that they go. */
export const tellKeys = () => {
  for (const [key, wanted] of KEYS) {
    const links = document.querySelectorAll(`.campnotes-neighbours a[rel~=${wanted}]`)
    for (const link of links) {
      link.setAttribute("aria-keyshortcuts", key)
      const place = link.querySelector("small")
      if (!place || place.querySelector("kbd")) continue
      const told = document.createElement("kbd")
      told.textContent = key
      told.ariaHidden = "true"
      place.append(" ", told)
    }
  }
}

/** Offer a day by chance, of those in the calendar. */
export const offerRandomDay = () => {
  const button = document.querySelector("[data-campnotes-random]")
  const days = [...document.querySelectorAll(".campnotes-calendar .campnotes-day > a")]
  if (!(button instanceof HTMLElement) || days.length < 2) return
  button.hidden = false
  button.addEventListener("click", () => {
    const day = days[Math.floor(Math.random() * days.length)]
    if (day instanceof HTMLAnchorElement) day.click()
  })
}
