/* The index: which terms stand in which units, and how often. */

const TITLE = 0
const TEXT = 1

/** Build the index of units `{location, title, text, …}`. */
const buildIndex = (docs) => {
  const terms = new Map() // term -> Map(unit -> [count in title, count in text])
  const units = docs.map((doc, number) => {
    const title = decode(doc.title), text = decode(doc.text)
    const page = doc.location.split("#")[0]
    const people = (doc.people ?? "").split(/\s+/).filter(Boolean)
    const fields = [words(title), words(`${text} ${doc.kind === "person" ? people.join(" ") : ""}`)]
    fields.forEach((list, field) => {
      for (const word of list) {
        count(terms, word, number, field, 1)
        for (const stem of stems(word)) count(terms, stem, number, field, 0.9)
      }
    })
    return {
      doc, title, text, page, people,
      lengths: fields.map((list) => list.length),
      joined: [joined(title), joined(text)],
      starts: [wordStarts(title), wordStarts(text)],
    }
  })
  const average = [TITLE, TEXT].map((field) => (
    Math.max(1, units.reduce((sum, unit) => sum + unit.lengths[field], 0) / Math.max(1, units.length))
  ))
  const vocabulary = [...terms.keys()]
  const pages = new Map()
  units.forEach((unit, number) => {
    if (!pages.has(unit.page)) pages.set(unit.page, [])
    pages.get(unit.page).push(number)
  })
  return { units, terms, average, vocabulary, pages, pairs: pairTerms(docs), jamo: new Map(), initials: new Map() }
}

const count = (terms, term, unit, field, amount) => {
  if (!terms.has(term)) terms.set(term, new Map())
  const found = terms.get(term)
  if (!found.has(unit)) found.set(unit, [0, 0])
  found.get(unit)[field] += amount
}

/** Where in the joined text words begin. */
const wordStarts = (text) => {
  const starts = new Set([0])
  let at = 0
  for (const word of text.normalize("NFC").toLowerCase().split(/[^가-힣a-z0-9]+/)) starts.add(at += word.length)
  return starts
}

/** Whether a compound stands in a joined text as whole words, but for a particle behind it. */
const holdsCompound = (text, starts, compound) => {
  for (let at = text.indexOf(compound); at >= 0; at = text.indexOf(compound, at + 1)) {
    if (!starts.has(at)) continue
    for (let end = at + compound.length, tail = 0; tail <= 4 && end + tail <= text.length; tail++) {
      if (starts.has(end + tail)) {
        if (tail === 0 || SUFFIXES.has(text.slice(end, end + tail))) return true
        break
      }
    }
  }
  return false
}

/** A property of a term, worked out when it is first asked for. */
const lazily = (map, term, make) => {
  if (!map.has(term)) map.set(term, make(term))
  return map.get(term)
}
