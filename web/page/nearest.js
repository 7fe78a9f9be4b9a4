/*
 * On the page for addresses at which there is none: which pages did the reader mean?
 *
 * The addresses of all pages are loaded only there.
 */

import { decoded } from "./addresses.js"

const MOST = 5
const LEAST_ALIKE = 0.3 // of 1

/** @typedef {[url: string, title: string]} Listed an address in the site, and its page's title */

/** Find the pages whose addresses are most like one, the best first. */
export const nearest = (/** @type {string} */ asked, /** @type {Listed[]} */ listed) => {
  const wanted = readable(asked)
  const scored = listed.map(([url, title]) => ({ url, title, score: alike(wanted, readable(url)) }))
  return scored
    .filter((page) => page.url && page.score >= LEAST_ALIKE)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
}

/** What an address says, without what all have: `week1/day3` of `/week1/Day3/index.html`. */
export const readable = (/** @type {string} */ address) =>
  decoded(address)
    .normalize("NFC")
    .toLowerCase()
    .replace(/(?:index)?\.(?:html?|md)$/, "")
    .replace(/^\/+|\/+$/g, "")

/** How much two addresses are alike; their last parts count as much as all of them. */
const alike = (/** @type {string} */ a, /** @type {string} */ b) =>
  (shared(a, b) + shared(lastPart(a), lastPart(b))) / 2

const lastPart = (/** @type {string} */ path) => path.slice(path.lastIndexOf("/") + 1)

/** Which part of the pairs of characters of two texts is in both (Dice). */
const shared = (/** @type {string} */ a, /** @type {string} */ b) => {
  const left = pairs(a)
  const right = pairs(b)
  const both = [...left].filter((pair) => right.has(pair)).length
  return (2 * both) / (left.size + right.size)
}

const pairs = (/** @type {string} */ text) => {
  const framed = ` ${text} `
  const found = new Set()
  for (let i = 0; i + 1 < framed.length; i++) found.add(framed.slice(i, i + 2))
  return found
}

/** Show the nearest pages, on the page that has a place for them. */
export const showNearest = async () => {
  const place = document.querySelector("[data-campnotes-nearest]")
  if (!(place instanceof HTMLElement)) return
  const { campnotesNearest, campnotesBase } = place.dataset
  const base = campnotesBase ?? "/"
  const answer = await fetch(campnotesNearest ?? "")
  const listed = /** @type {Listed[]} */ (await answer.json())
  const asked = location.pathname.startsWith(base)
    ? location.pathname.slice(base.length)
    : location.pathname
  const links = nearest(asked, listed).map((page) => linkTo(`${base}${page.url}`, page.title))
  place.querySelector("ul")?.replaceChildren(...links)
  const query = place.querySelector("a[data-campnotes-query]")
  if (query instanceof HTMLAnchorElement) query.href += encodeURIComponent(words(asked))
  place.hidden = false
}

const words = (/** @type {string} */ asked) => lastPart(readable(asked)).replace(/[-_.]+/g, " ")

const linkTo = (/** @type {string} */ url, /** @type {string} */ title) => {
  const item = document.createElement("li")
  const link = document.createElement("a")
  link.href = url
  link.textContent = title
  item.append(link)
  return item
}
