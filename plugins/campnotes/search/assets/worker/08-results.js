/* What the reader is shown: notes with the units found in them, and how to go on. */

const EXCERPT = 180 // characters
const BEFORE = 50 // of them, before the word
const SECTIONS = 5 // of one note
const OPEN = 3 // of them, not folded away
const GOOD = 0.5
const WEAKEST = 0.35 // how sure a term must be to be marked
const FAR = 0.7 // how unlike what was typed a word may be that is offered in its place
const MOST_REPLACED = 4 // words of a query
const FARTHER = 1.5 // times the nearest one
const LONG = 12 // a word of more syllables is looked at as a whole
const MOST_MARKED = 60 // terms
const MOST_CHIPS = 6 // of a facet
const IN_ADDRESS = 6 // terms to be marked on the page that a result leads to

/** The result of a query in the form that Material's dialog shows, and what chips and hints need. */
const makeResult = (index, query, texts) => {
  const { pages, perWord } = rank(index, query)
  const best = perWord.map(({ matched, written }) => [...[...written].map((part) => [part, SURE]), ...surest(matched)])
  // The longest first, so that a word is marked by the most that it was found by.
  const marked = [...new Set(best.flatMap((found) => found.map(([term]) => term)))].sort((a, b) => b.length - a.length)
  const items = pages.map(({ units, first, score }) => {
    const shown = units.slice(0, SECTIONS)
    if (!shown.some(([number]) => number === first)) shown.push([first, 0])
    // Material folds away what scores less than the first: not what is nearly as good.
    const open = shown.filter(([, value], i) => i < OPEN && value >= GOOD * shown[0][1]).length
    return shown.map(([number, value], i) => {
      // A note that only heads its group is marked by what was found in its parts.
      const terms = foundTerms(query, perWord, best, value ? number : shown[0][0])
      return show(index.units[number], i < open ? score : Math.min(value, score / 2), { best, marked, terms, isFound: value > 0 }, texts)
    })
  })
  const next = surest(perWord.at(-1)?.matched ?? []).slice(0, 3).map(([term]) => term)
  const suggest = items.length ? [...query.words.slice(0, -1), next[0]].filter(Boolean) : next
  return { items, suggest, facets: countFacets(index, query, pages), filters: query.filters, nearest: items.length ? [] : nearestWords(index, query) }
}

/** For Material: which typed words weren't found, and by which terms the others were, to be marked there. */
const foundTerms = (query, perWord, best, number) => {
  const terms = {}
  query.words.forEach((word, i) => {
    if (!perWord[i].units.has(number)) { terms[word] = false; return }
    // Material looks for each part of a-b by itself.
    const good = best[i].filter(([term, sure]) => sure >= GOOD && !term.includes("-"))
    for (const [term] of good.slice(0, Math.ceil(IN_ADDRESS / query.words.length))) terms[term] = true
  })
  return terms
}

/** The terms that a word was surely found by, the surest first. */
const surest = (matched) => [...matched].filter(([, sure]) => sure >= WEAKEST)
  .sort((a, b) => b[1] - a[1] || a[0].length - b[0].length).slice(0, MOST_MARKED)

const show = (unit, score, { best, marked, terms, isFound }, texts) => {
  const kind = texts.kinds?.[unit.badge]
  const badge = kind && kind !== unit.title ? ` <small class="campnotes-kind" data-kind="${encode(unit.kind)}">${encode(kind)}</small>` : ""
  const place = !unit.part && unit.label ? ` <small>${encode(unit.label)}</small>` : ""
  const path = unit.path.length ? `<small class="campnotes-path">${encode(unit.path.join(" › "))}</small> ` : ""
  return {
    location: unit.location, score, terms,
    title: mark(unit.title, marked) + badge + place,
    text: path + (isFound ? mark(excerpt(unit.text, best), marked) : ""),
    ...(unit.tags ? { tags: unit.tags } : {}),
  }
}

