// What a reader stumbles on, on a page as it is shown: by kind, what it is and how. For walk.py.
() => {
  const LEAST = 24 // px
  const content = document.querySelector(".md-content") ?? document.body

  const classes = (element) => element?.getAttribute("class")?.trim().replaceAll(/\s+/g, ".") ?? ""

  const named = (element) => {
    const around = element.parentElement?.closest("[class*=campnotes-]")
    const names = [around, element].map((each) => (each ? `${each.localName}.${classes(each)}` : "page"))
    return names.join(" > ").replaceAll(/\.(?= |$)/g, "")
  }

  const quoted = (element) => `“${element.textContent.trim().slice(0, 30)}”`

  const wide = () => {
    const excess = document.documentElement.scrollWidth - document.documentElement.clientWidth
    if (excess <= 0) return []
    const past = [...document.querySelectorAll("body *")].filter(
      (element) => element.checkVisibility() && element.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
    )
    return [[past.length ? named(past[0]) : "?", `by ${excess} px`]]
  }

  const lineOf = (element) => {
    while (getComputedStyle(element).display.startsWith("inline")) element = element.parentElement
    const style = getComputedStyle(element)
    return element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
  }

  const cut = () => {
    const found = []
    const range = document.createRange()
    const texts = document.createTreeWalker(content, NodeFilter.SHOW_TEXT)
    const measured = (node, match) => {
      range.setStart(node, match.index)
      range.setEnd(node, match.index + match[0].length)
      return [...range.getClientRects()].filter(({ width }) => width > 0)
    }
    while (texts.nextNode()) {
      const node = texts.currentNode
      const parent = node.parentElement
      if (!/[가-힣]{2}/.test(node.data)) continue
      if (parent.closest("pre, svg, .katex, .campnotes-visually-hidden")) continue
      if (!parent.checkVisibility()) continue
      for (const match of node.data.matchAll(/\S*[가-힣]{2,}\S*/g)) {
        const lines = measured(node, match)
        const tops = new Set(lines.map(({ top }) => Math.round(top)))
        const length = lines.reduce((sum, { width }) => sum + width, 0)
        if (tops.size < 2 || length > lineOf(parent)) continue
        const words = [...match[0].matchAll(/[가-힣]{2,}/g)]
        const isCut = words.some((word) => {
          const within = { 0: word[0], index: match.index + word.index }
          return new Set(measured(node, within).map(({ top }) => Math.round(top))).size > 1
        })
        if (isCut) found.push([named(parent), match[0]])
      }
    }
    return found
  }

  // A link within a sentence is as high as the sentence's line (WCAG 2.2, 2.5.8, inline).
  const isInText = (element) => {
    if (getComputedStyle(element).display !== "inline") return false
    const around = element.parentElement.closest("p, li, td, th, dd, dt, div, figcaption, blockquote")
    return [...(around?.childNodes ?? [])].some(
      (node) => node.nodeType === Node.TEXT_NODE && /[\p{L}\p{N}]{2}/u.test(node.data),
    )
  }

  // How far from its middle something can be pressed, with what a style puts around it.
  const reach = (element) => {
    element.scrollIntoView({ block: "center", inline: "nearest" })
    const box = [...element.getClientRects()].sort((a, b) => b.width - a.width)[0]
    const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 }
    const hits = (x, y) => element.contains(document.elementFromPoint(x, y))
    const span = (step) => {
      let length = 0
      for (const way of [-1, 1]) {
        let at = 0
        while (at < LEAST && hits(middle.x + way * step.x * at, middle.y + way * step.y * at)) at += 0.5
        length += at
      }
      return length
    }
    return { width: span({ x: 1, y: 0 }), height: span({ x: 0, y: 1 }) }
  }

  const small = () => {
    const found = []
    for (const element of content.querySelectorAll("a[href], button, summary, input, select")) {
      if (!element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true })) continue
      if (element.closest("[data-campnotes-body]") || element.matches(".headerlink")) continue
      const boxes = [...element.getClientRects()]
      if (!boxes.length) continue
      const isSmall = boxes.every(({ width, height }) => Math.min(width, height) < LEAST)
      if (!isSmall || isInText(element)) continue
      const { width, height } = reach(element)
      if (Math.min(width, height) < LEAST) found.push([named(element), `${width} × ${height} px, ${quoted(element)}`])
    }
    scrollTo(0, 0)
    return found
  }

  const told = { "wider than the screen": wide(), "words cut": cut(), "small to press": small() }
  return Object.fromEntries(Object.entries(told).filter(([, lines]) => lines.length))
}
