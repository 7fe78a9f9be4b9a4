/*
 * What a note's page does in the browser. Everything comes from the site itself, and what is large
 * (KaTeX, Mermaid) is loaded only by a page that shows it.
 */
(() => {
  const home = new URL(".", document.currentScript.src)
  const loaded = new Map()

  /** Load a script of ours once. */
  const load = (path) => {
    if (!loaded.has(path)) {
      loaded.set(path, new Promise((resolve, reject) => {
        const script = document.createElement("script")
        script.src = new URL(path, home).href
        script.addEventListener("load", resolve)
        script.addEventListener("error", reject)
        document.head.append(script)
      }))
    }
    return loaded.get(path)
  }

  /** Put the placeholder of a dead image in the place of one that doesn't load. */
  const replaceDead = (image) => {
    let name = image.src.split(/[?#]/)[0].split("/").pop() ?? ""
    try { name = decodeURIComponent(name) } catch { /* no percent-encoding: as it is */ }
    const label = image.alt && !/^https?:/.test(image.alt) ? image.alt : name
    const placeholder = document.createElement("span")
    placeholder.className = "campnotes-dead-image"
    placeholder.setAttribute("role", "img")
    placeholder.setAttribute("aria-label", label)
    placeholder.textContent = label
    image.replaceWith(placeholder)
  }

  const watchImages = () => {
    for (const image of document.querySelectorAll("img.campnotes-remote")) {
      if (image.complete && image.naturalWidth === 0 && image.src) replaceDead(image)
      else image.addEventListener("error", () => replaceDead(image), { once: true })
    }
  }

  /** Show an image of a note as large as the screen allows; any click or key closes it. */
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
  document.addEventListener("click", (event) => {
    const image = event.target
    if (!(image instanceof HTMLImageElement) || !image.closest("[data-campnotes-body]")) return
    // An image in a link is the link's; one that is small is an icon.
    if (!image.closest("a") && image.naturalWidth > 100) enlarge(image)
  })

  /** Typeset the math of the page: \(…\) within a line, \[…\] on its own. */
  const typeset = async () => {
    const formulas = document.querySelectorAll(".arithmatex:not([data-typeset])")
    if (formulas.length === 0 || typeof MathJax !== "undefined") return
    if (!document.querySelector("link[data-campnotes-katex]")) {
      const style = document.createElement("link")
      style.rel = "stylesheet"
      style.href = new URL("katex/katex.min.css", home).href
      style.dataset.campnotesKatex = ""
      document.head.append(style)
    }
    if (typeof katex === "undefined") await load("katex/katex.min.js")
    for (const formula of formulas) {
      const match = /^\s*\\([([])([\s\S]*)\\[)\]]\s*$/.exec(formula.textContent)
      if (!match) continue
      formula.dataset.typeset = ""
      katex.render(match[2], formula, { displayMode: match[1] === "[", throwOnError: false })
    }
  }

  /*
   * Material draws diagrams with the `mermaid` that it finds, and fetches one from elsewhere if
   * there is none. This one is there, and loads our copy at the first diagram.
   */
  if (typeof mermaid === "undefined") {
    let settings = {}
    window.mermaid = {
      initialize: (given) => { settings = given },
      render: async (...drawing) => {
        await load("mermaid/mermaid.min.js")
        window.mermaid.initialize(settings)
        return window.mermaid.render(...drawing)
      },
    }
  }

  const start = () => {
    watchImages()
    typeset().catch(() => {}) // the formula stays as it is written
  }
  // Material's observable emits anew after each instant navigation.
  if (typeof document$ !== "undefined") document$.subscribe(start)
  else document.addEventListener("DOMContentLoaded", start)
})()
