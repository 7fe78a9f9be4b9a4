/* The index: which terms stand in which units, and how often. */

const TITLE = 0, STRESSED = 1, TEXT = 2 // where a word stands
const FORM = 0.9 // how much a form of a Korean word, or a noun that it is made of, counts as the word
const LATIN_FORM = 0.6 // who types script or details means just that before scripts and detail

/**
 * Build the index of units as `units.py` writes them, those of a page behind one another.
 *
 * `told` are the morphemes of words, where the build knew them; `rarity` is that of words in the
 * whole notebook, where the units are only a part of it.
 */
const buildIndex = (docs, told = {}, rarity = new Map()) => {
  const forms = new Map(Object.entries(told)) // an object has a constructor, which is a word of notes too
  const terms = new Map() // term -> Map(unit -> [count in title, in stressed sentences, in text])
  const units = unfold(docs).map((unit, number) => {
    const people = unit.kind === "person" ? unit.people.join(" ") : ""
    const [stressed, text] = splitStressed(unit.text)
    const fieldsJoined = [unit.title, stressed, text].map(joined)
    const fields = [words(unit.title), words(`${stressed} ${fileName(unit)}`), words(`${text} ${people}`)]
    fields.forEach((list, field) => {
      for (const word of list) {
        count(terms, word, number, field, 1)
        const own = isHangul(word) ? FORM : LATIN_FORM
        for (const form of [...formsOf(word, forms), ...partsOf(word, forms)]) count(terms, form, number, field, own)
      }
    })
    return {
      ...unit,
      text: unit.text.replaceAll("\n", " "),
      lengths: fields.map((list) => list.length),
      joined: fieldsJoined,
      whole: [fieldsJoined[TITLE], stressed ? joined(unit.text) : fieldsJoined[TEXT]], // as it is read, for phrases
      starts: [unit.title, stressed, text].map(wordStarts),
    }
  })
  const average = [TITLE, STRESSED, TEXT].map((field) => (
    Math.max(1, units.reduce((sum, unit) => sum + unit.lengths[field], 0) / Math.max(1, units.length))
  ))
  const pages = new Map()
  units.forEach((unit, number) => lazily(pages, unit.page, () => []).push(number))
  return {
    units, terms, average, pages, forms, rarity,
    vocabulary: [...terms.keys()], pairs: learnPairs(units),
    people: [...units.keys()].filter((number) => units[number].kind === "person"),
    jamo: new Map(), initials: new Map(), sounds: new Map(),
  }
}

/** The sentences of a text that the author stressed by setting them as headings, and the others. */
const splitStressed = (text) => {
  const lines = text.split("\n")
  return [1, 0].map((odd) => lines.filter((_, i) => i % 2 === odd).join(" "))
}

/** What the file of a page is called; that of a part of it is told by its page. */
const fileName = ({ location }) => {
  if (location.includes("#")) return ""
  const name = location.split("/").filter(Boolean).pop()?.replace(/\.html$/, "") ?? ""
  try { return decodeURIComponent(name) } catch { return name } // another plugin's address may not be encoded
}

/** Units that tell all of themselves: a part of a note has what its note has. */
const unfold = (docs) => {
  let whole = {}
  let above = []
  return docs.map((doc) => {
    if (!doc.location.startsWith("#")) [whole, above] = [doc, []]
    above = above.filter(({ level }) => doc.level && level < doc.level)
    const path = above.map(({ title }) => title)
    // Who presented is told of the note and of the presentation, and holds for what is below that.
    const people = doc.people ?? above.at(-1)?.people ?? []
    if (doc.level) above.push({ ...doc, people })
    const part = doc === whole ? {} : { location: whole.location + doc.location, boost: (whole.boost ?? 1) * (doc.boost ?? 1) }
    const unit = { boost: 1, ...whole, tags: undefined, level: undefined, text: "", ...doc, ...part, path, people }
    return { ...unit, page: unit.location.split("#")[0], part: doc !== whole, badge: doc.kind }
  })
}

/** What a word is a form of, by rule and by the build's morphemes (`morphemes.py`); and its parts. */
const formsOf = (word, forms) => [...stems(word), ...toldOf(word, forms, 0)]
const partsOf = (word, forms) => [...toldOf(word, forms, 1), ...namesWithin(word)]
/** The names that a longer one is made of: modeling and utils of modeling_utils.py. */
const namesWithin = (word) => /[._-]/.test(word) ? word.split(/[._-]/) : []
const toldOf = (word, forms, which) => {
  const found = [word, ...stems(word)].map((form) => forms.get(form)).find(Boolean)
  return found ? found.split("|")[which].split(" ").filter(Boolean) : []
}

const count = (terms, term, unit, field, amount) => {
  const found = lazily(terms, term, () => new Map())
  lazily(found, unit, () => [0, 0, 0])[field] += amount
}

/** Where in the joined text words begin: 배열 in 2차원 배열, 차원 too. */
const wordStarts = (text) => {
  const starts = new Set([0])
  let at = 0
  for (const [word] of text.normalize("NFC").toLowerCase().matchAll(/[가-힣]+|[a-z]+|[0-9]+/g)) starts.add(at += word.length)
  return starts
}

/** How often a joined text holds a compound: as whole words, but for a particle behind; less often if a Korean one goes on. */
const heldAs = (text, starts, compound) => {
  let held = 0
  for (let at = text.indexOf(compound); at >= 0; at = text.indexOf(compound, at + 1)) {
    if (starts.has(at) && isWholeTo(text, starts, at + compound.length)) held += 1
    else if (isHangul(compound)) held += LONGER // 세션 진행 in 피어세션 진행, 경사하강 in 경사 하강법
  }
  return held
}

/** Whether a word ends at a place in a joined text, but for a particle or ending. */
const isWholeTo = (text, starts, end) => {
  for (let tail = 0; tail <= 4 && end + tail <= text.length; tail++) {
    if (starts.has(end + tail)) return tail === 0 || SUFFIXES.has(text.slice(end, end + tail))
  }
  return false
}
