/* How well each note answers a query. */

const K = 0.8 // BM25: how soon more of the same term stops counting
const B = 0.1 // and how much a long unit is held against it
const LONG_TITLE = 5 // words; a title of more is less about each of them
const FIELD_WEIGHT = [3.2, 2.5, 1] // title, stressed, text
const LESS = 0.3 // for what isn't the word itself, where the notes have the word itself
const LESS_SPELT = 0.65 // for the word itself in the other script, where they have it in this one
const LONGER = 0.7 // for a compound that goes on: 경사하강 in 경사 하강법
const TOGETHER = 6 // for words that stand together as typed
const WHOLE = 0.9 // weight of a compound as it is typed, also where it is written apart
const ADDED = 0.5 // weight of a term whose texts count beside those of other terms
const COUNTED = 0.8 // of a term's weight: a form that weighs as much has the term's texts
const NAMED_BY = 0.3 // what a cited page counts for a small part of its title
const OF_KIND = 3 // for being of the kind that a word names
const ON_DAY = 15, IN_WEEK = 5 // for standing on the day, or in the week, that is named
const NAMED = 9 // for being called so
const LEAST_RARITY = 0.3
const APART = 0.3 // for words none of which stand in the same part of a note
const BEST = 0.5 // what a note's best unit adds to what the whole note is about
const AGAIN = 0.5 // for each page before that is of the same word, where many may be meant
const MOST = 60 // notes shown
const MOST_WRITTEN = 8 // parts of a compound that are marked

/** What a word may mean, whatever the filters are: the terms that it is `matched` by, and the `compound` that it is. */
const meaningOf = (index, word, isLast) => (
  { matched: expand(index, word, isLast), compound: findCompound(index, joined(word)) }
)

/**
 * What of the notes one word finds: the scores of `units` and of `pages`, the terms that it was `matched` by, and how
 * a compound is `written`. `allows` tells the units that count.
 */
const scoreWord = (index, word, { matched, compound: { counts: whole, written } }, allows) => {
  const person = word.length > 2 ? word.replace(/님(?:[은이의과도])?$/, "") : word
  const named = index.people.filter((number) => isNamed(index.units[number], person))
  const found = new Set([...whole.keys(), ...named])
  for (const term of matched.keys()) for (const unit of index.terms.get(term).keys()) found.add(unit)
  const rarity = index.rarity.get(word) ?? rarityOf(index.units.length, found.size)
  const isThere = [...matched.values()].some((sure) => sure >= SURE)
  const weights = new Map([...matched].map(([term, sure]) => (
    [term, sure * sure * (!isThere || sure >= SURE ? 1 : sure >= SPELT_SURE ? LESS_SPELT : LESS)]
  )))
  // What counts as a form of another term counts there, unless it is meant much more itself.
  const isCounted = (term) => formsOf(term, index.forms).some((form) => weights.get(form) >= COUNTED * weights.get(term))
  const terms = [...weights].map(([term, weight]) => [index.terms.get(term), weight, weight >= ADDED && !isCounted(term)])
  const scores = scorePostings(index, [...terms, [whole, WHOLE, false]], rarity, allows)
  for (const number of named.filter(allows)) {
    raise(scores.units, number, NAMED * rarity)
    raise(scores.pages, index.units[number].page, NAMED * rarity * index.units[number].boost)
  }
  return { ...scores, matched, written }
}

/** The scores of words that were typed apart, as one: 회귀 분석 in 회귀분석. */
const scoreCompound = (index, compound, allows) => {
  const { counts } = findCompound(index, compound)
  return scorePostings(index, [[counts, WHOLE, true]], rarityOf(index.units.length, counts.size), allows)
}

const rarityOf = (all, found) => Math.max(LEAST_RARITY, Math.log(1 + (all - found + 0.5) / (found + 0.5)))

const raise = (scores, key, score) => { if (score > (scores.get(key) ?? 0)) scores.set(key, score) }

