/* Put the placeholder of a dead image in the place of one that doesn't load. */
(() => {
  const replace = (image) => {
    const label = image.alt || decodeURIComponent(image.src.split("/").pop() ?? "")
    const placeholder = document.createElement("span")
    placeholder.className = "campnotes-dead-image"
    placeholder.setAttribute("role", "img")
    placeholder.setAttribute("aria-label", label)
    placeholder.textContent = /^https?:/.test(label) ? label.split("/").pop() : label
    image.replaceWith(placeholder)
  }
  const watch = () => {
    for (const image of document.querySelectorAll("img.campnotes-remote")) {
      if (image.complete && image.naturalWidth === 0 && image.src) replace(image)
      else image.addEventListener("error", () => replace(image), { once: true })
    }
  }
  // Material's observable emits anew after each instant navigation.
  if (typeof document$ !== "undefined") document$.subscribe(watch)
  else document.addEventListener("DOMContentLoaded", watch)
})()
