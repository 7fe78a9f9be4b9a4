/*
 * A big notebook, whose index comes in parts (`parts.py`): which pages are likely to answer is told by
 * the pieces of the words that were typed; their units are loaded and ranked as those of a small one.
 */

const FIRST_PAGES = 10 // loaded before anything is shown; as many as Material draws at once
const MOST_RUNS = 4 // pieces of a word that are looked up
const FEW = 10 // pages; with fewer, those that have most pieces of a word are looked at too
const HALF = 0.5
const INSIDE = 0.5 // of a page's weight that has the pieces of a Korean word, most likely in a longer one
const LOOSELY = 0.3 // of one that has those of another word, perhaps in several
const MOST_NAME = 20 // letters of a name, as in `parts.py`

/** The pieces by which a word is found, the fewest that do; as in `words.py`. */
const grams = (word) => {
  if (isInitials(word)) return [word.slice(0, 3)]
  const length = isHangul(word) ? 2 : 3
  if (word.length < length) return [`^${word}`]
  const starts = Array.from({ length: word.length - length + 1 }, (_, i) => i)
  const step = Math.max(1, (starts.length - 1) / (MOST_RUNS - 1))
  const spread = starts.filter((_, i) => starts.length <= MOST_RUNS || Math.floor(i / step) !== Math.floor((i - 1) / step))
  return [...new Set(spread.map((i) => word.slice(i, i + length)))]
}

/** The numbers of pages and their weights, from groups of seven bits in base 64. */
const decodePages = (told) => {
  const pages = new Map()
  let page = -1, value = 0, shift = 0
  for (const character of atob(told ?? "")) {
    const byte = character.charCodeAt(0)
    value |= (byte & 127) << shift
    shift += 7
    if (byte < 128) {
      page += (value >> 2) + 1
      pages.set(page, value & 3)
      value = shift = 0
    }
  }
  return pages
}

/** What is asked for once, unless it fails: the next query tries again. */
const once = (known, key, ask) => lazily(known, key, (asked) => ask(asked).catch((error) => {
  known.delete(key)
  throw error
}))

/** The pages that are in every list. */
const inAll = (lists) => new Set([...lists[0]?.keys() ?? []].filter((page) => lists.every((list) => list.has(page))))

const notebookInParts = (head, texts, fetchPart) => {
  const files = new Map(), found = new Map(), loaded = new Map()

  const pagesWith = (gram) => once(found, gram, async () => {
    let [low, high] = [0, head.starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (head.starts[middle] <= gram) low = middle
      else high = middle
    }
    const file = await once(files, low, (number) => fetchPart(`grams/${number}.json`))
    return decodePages(file[gram])
  })

  /** The pages that have every piece of a form, or pieces that tell most of it, with their weights. */
  const pagesOfForm = async (form, least) => {
    const [whole, ...lists] = await Promise.all([`=${form}`, ...grams(form)].map(pagesWith))
    const tells = lists.map(({ size }) => size && rarityOf(head.pages, size))
    const most = total(tells)
    const sure = isHangul(form) && !isInitials(form) ? INSIDE : LOOSELY
    const pages = new Map(whole)
    for (const page of new Set(lists.flatMap((list) => [...list.keys()]))) {
      if (least === 1 && !lists.every((list) => list.has(page))) continue
      const share = total(tells.filter((_, i) => lists[i].has(page))) / most
      const weights = lists.flatMap((list) => list.get(page) ?? [])
      if (share >= least) raise(pages, page, sure * Math.min(...weights) * share ** 2)
    }
    return pages
  }

  const pagesOfWord = async (word) => {
    const forms = [word, ...stems(word)]
    const others = forms.flatMap((form) => [...CURATED.get(form)?.keys() ?? []])
    const pages = new Map()
    const add = async (form, sure, least) => {
      for (const [page, weight] of await pagesOfForm(form, least)) {
        pages.set(page, Math.max(pages.get(page) ?? 0, weight * sure))
      }
    }
    for (const form of forms) await add(form, 1, 1)
    for (const form of others) await add(form, 0.75, 1)
    // What is near is meant where there is nothing else; it may stand on more pages than are looked at.
    if (pages.size === 0) for (const form of meantBy(forms)) await add(form, NEAR_SURE, 1)
    if (pages.size < FEW) for (const form of forms) await add(form, 0.4, HALF)
    return pages
  }

  /** Frequent words that the forms of a word are a slip away from. */
  const meantBy = (forms) => {
    const typed = longEnough(forms)
    const isSlip = (term) => typed.some(([form, letters]) => isOneSlip(form, term) || distance(letters, jamo(term), 1) === 1)
    return head.words.filter(isSlip).slice(0, CORRECTED)
  }

  /** The pages that the filters let through, or null if there are none. */
  const pagesAllowed = async ({ filters }) => {
    const lists = await Promise.all(Object.entries(filters).map(([name, value]) => (
      pagesWith(`${name}:${name === "by" ? value.slice(0, MOST_NAME) : Number.parseInt(value, 10) || value}`)
    )))
    return lists.length ? inAll(lists) : null
  }

  const pagesThere = async (query) => {
    const asked = ["week", "day", "date"].filter((name) => query[name] !== null)
    // A note may know its date without the year.
    const values = (name) => name === "date" ? [query.date, query.date.slice(-5)] : [query[name]]
    const lists = await Promise.all(asked.map(async (name) => (
      new Set((await Promise.all(values(name).map((value) => pagesWith(`${name}:${value}`)))).flatMap((pages) => [...pages.keys()]))
    )))
    return inAll(lists)
  }

  /** The pages that are likely to answer, best first, and how rare each word is. */
  const candidates = async (query) => {
    const [allowed, there, ...perWord] = await Promise.all([
      pagesAllowed(query), pagesThere(query), ...query.words.map(pagesOfWord),
    ])
    const rarity = new Map(query.words.map((word, i) => [word, rarityOf(head.pages, perWord[i].size)]))
    const all = () => allowed ?? (isLocated(query) ? [] : Array.from({ length: head.pages }, (_, page) => page))
    const some = query.words.length ? perWord.flatMap((pages) => [...pages.keys()]) : [...there, ...all()]
    const scores = [...new Set(some)].filter((page) => !allowed || allowed.has(page)).map((page) => {
      const values = query.words.map((word, i) => (perWord[i].get(page) ?? 0) * rarity.get(word))
      const share = values.length ? values.filter(Boolean).length / values.length : 1
      const score = values.reduce((sum, value) => sum + value, 0) * (0.25 + 0.75 * share ** 2)
      return [page, there.has(page) ? score * 2 + 4 : score]
    })
    return { pages: scores.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST).map(([page]) => page), rarity }
  }

  const search = async function* (text) {
    const query = readQuery(text, texts.kinds)
    const { pages, rarity } = await candidates(query)
    for (const some of pages.length > FIRST_PAGES ? [pages.slice(0, FIRST_PAGES), pages] : [pages]) {
      const parts = await Promise.all(some.map((page) => once(loaded, page, () => fetchPart(`pages/${page}.json`))))
      const docs = parts.flatMap((part) => part.docs)
      const index = buildIndex(docs, Object.assign({}, ...parts.map((part) => part.forms)), rarity)
      if (docs.length === 0) index.vocabulary = head.words
      yield makeResult(index, query, texts)
    }
  }
  return { search, texts }
}
