/*
 * What a link leads to, shown beside it when the pointer rests on it or the keyboard comes to it.
 * It stays while the pointer is on it, and Escape takes it away.
 */

import { once } from "./once.js"

const REST = 350 // milliseconds until it is meant
const LEAVE = 250 // to come from the link to what is shown
const GAP = 8 // pixels
const [TIMES, BELOW] = [31, 65_521] // of the number that an address is told by

/** @typedef {[title: string, place: string, text: string]} Preview */

// This module lies in assets/campnotes/.
const SITE = new URL("../../", import.meta.url)
const FOLDER = new URL("previews/", import.meta.url)

/** What a file of them holds. */
const load = once(async (name) => {
  const answer = await fetch(new URL(`${name}.json`, FOLDER))
  return answer.json()
})

/** Tell an address by a number, as the build does. @param {string} address */
export const numberOf = (address) =>
  [...address].reduce((number, c) => (number * TIMES + (c.codePointAt(0) ?? 0)) % BELOW, 0)

/** What is known of an address in the site. @param {string} address */
const find = async (address) => {
  const parts = await load("index")
  const part = await load(String(numberOf(address) % parts))
  return /** @type {Preview | undefined} */ (
    Object.hasOwn(part, address) ? part[address] : undefined
  )
}

/** Where in the site a link leads; nothing for what is no other page of it. @param {string} url */
export const placeOf = (url, site = SITE.href, here = location.href) => {
  const [page, anchor = ""] = url.split("#")
  if (!page.startsWith(site) || page === here.split("#")[0]) return undefined
  const path = page.slice(site.length).replace(/[?].*$/, "")
  try {
    return { page: decodeURIComponent(path), anchor: anchor && `#${decodeURIComponent(anchor)}` }
  } catch {
    return undefined // a % that stands for itself
  }
}

/** @param {string} tag @param {string} text */
const make = (tag, text) => {
  const made = document.createElement(tag)
  made.textContent = text
  return made
}

const makeCard = () => {
  const made = document.createElement("div")
  made.id = "campnotes-preview"
  made.className = "campnotes-preview"
  made.setAttribute("role", "tooltip")
  made.hidden = true
  return made
}
const isInBrowser = typeof document !== "undefined" // and not in a test
const card = /** @type {HTMLElement} */ (isInBrowser ? makeCard() : undefined)

/** The link that is shown, or will be. @type {HTMLAnchorElement | undefined} */
let current
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer

/** Put the card below its link, or above where there is no room. @param {HTMLElement} link */
const place = (link) => {
  const around = link.getBoundingClientRect()
  const { offsetWidth, offsetHeight } = card
  const room = document.documentElement.clientWidth - offsetWidth - GAP
  const left = Math.max(GAP, Math.min(around.left, room))
  const isAbove = around.bottom + GAP + offsetHeight > innerHeight && around.top > offsetHeight
  const top = isAbove ? around.top - GAP - offsetHeight : around.bottom + GAP
  card.style.left = `${left + scrollX}px`
  card.style.top = `${top + scrollY}px`
}

const hide = () => {
  clearTimeout(timer)
  current?.removeAttribute("aria-describedby")
  current = undefined
  card.hidden = true
}

/** @param {HTMLAnchorElement} link */
const show = async (link) => {
  const led = placeOf(link.href)
  if (!led) return
  const found = (await find(`${led.page}${led.anchor}`)) ?? (await find(led.page))
  if (!found || current !== link || !link.isConnected) return
  const [title, label, text] = found
  const parts = [make("strong", title), make("small", label), make("p", text)]
  card.replaceChildren(...parts.filter((part) => part.textContent))
  // Within a landmark, so that who goes through the page by these comes upon it.
  const landmark = document.querySelector("main") ?? document.body
  landmark.append(card)
  card.hidden = false
  place(link)
  link.setAttribute("aria-describedby", card.id)
}

/** Show what a link leads to, if it is still meant in a moment. @param {HTMLAnchorElement} link */
export const preview = (link) => {
  clearTimeout(timer)
  if (link === current) return
  hide()
  current = link
  timer = setTimeout(() => show(link).catch(hide), REST)
}

/** Take away what the pointer has left; what the keyboard has come to stays. */
const leave = () => {
  if (current?.matches(":focus-visible")) return
  clearTimeout(timer)
  timer = setTimeout(hide, LEAVE)
}

const start = () => {
  card.addEventListener("pointerenter", () => clearTimeout(timer))
  card.addEventListener("pointerleave", leave)
  document.addEventListener("pointerout", ({ target }) => {
    if (target instanceof Node && current?.contains(target)) leave()
  })
  document.addEventListener("focusout", hide)
  document.addEventListener("click", hide)
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hide()
  })
}
if (isInBrowser) start()