/**
 * The scores of units and of pages from terms: how often each stands in the fields of which units, what it weighs, and
 * whether its texts `add` to what other terms tell of a page.
 *
 * A note is about what one of its titles says, and about what its texts say again and again.
 */
const scorePostings = (index, terms, rarity, allows) => {
  const units = new Map(), titles = new Map(), texts = new Map(), pages = new Map()
  for (const [postings, weight, adds] of terms) {
    for (const [number, counts] of postings) {
      if (!allows(number)) continue
      const unit = index.units[number]
      raise(units, number, rarity * weight * closeness(index, unit, counts))
      for (const field of [TITLE, STRESSED]) {
        raise(titles, unit.page, unit.boost * weight * inField(field, counts[field], wordiness(unit, field)))
      }
      const amount = unit.boost * weight * counts[TEXT]
      if (adds) texts.set(unit.page, (texts.get(unit.page) ?? 0) + amount)
      else raise(texts, unit.page, amount)
    }
  }
  for (const page of new Set([...titles.keys(), ...texts.keys()])) {
    pages.set(page, rarity * ((titles.get(page) ?? 0) + inField(TEXT, texts.get(page) ?? 0, 1)))
  }
  return { units, pages }
}

/** How often a compound stands in the units, also where it is written apart, and how: 언어모델 in 언어 모델. */
const findCompound = (index, compound) => {
  const counts = new Map(), written = new Set()
  if (compound.length < 3) return { counts, written }
  const spaced = new RegExp([...compound].join("\\s*"))
  for (const [number, unit] of index.units.entries()) {
    const held = unit.joined.map((text, field) => heldAs(text, unit.starts[field], compound))
    if (!held.some(Boolean)) continue
    counts.set(number, held)
    if (written.size >= MOST_WRITTEN) continue
    const [found = ""] = spaced.exec(`${unit.title} ${unit.text}`.toLowerCase()) ?? []
    for (const part of words(found)) if (part.length > 1) written.add(part)
  }
  return { counts, written }
}

/** Beside a place, 질문 and 회고 mean what is of that kind there. */
const raiseKind = (scores, index, kind, allows) => {
  if (!kind) return
  index.units.forEach((unit, number) => {
    if (unit.kind !== kind || !allows(number)) return
    raise(scores.units, number, OF_KIND)
    raise(scores.pages, unit.page, OF_KIND)
  })
}

/** Whether a person is called so: by the whole name, or by the given one. */
const isNamed = ({ people }, name) => name.length > 1 && people.some((own) => (
  joined(own) === name || initials(joined(own)) === name || (/^[가-힣]{3,4}$/.test(own) && own.endsWith(name)) || words(own).includes(name)
))

/** BM25 over the fields of a unit, without the rarity (Robertson and Zaragoza 2009, 3.5). */
const closeness = ({ average }, unit, counts) => total(counts.map((amount, field) => {
  const length = 1 - B + B * unit.lengths[field] / average[field]
  return inField(field, amount, Math.max(length, wordiness(unit, field)))
}))
const inField = (field, amount, length) => amount && FIELD_WEIGHT[field] * amount * (K + 1) / (amount + K * length)
const wordiness = ({ lengths }, field) => field === TITLE ? Math.max(1, lengths[field] / LONG_TITLE) : 1

