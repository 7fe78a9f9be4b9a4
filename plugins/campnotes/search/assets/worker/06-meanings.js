/* Which terms of the index a typed word may mean, and how surely. */

const SURE = 0.9 // a term that is the word, or a form of it
const FORM_SURE = 0.92
const STEM_SURE = 0.7 // another word of the same stem
const COMPOUND_SURE = 0.9 // 회귀 in 선형회귀, 차이 in 차이점
const NEAR_SURE = 0.7 // a slip of the finger away
const SLIP_WITHIN_SURE = 0.5 // holds what is one away
const ALIKE_SURE = 0.5 // what sounds like it
const LESS_ALIKE_SURE = 0.25
const CORRECTED = 5 // terms that a slip may have meant
const PAIR_PART = 0.7 // what begins with the same in the other script
const INITIALS_OF_NOUN = 0.9, INITIALS_OF_WORD = 0.75, INITIALS_OF_FORM = 0.35
const BEGINNING = 0.35, INITIALS_WITHIN = 0.25
const DERIVING = new Set(KOREAN.deriving)

/** Terms of the index that a word may mean, each with how surely: from 1 (the same) downwards. */
const expand = (index, word, isLast) => {
  const found = new Map()
  const add = (term, sure) => { if (index.terms.has(term) && (found.get(term) ?? 0) < sure) found.set(term, sure) }
  if (isInitials(word)) {
    addByInitials(index, word, add)
    return found
  }
  const forms = [word, ...formsOf(word, index.forms)]
  // Where the notes say modeling or 기본기 themselves, model and 기본 are others.
  const isKnown = index.terms.has(word) || (isHangul(word) && index.terms.has(withoutParticle(word)))
  forms.forEach((form, i) => add(form, i === 0 ? 1 : !isKnown || isInflected(word, form) ? FORM_SURE : STEM_SURE))
  if (!isKnown) for (const name of namesWithin(word)) add(name, STEM_SURE)
  const others = forms.flatMap((form) => partnersOf(form, index.pairs))
  for (const [other, sure] of others) add(other, sure)
  // Of a stem that is no word here, only what begins with it is meant.
  const isWord = (form) => form === word || index.terms.has(form)
  addByParts(index, [
    ...forms.map((form) => ({ form, sure: 1, within: isWord(form) })),
    ...others.map(([form, sure]) => ({ form, sure: PAIR_PART * sure, within: true })),
  ], add)
  // The last syllable is often half composed while it is typed: 어테 on the way to 어텐션.
  const typed = jamo(word)
  if (isHangul(word) && typed.length >= (found.size ? 3 : 2) && (isLast || found.size === 0)) {
    for (const term of index.vocabulary) {
      if (lazily(index.jamo, term, jamo).startsWith(typed)) add(term, found.size ? 0.45 : 0.6)
    }
  }
  const isSure = [...found.values()].some((sure) => sure >= SURE)
  const size = found.size
  if (!isSure) addNear(index, forms, add)
  // What is only a slip away is rather meant than what sounds like it.
  addBySound(index, forms, found.size === size && !isSure ? ALIKE_SURE : LESS_ALIKE_SURE, add)
  if (found.size === 0 && isHangul(word)) {
    addWithin(index, word, add)
    addSlipsWithin(index, forms, add)
  }
  return found
}

/** Whether a word is a form by its particles, or by an ending that makes no other word: 충돌하는 of 충돌, not 기본기 of 기본. */
const isInflected = (word, form) => {
  const bare = withoutParticle(word)
  if (!isHangul(word) || !bare.startsWith(form)) return false
  const ending = bare.slice(form.length)
  return ending.length !== 1 || "하한할함해되된될됨돼".includes(ending)
}

/** Terms that a compound begins or ends with, where nothing is like the whole: 변이 for 돌연변이. */
const addWithin = (index, word, add) => {
  for (const term of index.vocabulary) {
    if (term.length > 1 && (word.startsWith(term) || word.endsWith(term))) add(term, 0.6 * term.length / word.length)
  }
}

/** Terms that begin with the initials; before others those that also stand with particles: 금요일, not 기억을 or 같아야. */
const addByInitials = (index, word, add) => {
  index.nouns ??= new Set(index.vocabulary.filter((term) => withoutParticle(term) !== term).map(withoutParticle))
  const surely = (term) => index.nouns.has(term) ? INITIALS_OF_NOUN : withoutParticle(term) === term ? INITIALS_OF_WORD : INITIALS_OF_FORM
  for (const term of index.vocabulary) {
    if (!isHangul(term)) continue
    const own = lazily(index.initials, term, initials)
    if (own === word) add(term, surely(term))
    else if (own.startsWith(word)) add(term, word.length > 1 ? BEGINNING * surely(term) : 0.3)
    else if (word.length > 2 && own.includes(word)) add(term, INITIALS_WITHIN) // 핀포인트
  }
}