const MARKED = /[가-힣ㄱ-ㅎ]+|[a-z0-9]+(?:[+#]+|(?:[._-][a-z0-9]+)+)?/gi

/** Mark in a text what the query's words were found by, whole words with their particles. */
const mark = (text, terms) => {
  if (terms.length === 0) return encode(text)
  let html = "", end = 0
  for (const match of text.matchAll(MARKED)) {
    const word = match[0].toLowerCase()
    if (!terms.some((term) => word.startsWith(term) || (term.length >= 2 && word.includes(term)))) continue
    html += `${encode(text.slice(end, match.index))}<mark data-md-highlight>${encode(match[0])}</mark>`
    end = match.index + match[0].length
  }
  return html + encode(text.slice(end))
}

/** The part of a text around the first place of what each word is most surely found by. */
const excerpt = (text, best) => {
  const lower = text.toLowerCase()
  const places = best.map((found) => found.map(([term]) => lower.indexOf(term)).find((at) => at >= 0) ?? -1)
  const at = Math.min(...places.filter((place) => place >= 0), text.length)
  const earliest = at === text.length ? 0 : Math.max(0, Math.min(at - BEFORE, text.length - EXCERPT))
  const space = text.indexOf(" ", earliest)
  const start = earliest > 0 && space >= 0 && space < at ? space + 1 : earliest
  const part = text.slice(start, start + EXCERPT).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "") // half an emoji
  return `${start > 0 ? "…" : ""}${part}${start + EXCERPT < text.length ? "…" : ""}`
}

const FACETS = ["kind", "week", "by"]

/**
 * The values of each facet, with how many notes each leaves and whether it is asked for by now.
 *
 * Where a filter is on, the others of its facet tell what they would leave in its place.
 */
const countFacets = (index, query, pages) => Object.fromEntries(FACETS.map((facet) => {
  const { [facet]: asked, ...filters } = query.filters
  const others = asked === undefined ? pages : rank(index, { ...query, filters }).pages
  const counts = new Map()
  for (const { units, first } of others.length ? others : pages) {
    const found = (units.length ? units.map(([number]) => number) : [first]).map((number) => index.units[number])
    // Behind a person's name are other names of the same person.
    const values = found.flatMap((unit) => FILTERS[facet].of(unit).slice(0, unit.kind === "person" ? 1 : undefined))
    for (const value of new Set(values)) if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const told = [...counts].map(([value, count]) => [value, count, asked !== undefined && FILTERS[facet].is(value, asked)])
  if (asked !== undefined && !told.some(([, , isOn]) => isOn)) told.push([asked, 0, true]) // to be released
  return [facet, told.sort((a, b) => b[2] - a[2] || b[1] - a[1]).slice(0, MOST_CHIPS)]
}))

/** What to type instead: the query without its filters, or words of the notes that are most like it. */
const nearestWords = (index, query) => {
  if (Object.keys(query.filters).length && query.words.length) {
    const { pages } = rank(index, { ...query, filters: {} })
    if (pages.length) return [query.words.join(" ")]
  }
  const known = new Set(index.vocabulary)
  const near = new Map()
  for (const word of query.words.slice(0, MOST_REPLACED)) {
    const typed = jamo(word)
    for (const term of index.vocabulary) {
      if (term.length < 2 || isHangul(term) !== isHangul(word)) continue
      const apart = apartness(word, typed, term, lazily(index.jamo, term, jamo))
      const base = stems(term).find((stem) => stem.length > 1 && known.has(stem)) ?? term
      if (apart <= FAR && apart < (near.get(base) ?? Infinity)) near.set(base, apart)
    }
  }
  const least = [...near.values()].reduce((some, other) => Math.min(some, other), Infinity)
  return [...near].filter(([, apart]) => apart <= FARTHER * least)
    .sort((a, b) => a[1] - b[1] || (index.terms.get(b[0])?.size ?? 0) - (index.terms.get(a[0])?.size ?? 0))
    .slice(0, 3).map(([term]) => term)
}

/** How unlike a word, or the part of it that is most like it, a term is: from 0 to about 1. */
const apartness = (word, typed, term, letters) => {
  const whole = distance(typed, letters, Math.ceil(FAR * typed.length)) / typed.length
  if (!isHangul(word) || word.length < 4 || word.length > LONG || term.length >= word.length) return whole
  // 퀀텀컴퓨팅 has 컴퓨팅, which is like 컴퓨터.
  const starts = Array.from({ length: word.length - term.length + 1 }, (_, i) => i)
  const most = Math.ceil(FAR * letters.length / 2)
  const inside = starts.map((i) => distance(jamo(word.slice(i, i + term.length)), letters, most) / letters.length)
  return Math.min(whole, 2 * Math.min(...inside))
}