/** The notes that answer a query, best first, each with its units: `{score, first, units: [[number, score]…]}`. */
const rank = (index, query) => {
  const passing = new Set([...index.units.keys()].filter((number) => passes(index, number, query)))
  const allows = (number) => passing.has(number)
  const perWord = query.words.map((word, i) => {
    const meaning = lazily(query.meanings, word, () => meaningOf(index, word, i === query.words.length - 1))
    return scoreWord(index, word, meaning, allows)
  })
  query.words.forEach((word, i) => raiseKind(perWord[i], index, query.kinds.get(word), allows))
  const compound = isCompound(query.words) ? scoreCompound(index, query.words.join(""), allows) : null
  const asksText = query.words.length || query.phrases.length
  const leavesOut = query.without.length || query.withoutPhrases.length
  const asksMore = asksText || leavesOut || Object.keys(query.filters).length
  const pages = []
  for (const [page, numbers] of index.pages) {
    const allowed = numbers.filter(allows)
    const isHere = isLocated(query) && isThere(index.units[numbers[0]], query)
    // A place weighs with a text, and is a filter without one.
    if (allowed.length === 0 || (!asksMore && !isHere) || (!asksText && isLocated(query) && !isHere)) continue
    const onPage = perWord.map((found) => found.pages.get(page) ?? 0)
    if (query.words.length && !onPage.some(Boolean) && !isHere) continue
    const units = allowed.map((number) => [number, scoreUnit(index, number, perWord, compound)])
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    const together = allowed.reduce((most, number) => Math.max(most, coverage(perWord.map((found) => found.units.get(number)), APART)), 0)
    // The list of all references is no note: it is about the best of them.
    let score = index.units[numbers[0]].kind === "reference" ? (1 + BEST) * units[0][1]
      : together * scorePage(onPage, units[0][1], compound?.pages.get(page) ?? 0)
    if (isLocated(query)) score = isHere ? score * 2 + (query.week === null ? ON_DAY : IN_WEEK) : score * 0.5
    const listed = query.words.length ? units.filter(([, value]) => value > 0) : asksMore ? units : []
    pages.push({ score, units: listed, first: numbers[0] })
  }
  pages.sort((a, b) => b.score - a.score || a.first - b.first)
  const isOpen = query.words.length === 1 && isInitials(query.words[0])
  return { pages: (isOpen ? byTurns(index, pages, perWord[0].matched) : pages).slice(0, MOST), perWord }
}

/** Pages sorted anew, so that of what initial consonants may mean each word has a page in front: 제공자, 중개자. */
const byTurns = (index, pages, matched) => {
  const meant = new Map()
  // The surest last, for it is what the page is found by.
  for (const [term] of [...matched].sort((a, b) => a[1] - b[1])) {
    for (const number of index.terms.get(term).keys()) meant.set(index.units[number].page, withoutParticle(term))
  }
  const shown = new Map()
  const scores = new Map(pages.map((page) => {
    const term = meant.get(index.units[page.first].page)
    const before = shown.get(term) ?? 0
    shown.set(term, before + 1)
    return [page, page.score * AGAIN ** before]
  }))
  return pages.sort((a, b) => scores.get(b) - scores.get(a))
}

/** A page's score by those of the words on it, of its best unit, and of the words as one compound. */
const scorePage = (onPage, best, compound) => (
  Math.max(coverage(onPage, 0.25) * total(onPage), TOGETHER * compound) + BEST * best
)

const scoreUnit = (index, number, perWord, compound) => {
  const values = perWord.map(({ units }) => units.get(number) ?? 0)
  const score = perWord.length ? total(values) * coverage(values, 0.35) : 1
  const { boost, kind, lengths } = index.units[number]
  // Notes tell of what is only named in the title of something that they cite.
  const told = kind === "reference" ? Math.min(1, values.filter(Boolean).length / lengths[TITLE]) : 1
  return Math.max(score, TOGETHER * (compound?.units.get(number) ?? 0)) * boost * (NAMED_BY + (1 - NAMED_BY) * told)
}

const total = (values) => values.reduce((sum, value) => sum + value, 0)
/** How much of what was typed is there, from `least` to 1. */
const coverage = (values, least) => (
  values.length ? least + (1 - least) * (values.filter(Boolean).length / values.length) ** 2 : 1
)

/** Whether words may be the parts of one: 회귀 분석, hyper parameter. */
const isCompound = (words) => words.length > 1 && words.length < 4
  && [/^[가-힣]+$/, /^[a-z]+$/].some((script) => words.every((word) => script.test(word)))
