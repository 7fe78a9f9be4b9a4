/*
 * The worker in the place of Material's own: the same messages (its src/templates/assets/javascripts/
 * integrations/search/worker/message), another engine.
 */

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3
const EXCERPT = 180 // characters
const SECTIONS = 8 // of one note

let index

/** Mark in a text what the query's words were found by, whole words with their particles. */
const mark = (text, matched) => {
  const terms = [...matched].sort((a, b) => b.length - a.length).slice(0, 60)
  if (terms.length === 0) return encode(text)
  const WORDS = /[가-힣ㄱ-ㅎ]+|[a-z0-9]+(?:[+#]+|(?:[._-][a-z0-9]+)+)?/gi
  let html = "", end = 0
  for (const match of text.matchAll(WORDS)) {
    const word = match[0].toLowerCase()
    if (!terms.some((term) => word.startsWith(term) || (term.length >= 2 && word.includes(term)))) continue
    html += `${encode(text.slice(end, match.index))}<mark data-md-highlight>${encode(match[0])}</mark>`
    end = match.index + match[0].length
  }
  return html + encode(text.slice(end))
}

/** The part of a text around the first of the terms. */
const excerpt = (text, matched) => {
  const lower = text.toLowerCase()
  const places = [...matched].map((term) => lower.indexOf(term)).filter((at) => at >= 0)
  const at = places.length ? Math.min(...places) : 0
  const start = Math.max(0, Math.min(at - 50, text.length - EXCERPT))
  const part = text.slice(start, start + EXCERPT)
  return `${start > 0 ? "…" : ""}${part}${start + EXCERPT < text.length ? "…" : ""}`
}

const show = (number, score, matched, terms) => {
  const { doc, title, text } = index.units[number]
  const badge = doc.label && !doc.location.includes("#") ? ` <small>${encode(doc.label)}</small>` : ""
  return {
    location: doc.location, score, terms,
    title: mark(title, matched) + badge,
    text: text ? mark(excerpt(text, matched), matched) : "",
    ...(doc.tags ? { tags: doc.tags } : {}),
  }
}

const search = (text) => {
  const query = readQuery(text)
  const { pages, perWord } = rank(index, query)
  const items = pages.map(({ units, first, score }) => {
    const shown = units.slice(0, SECTIONS)
    if (!shown.some(([number]) => number === first)) shown.push([first, 0])
    return shown.map(([number, value]) => {
      const terms = {}
      query.words.forEach((word, i) => { terms[word] = perWord[i].scores.has(number) })
      const matched = new Set(perWord.flatMap(({ matched: found }) => [...found].filter(([, sure]) => sure >= 0.35).map(([term]) => term)))
      return show(number, Math.min(value, score), matched, terms)
    })
  })
  const last = perWord.at(-1)
  const suggest = last ? [...last.matched].sort((a, b) => b[1] - a[1]).slice(0, 3).map(([term]) => term) : []
  return { items, suggest: items.length ? [...query.words.slice(0, -1), suggest[0]].filter(Boolean) : suggest }
}

const answer = ({ type, data }) => {
  if (type === SETUP) {
    index = buildIndex(data.docs)
    return { type: READY }
  }
  return { type: RESULT, data: search(data) }
}

if (typeof addEventListener === "function") {
  addEventListener("message", (event) => {
    const { type } = event.data
    if (type === SETUP || type === QUERY) postMessage(answer(event.data))
  })
}
