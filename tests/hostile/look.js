// What is looked at in a page of a hostile notebook. Given: {cases: [{number, asks,
// swallows}], others: [address of a page that is only read], home: address of the site}.
async (told) => {
  const MARKS = "[data-campnotes-body]"
  /** What a browser takes for data: Material's settings, and what a page tells machines of itself. */
  const isData = (element) => /^application\/(ld\+)?json$/.test(element.type) && isJson(element.textContent)
  const isJson = (text) => {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }
  const FORBIDDEN = `script, style, iframe, frame, object, embed, applet, form, button, meta, base, link, template,
    noscript, dialog, textarea, select, xmp, plaintext, portal, math, foreignObject, use, animate, set,
    label[for^="__"]:not([for^="__tabbed"]), [data-md-component], [data-md-toggle]`
  const ATTRIBUTES = /^(on.*|style|srcdoc|formaction|ping|background|autofocus|popover.*|contenteditable|http-equiv|is|slot|nonce|data-md-.*|accesskey|action)$/i
  const ADDRESSES = ["href", "src", "poster", "action", "data", "cite", "longdesc", "background", "xlink:href"]
  const SCHEMES = /^(https?|mailto|tel|xmpp|ftp):/

  const describe = (element) => element.outerHTML.slice(0, 160)
  const address = (written) => {
    try { return new URL(written, location.href).href } catch { return "http:" }
  }
  /** What may stand nowhere in what an author wrote. */
  const faults = (root) => {
    const found = [...root.querySelectorAll(FORBIDDEN)].map((e) => `element: ${describe(e)}`)
    for (const element of root.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        if (ATTRIBUTES.test(name)) found.push(`attribute ${name}: ${describe(element)}`)
        if (ADDRESSES.includes(name) && !SCHEMES.test(address(value))) found.push(`address: ${describe(element)}`)
        if (name === "srcset" && /(^|,)\s*(javascript|data|vbscript):/i.test(value)) found.push(`srcset: ${describe(element)}`)
      }
    }
    return found
  }
  /** What may stand nowhere in the page around it. */
  const around = (page, body) => {
    const found = []
    if (page.querySelectorAll("head title").length !== 1) found.push("titles: not one")
    for (const element of page.querySelectorAll("*")) {
      if (body?.contains(element)) continue
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) found.push(`attribute ${name}: ${describe(element)}`)
        if (/^(href|src|action)$/i.test(name) && /^\s*(javascript|vbscript|data):/i.test(value)) found.push(`address: ${describe(element)}`)
      }
      const from = element.getAttribute("src") ?? (element.localName === "link" ? element.getAttribute("href") : "")
      if (from && element.localName !== "img" && new URL(from, location.href).origin !== location.origin
          && !["canonical", "prev", "next", "alternate"].includes((element.getAttribute("rel") ?? "").trim())) found.push(`loads: ${describe(element)}`)
      if (/^(iframe|object|embed|base|svg:script|applet|frame)$/.test(element.localName)) found.push(`element: ${describe(element)}`)
      if (element.localName === "meta" && element.httpEquiv === "refresh") found.push(`element: ${describe(element)}`)
      if (element.localName === "script" && /ran\(\d/.test(element.textContent) && !isData(element)) found.push(`script: ${describe(element)}`)
    }
    return found
  }
  /** The part of a body between a case's heading and its end. */
  const section = (page, body, number, swallows) => {
    const walker = page.createTreeWalker(body, NodeFilter.SHOW_TEXT)
    let first, last
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!first && node.data.includes(`begin${number}`)) first = node
      if (node.data.includes(`end${number}`)) last = node
    }
    if (!first || (!last && !swallows)) return null
    const range = page.createRange()
    range.setStart(first, first.data.indexOf(`begin${number}`) + `begin${number}`.length)
    if (!last) range.setEndAfter(body)
    else range.setEnd(last, last.data.indexOf(`end${number}`))
    return range.cloneContents()
  }

  /** A page as it is sent, before scripts of the theme have changed it. */
  const read = async (url) => new DOMParser().parseFromString(await (await fetch(url)).text(), "text/html")
  const words = (page) => {
    for (const script of page.body.querySelectorAll("script, style")) script.remove()
    return page.body.textContent
  }
  const others = []
  for (const url of told.others) {
    const page = await read(new URL(url, told.home).href)
    const body = page.querySelector(MARKS)
    others.push({ url, around: around(page, body), faults: body ? faults(body) : [], text: words(page) })
  }

  const page = await read(location.href)
  const bodies = [...page.querySelectorAll(MARKS)]
  const body = bodies[0] ?? page.querySelector("article")
  const cases = told.cases.map(({ number, asks, swallows }) => {
    const part = section(page, body, number, swallows)
    if (!part) return { number, swallowed: true }
    const selected = Object.fromEntries(asks.map((selector) => [selector, part.querySelectorAll(selector).length]))
    const links = [...part.querySelectorAll("a")].map((a) => [a.textContent.trim(), a.getAttribute("href")])
    return { number, selected, links, text: part.textContent, faults: faults(part) }
  })

  // As the reader has it.
  const wait = (time) => new Promise((done) => setTimeout(done, time))
  const drawn = () => !document.querySelector("pre.mermaid, .arithmatex:not(:has(.katex, .katex-error))")
  for (let turn = 0; turn < 15 && !drawn(); turn++) await wait(40)
  const live = document.querySelector(MARKS)
  /** The case whose piece an element is in: the last one that begins before it. */
  const owner = (element) => {
    const walker = document.createTreeWalker(live, NodeFilter.SHOW_TEXT)
    let number = ""
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) break
      number = /begin(\d+)/.exec(node.data)?.[1] ?? number
    }
    return number
  }
  const covered = () => {
    const parts = ".md-header__title, .md-header .md-logo, .md-search__input, .md-header label, .md-nav--primary a, .md-sidebar--secondary a, .md-footer-meta"
    const found = []
    for (const element of [...document.querySelectorAll(parts)].slice(0, 25)) {
      const box = element.getBoundingClientRect()
      const hit = box.width && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
      if (hit && live?.contains(hit)) found.push(`${owner(hit)} ${element.className} by ${describe(hit)}`)
    }
    return found
  }
  const covers = covered()
  // Pointers, keys and toggles are where handlers wait.
  for (const element of live?.querySelectorAll("*") ?? []) {
    for (const type of ["mouseover", "mouseenter", "pointerover", "focus", "focusin", "toggle", "animationstart", "wheel", "copy"]) {
      element.dispatchEvent(new Event(type, { bubbles: true }))
    }
    if (element.localName !== "a" && element.localName !== "button" && !element.closest("a, button, label, summary")) element.dispatchEvent(new Event("click"))
  }
  scrollTo(0, document.body.scrollHeight)
  await wait(30)
  covers.push(...covered())
  const clobbered = []
  for (const name of ["mermaid", "katex", "renderMathInElement", "MathJax", "Tablesort", "location$", "document$", "target$", "keyboard$",
                      "viewport$", "tablet$", "screen$", "print$", "alert$", "progress$", "component$", "lunr", "fetch", "name", "self", "top"]) {
    const value = window[name] instanceof HTMLCollection ? window[name][0] : window[name]
    if (value instanceof Element && live?.contains(value)) clobbered.push(`${owner(value)} window.${name}`)
  }
  for (const name of ["body", "head", "forms", "title", "cookie", "getElementById", "querySelector", "documentElement", "location", "currentScript", "addEventListener"]) {
    const value = document[name] instanceof HTMLCollection ? document[name][0] : document[name]
    if (value instanceof Node && live?.contains(value)) clobbered.push(`${owner(value)} document.${name}`)
  }
  for (const element of document.querySelectorAll("[id]")) {
    const first = document.getElementById(element.id)
    if (live && !live.contains(element) && live.contains(first)) clobbered.push(`${owner(first)} #${element.id}`)
  }
  const lost = []
  if (!document.querySelector(".md-header__title")) lost.push("the header")
  if (!document.querySelector(".md-search__input")) lost.push("the search")
  if (bodies.length > 1) lost.push("the end of the note")
  const wrong = told.cases.length || !bodies[0] ? [] : faults(bodies[0])
  return { cases, others, around: around(page, body), faults: wrong, covers, clobbered, lost, text: words(page) }
}