/**
 * Terms that begin or end with a form of the word, or hold it.
 *
 * `sought` tells each form, how sure it is, and whether terms may hold it `within`.
 */
const addByParts = (index, sought, add) => {
  const long = sought.filter(({ form }, i) => form.length > 1 || (i === 0 && isHangul(form)))
  for (const term of index.vocabulary) {
    for (const { form, sure, within } of long) {
      const at = term.indexOf(form)
      if (at < 0 || form === term || (at > 0 && !within)) continue
      add(term, sure * partSure(index, term, form, at))
    }
  }
}

/** How surely a term that holds another at a place is about it; 0 if it isn't. */
const partSure = (index, term, form, at) => {
  const share = form.length / term.length
  // 어텐션메커니즘 is about 어텐션; classification isn't about class.
  if (!isHangul(form)) return at === 0 ? 0.35 + 0.35 * share : form.length >= 4 ? 0.35 + 0.25 * share : 0
  const ends = at + form.length === term.length
  if (form.length < 2) return at === 0 ? 0.55 + 0.3 * share : 0
  // What is left of 최대회귀 without 회귀 is a word too, unlike that of 블로그 without 로그.
  const rest = at === 0 ? term.slice(form.length) : ends ? term.slice(0, at) : ""
  if (rest.length > 1 ? index.terms.has(rest) : at === 0 && DERIVING.has(rest)) return COMPOUND_SURE
  return at === 0 || ends ? 0.6 + 0.35 * share : 0.35 + 0.25 * share
}

/** Terms of the other script that sound alike. */
const addBySound = (index, forms, sure, add) => {
  for (const form of forms) {
    if (form.length < (isHangul(form) ? 2 : 4) || !/^(?:[a-z]+|[가-힣]+)$/.test(form)) continue
    const own = sounds(form)
    if (own[0].consonants.length < 2) continue
    for (const term of index.vocabulary) {
      if (isHangul(term) === isHangul(form) || term.length < 2 || !/^(?:[a-z]+|[가-힣]+)$/.test(term)) continue
      if (soundAlike(lazily(index.sounds, term, sounds), own)) add(term, sure)
    }
  }
}

/** Terms that are a slip of the finger away, and what begins with or holds the likeliest. */
const addNear = (index, forms, add) => {
  const meant = []
  for (const [form, letters] of longEnough(forms)) {
    const most = letters.length >= 11 ? 2 : 1
    for (const term of index.vocabulary) {
      if (term.length < 2) continue
      const own = lazily(index.jamo, term, jamo)
      const apart = isOneSlip(form, term) ? 1 : distance(letters, own, most)
      if (apart <= 1) meant.push({ form: term, sure: NEAR_SURE, within: true })
      if (apart <= most) add(term, apart <= 1 ? NEAR_SURE : 0.42)
      else if (own.length > letters.length && isHangul(term) === isHangul(form) && letters.length >= 6
        && distance(letters, own.slice(0, letters.length), 1) <= 1) add(term, 0.35)
    }
  }
  addByParts(index, meant.slice(0, CORRECTED), add)
}

/** The forms of a word in which a slip can be told, each with its letters. */
const longEnough = (forms) => forms
  // What is left of a slip without what looks like a particle is near to too much: 난우 of 난우도.
  .filter((form) => form === forms[0] || form.length > 2)
  .map((form) => [form, jamo(form)])
  .filter(([, letters]) => letters.length > 3)

/** Terms that hold what is a slip away: 선형대수학 for 대투학. */
const addSlipsWithin = (index, forms, add) => {
  for (const form of forms.filter(({ length }) => length > 2)) {
    for (const term of index.vocabulary) {
      for (let at = 0; at + form.length <= term.length; at++) {
        if (isOneSlip(form, term.slice(at, at + form.length))) add(term, SLIP_WITHIN_SURE)
      }
    }
  }
}

/** Whether two Korean words of some syllables differ in one letter of one, however many keys it takes: 언도우, 윈도우. */
const isOneSlip = (some, other) => {
  if (some.length !== other.length || some.length < 3 || !isHangul(some) || !isHangul(other)) return false
  const at = [...some].findIndex((syllable, i) => syllable !== other[i])
  if (at < 0 || some.slice(at + 1) !== other.slice(at + 1)) return false
  const [a, b] = [some, other].map((word) => parts(word.codePointAt(at)))
  return a.filter((letter, i) => letter !== b[i]).length === 1
}
