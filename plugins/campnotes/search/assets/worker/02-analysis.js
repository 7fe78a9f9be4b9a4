/*
 * From text to terms: words, and what is left of a Korean word without particle and ending.
 * The tables in KOREAN, and the rules, are those of `words.py`; a test holds the two together.
 */

const PARTICLES = new Set(KOREAN.particles)
const ENDINGS = new Set(KOREAN.endings)
const SUFFIXES = new Set([...PARTICLES, ...ENDINGS])
const LONGEST = Math.max(...[...SUFFIXES].map((suffix) => suffix.length))
const SHORT_PARTICLES = new Set("은는을를")
const ENGLISH_SUFFIXES = new Set(["ing", "ed", "es", "s"])
const WORD = /[가-힣ㄱ-ㅎㅏ-ㅣ]{1,40}|[a-z0-9]{1,40}(?:[+#]{1,4}|(?:[._-][a-z0-9]{1,40}){1,8})?/g

/** The words of a text; a change of script ends a word, so that `BERT는` is two. */
const words = (text) => text.normalize("NFC").toLowerCase().match(WORD) ?? []

/** A word without its longest ending, so that 에서는 goes as a whole; `least` letters stay. */
const cut = (word, endings, least) => {
  for (let length = Math.min(LONGEST, word.length - least); length > 0; length--) {
    if (endings.has(word.slice(-length))) return word.slice(0, -length)
  }
  return word
}

/** A Korean word without its particles: 큐는 is of 큐, but 강의 isn't of 강. */
const withoutParticle = (word) => word.length > 2 ? cut(word, PARTICLES, 2) : cut(word, SHORT_PARTICLES, 1)

const stemCache = new Map()

/** What a word may be a form of: 학습하는 of 학습, 모델에서는 of 모델, layers of layer. */
const stems = (word) => lazily(stemCache, word, () => {
  const found = new Set()
  if (/^[가-힣]{2,}$/.test(word)) {
    const bare = withoutParticle(word)
    const root = cut(word, ENDINGS, 2)
    for (const form of [bare, root, cut(bare, ENDINGS, 2), cut(root, PARTICLES, 2)]) {
      if (form !== word && form.length >= (word.length > 2 ? 2 : 1)) found.add(form)
    }
  } else if (/^[a-z]{4,}$/.test(word)) {
    const bare = cut(word, ENGLISH_SUFFIXES, 3)
    if (bare !== word && !word.endsWith("ss")) found.add(bare)
  }
  return [...found]
})

/** A value worked out when it is first asked for. */
const lazily = (known, key, make) => {
  if (!known.has(key)) known.set(key, make(key))
  return known.get(key)
}

/** The text with its spaces gone, in which compounds are found however they are spaced. */
const joined = (text) => text.normalize("NFC").toLowerCase().replace(/[^가-힣a-z0-9]+/g, "")

/** A name without what stands between its letters, of any script: 윤서진, josé. */
const bareName = (name) => name.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "")

const encode = (text) => text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c])
