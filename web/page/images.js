/* Images of notes: those that don't load, and those that are looked at closely. */

import { decoded } from "./addresses.js"

const ICON = 100 // pixels; what is no wider isn't enlarged

/** What an image shows, for who can't see it. @param {HTMLImageElement} image */
const labelOf = (image) => {
  if (image.alt && !/^https?:/.test(image.alt)) return image.alt
  return decoded(image.src.split(/[?#]/)[0].split("/").pop() ?? "")
}

/**
 * Put the placeholder of a dead image in the place of one that doesn't load.
 *
 * @param {HTMLImageElement} image
 */
const replaceDead = (image) => {
  const label = labelOf(image)
  const placeholder = document.createElement("span")
  placeholder.className = "campnotes-dead-image"
  placeholder.setAttribute("role", "img")
  placeholder.setAttribute("aria-label", label)
  placeholder.textContent = label
  image.replaceWith(placeholder)
}

/** Replace the images from elsewhere that don't load, now or later. */
export const watchImages = () => {
  /** @type {NodeListOf<HTMLImageElement>} */
  const images = document.querySelectorAll("img.campnotes-remote")
  for (const image of images) {
    if (image.complete && image.naturalWidth === 0 && image.src) replaceDead(image)
    else image.addEventListener("error", () => replaceDead(image), { once: true })
  }
}

/** Show what a reader asked for, an image or a video of another host. @param {MouseEvent} event */
export const showAsked = (event) => {
  if (!(event.target instanceof Element)) return
  const asking = event.target.closest("[data-campnotes-body] .campnotes-ask")
  const held = asking?.querySelector("template")
  if (!asking || !held) return
  event.preventDefault() // the link leads to the image, for browsers without scripts
  event.stopImmediatePropagation()
  asking.replaceWith(held.content)
  watchImages()
}

/**
 * Show an image of a note as large as the screen allows; any click or key closes it.
 *
 * @param {HTMLImageElement} image
 */
const enlarge = (image) => {
  const dialog = document.createElement("dialog")
  dialog.className = "campnotes-enlarged"
  const large = document.createElement("img")
  large.src = image.currentSrc || image.src
  large.alt = image.alt
  dialog.append(large)
  dialog.addEventListener("click", () => dialog.close())
  dialog.addEventListener("close", () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}

/** Enlarge the image of a note that is clicked. @param {MouseEvent} event */
export const enlargeClicked = (event) => {
  const image = event.target
  if (!(image instanceof HTMLImageElement) || !image.closest("[data-campnotes-body]")) return
  // An image in a link is the link's; one that is small is an icon.
  if (!image.closest("a") && image.naturalWidth > ICON) enlarge(image)
}
