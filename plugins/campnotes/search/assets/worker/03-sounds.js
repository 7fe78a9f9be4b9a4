/*
 * English terms and their Korean spelling or translation: small lists, what the notes pair, and words
 * that sound alike. Korean renders an English word's consonants quite regularly (외래어 표기법, 2017):
 * two words sound alike where the consonants agree and the vowels nearly do.
 */

// Consonants that stand for one another, by the letters of INITIALS; ㅇ is silent there.
const KOREAN_CONSONANTS = [..."KKNTTLMPPSS-JJJKTPH"]
// ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ, each as the English vowel that it mostly stands for; ㅓ for any
const KOREAN_VOWEL = [..."aeae?e?eoaeoou?eiu-ii"]
const KOREAN_FINALS = " K K K N N N T L L M L L L P L M P P T T N J J K T P H".split(" ")
const ENGLISH_SPELLINGS = [
  [/[aeo]r$/, "?"], // 어 in 서버 may be any vowel
  [/(?:t|ss|s)ion/g, "Sn"], [/ture/g, "Jo"], [/ph/g, "f"], [/tch|ch/g, "J"], [/sh/g, "S"], [/th/g, "s"], [/ck/g, "k"],
  [/que$/g, "k"], [/x/g, "ks"], [/qu/g, "k"], [/c(?=[eiy])/g, "s"], [/ng(?![aeiou])/g, "N"],
  [/wh/g, "w"], [/kn/g, "n"], [/r(?![aeiouy])/g, ""], [/gh/g, ""], [/([a-zSJN])\1/g, "$1"],
]
const ENGLISH_CONSONANTS = {
  k: "K", c: "K", g: "K", q: "K", t: "T", d: "T", b: "P", p: "P", f: "P", v: "P", s: "S", z: "J", S: "S", J: "J", j: "J",
  n: "N", N: "N", m: "M", l: "L", r: "L", h: "H",
}

/** How a word may sound: its consonants, and its vowels. */
const sounds = (word) => {
  if (isHangul(word)) return [koreanSound(word)]
  const soft = word.replace(/g(?=[eiy])/g, "J") // forget, but generate
  return [...new Set([word, soft])].map(englishSound)
}

const koreanSound = (word) => {
  let consonants = "", vowels = ""
  for (const character of word) {
    const code = character.codePointAt(0)
    if (!isSyllable(code)) continue
    const [initial, medial, final] = parts(code)
    if (INITIALS[initial] !== "ㅇ") consonants += KOREAN_CONSONANTS[initial]
    if (MEDIALS[medial] !== "ㅡ") vowels += KOREAN_VOWEL[medial]
    if (final) consonants += FINALS[final] === "ㅇ" ? "N" : KOREAN_FINALS[final]
  }
  return { consonants: consonants.replace(/(.)\1/g, "$1"), vowels }
}

const englishSound = (word) => {
  const spelt = ENGLISH_SPELLINGS.reduce((text, [pattern, by]) => text.replace(pattern, by), word)
  const consonants = [...spelt].map((letter) => ENGLISH_CONSONANTS[letter] ?? "").join("")
  const vowels = spelt.replace(/e$/, "").replace(/y/g, "i").replace(/oo/g, "u").replace(/e[ea]/g, "i").replace(/[^aeiou?]/g, "")
  return { consonants: consonants.replace(/(.)\1/g, "$1"), vowels }
}

/** Whether a Korean and an English word, by how they may sound, sound alike. */
const soundAlike = (some, others) => some.some((a) => others.some((b) => {
  if (a.consonants.length < 2 || a.consonants !== b.consonants) return false
  const longest = Math.max(a.vowels.length, b.vowels.length, 1)
  const apart = distance(a.vowels, b.vowels, longest, (x, y) => x === y || x === "?" || y === "?")
  // The fewer consonants, the more must the vowels agree: 티처 is teacher, but 파서 isn't posse.
  return apart / longest <= [0, 0.34, 0.5][Math.min(a.consonants.length - 2, 2)]
}))

const SPELT_SURE = 0.85 // 어텐션 is attention in other letters
const MEANT_SURE = 0.4 // 추론 is Korean for inference
const MOST_PARTNERS = 8 // of one term, whatever a note may pair it with
const PAIRED = /([가-힣]{2,12})\s?\(\s?([a-z][a-z-]{2,24})\s?\)|\b([a-z][a-z-]{2,24})\s?\(\s?([가-힣]{2,12})\s?\)/gi

/**
 * Terms that mean the same as a term, each with how surely: from the small lists, and from what the notes pair. Two
 * Korean words for one English word mean the same too: 데드락, 교착.
 */
const partnersOf = (term, learnt) => {
  const partners = (of) => [...CURATED.get(of) ?? [], ...learnt.get(of) ?? []]
  const direct = partners(term)
  return [...direct, ...direct.flatMap(([other, sure]) => partners(other).map(([third, surely]) => [third, sure * surely]))]
}

/** Put a pair of terms into a two-way table: term -> Map(term -> how surely it means the same). */
const addPair = (table, some, other, sure) => {
  for (const [from, to] of [[some, other], [other, some]]) {
    const known = lazily(table, from, () => new Map())
    if ((known.get(to) ?? 0) < sure && (known.has(to) || known.size < MOST_PARTNERS)) known.set(to, sure)
  }
}

const CURATED = new Map()
for (const [pairs, sure] of [[KOREAN.loanwords, SPELT_SURE], [KOREAN.translations, MEANT_SURE]]) {
  for (const [english, korean] of Object.entries(pairs)) {
    for (const word of korean.split(" ")) addPair(CURATED, english, word, sure)
  }
}

/** The table of what the notes pair: 쇄도(stampede). */
const learnPairs = (units) => {
  const table = new Map()
  for (const { title, text } of units) {
    for (const match of `${title} ${text}`.matchAll(PAIRED)) {
      const korean = match[1] ?? match[4]
      const english = (match[2] ?? match[3]).toLowerCase()
      // 이를 쇄도(stampede)라고: the word before the bracket is a name of what is in it.
      for (const form of [korean, ...stems(korean)]) {
        addPair(table, english, form, soundAlike(sounds(form), sounds(english)) ? SPELT_SURE : MEANT_SURE)
      }
    }
  }
  return table
}
