/*
 * Several notes on one page, to be printed: a week's, or all. Their pages are fetched when somebody
 * asks for it, so that a site's build has nothing to do for it.
 */

import { wholeAddress } from "./addresses.js"

const AT_ONCE = 6 // pages that are fetched at the same time
const LONGEST_WAIT = 15_000 // milliseconds for images

/** @typedef {{ title: string, body: Element, address: string }} Sheet */

/**
 * The note that stands on a page; nothing where the page shows none, such as a sealed one.
 *
 * @param {string} address
 * @returns {Promise<Sheet | null>}
 */
const fetchNote = async (address) => {
  const answer = await fetch(address)
  if (!answer.ok) return null
  const page = new DOMParser().parseFromString(await answer.text(), "text/html")
  const body = page.querySelector("[data-campnotes-body]")
  if (!body) return null
  for (const mark of page.querySelectorAll(".headerlink")) mark.remove()
  const named = page.querySelectorAll("h1, .campnotes-topic")
  const title = textOf(named[0])
  const topic = named[1]?.matches(".campnotes-topic") ? ` · ${textOf(named[1])}` : ""
  if (body.contains(named[0] ?? null)) named[0].remove()
  return { title: title + topic, body, address }
}

/** @param {Element | undefined} element */
const textOf = (element) => element?.textContent?.trim() ?? ""

/**
 * Fetch notes, a few at a time, in their order.
 *
 * @param {string[]} addresses
 */
const fetchNotes = async (addresses) => {
  /** @type {(Sheet | null)[]} */
  const notes = []
  for (let at = 0; at < addresses.length; at += AT_ONCE) {
    notes.push(...(await Promise.all(addresses.slice(at, at + AT_ONCE).map(fetchNote))))
  }
  return notes.filter((note) => note !== null)
}

/**
 * Have a note mean on another page what it means on its own: by addresses, and by ids of its own.
 *
 * @param {Sheet} note
 * @param {number} number
 */
const settle = ({ body, address }, number) => {
  const prefix = `sheet-${number}-`
  for (const element of body.querySelectorAll("[id], [name]")) {
    element.removeAttribute("name")
    if (element.id) element.id = prefix + element.id
  }
  for (const element of body.querySelectorAll("[href], [src]")) {
    for (const name of ["href", "src"]) {
      const written = element.getAttribute(name)
      if (written === null) continue
      const isHere = written.startsWith("#")
      const settled = isHere ? `#${prefix}${written.slice(1)}` : wholeAddress(written, address)
      element.setAttribute(name, settled)
    }
  }
  for (const image of body.querySelectorAll("img")) image.loading = "eager"
}

/** @param {Sheet} note @param {number} number */
const made = (note, number) => {
  settle(note, number)
  const article = document.createElement("section")
  article.className = "campnotes-sheet__note"
  const title = document.createElement("h1")
  title.textContent = note.title
  article.append(title, document.importNode(note.body, true))
  return article
}

/** Draw the diagrams, which no theme sees. @param {Element} sheet */
const drawDiagrams = async (sheet) => {
  const drawer = globalThis.mermaid
  if (!drawer || drawer instanceof Element) return
  let number = 0
  for (const place of sheet.querySelectorAll(".mermaid")) {
    number += 1
    const { svg } = await drawer.render(`sheet_diagram_${number}`, place.textContent ?? "")
    const drawing = document.createElement("div")
    drawing.innerHTML = svg
    place.replaceWith(drawing)
  }
}

/** Wait for the images, but not for ever. @param {Element} sheet */
const imagesOf = (sheet) => {
  const loading = [...sheet.querySelectorAll("img")].map((image) => image.decode().catch(() => {}))
  const end = new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT))
  return Promise.race([Promise.all(loading), end])
}

/**
 * Print the notes that are linked to around a button.
 *
 * @param {HTMLElement} button
 * @param {() => Promise<void>} typeset
 */
export const printNotes = async (button, typeset) => {
  const page = button.closest("article") ?? document.body
  const around = button.closest("section") ?? page
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = around.querySelectorAll("a[data-campnotes-note]")
  // A note that holds several days is linked to more than once.
  const addresses = [...links].map((link) => link.href.replace(/#.*/, ""))
  const notes = await fetchNotes([...new Set(addresses)])
  if (notes.length === 0) throw new Error("There is nothing to print.")
  const sheet = document.createElement("div")
  sheet.className = "campnotes-sheet"
  sheet.append(...notes.map(made))
  page.append(sheet)
  page.toggleAttribute("data-campnotes-printed", true)
  addEventListener(
    "afterprint",
    () => {
      sheet.remove()
      page.removeAttribute("data-campnotes-printed")
    },
    { once: true },
  )
  await Promise.allSettled([typeset(), drawDiagrams(sheet), imagesOf(sheet)])
  print()
}
