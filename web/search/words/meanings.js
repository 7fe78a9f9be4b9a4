/* Which terms of the index a typed word may mean, and how surely. */

/** @import { Add, Index, Matched, Sought, Surely } from "../types.js" */
import { isHangul, isInitials, jamo } from "./hangul.js"
import { addByInitials } from "./initials.js"
import { formsOf, namesWithin } from "../ranking/index.js"
import { isKatakana } from "./kana.js"
import { PARTICLES } from "./korean.js"
import { lazily } from "../lazily.js"
import { isPaired } from "./letters.js"
import { addByParts } from "./holding.js"
import { partnersOf } from "./pairs.js"
import { addNear, addSlipsWithin } from "./slips.js"
import { soundAlike, sounds } from "./sounds.js"
import {
  ALIKE_SURE,
  END_OF_UNKNOWN_SURE,
  FORM_SURE,
  HALF_TYPED_SURE,
  HALF_TYPED_TOO_SURE,
  LESS_ALIKE_SURE,
  LETTER_SURE,
  PAIR_PART,
  STEM_SURE,
  SURE,
} from "../ranking/weights.js"
import { withoutParticle } from "./words.js"

/**
 * Find the terms of the index that a word may mean, each with how surely: from 1 downwards.
 *
 * In this order, for what is found decides what else is looked for:
 * 1. the word, its forms, and the same in the other script
 * 2. what begins with one of them or holds it
 * 3. what begins with the letters, while the word is typed
 * 4. what is a slip of the finger away, if nothing is sure by now
 * 5. what sounds like it
 * 6. what it holds, or holds nearly, if nothing is found at all
 *
 * @param {Index} index
 * @param {string} word
 * @param {boolean} isLast
 * @returns {Matched}
 */
export const expand = (index, word, isLast) => {
  /** @type {Matched} */
  const found = new Map()
  /** @type {Add} */
  const add = (term, sure) => {
    if (index.terms.has(term) && (found.get(term) ?? 0) < sure) found.set(term, sure)
  }
  if (isInitials(word)) {
    addByInitials(index, word, add)
    return found
  }
  if (isPaired(word)) {
    addPair(index, word, add)
    return found
  }
  const forms = [word, ...formsOf(word, index.forms)]
  const spelt = [...forms, ...syllableOf(word, index)]
  const partners = spelt.flatMap((form) => partnersOf(form, index))
  addForms(index, forms, add)
  for (const [partner, sure] of partners) add(partner, sure)
  addByParts(index, soughtOf(index, forms, partners), add)
  addHalfTyped(index, word, isLast, found, add)
  const isSure = [...found.values()].some((sure) => sure >= SURE)
  const size = found.size
  if (!isSure) addNear(index, forms, add)
  // What is only a slip away is rather meant than what sounds like it.
  const isNearer = isSure || found.size > size
  addBySound(index, forms, isNearer ? LESS_ALIKE_SURE : ALIKE_SURE, add)
  if (found.size === 0 && isHangul(word)) {
    addEnds(index, word, add)
    addSlipsWithin(index, forms, add)
  }
  return found
}

/**
 * The syllable before a particle, where it spells a word of the notes: 깃 of 깃이 for git.
 *
 * Others of one syllable are no stems: 사이 isn't 사.
 *
 * @param {string} word
 * @param {Index} index
 */
const syllableOf = (word, { terms, told }) => {
  const syllable = word.slice(0, 1)
  const isOther = terms.has(word) || !PARTICLES.has(word.slice(1))
  return !isOther && told.has(syllable) ? [syllable] : []
}

/**
 * Add a pair of letters of a script without spaces, or the pairs that hold a letter.
 *
 * @param {Index} index
 * @param {string} pair
 * @param {Add} add
 */
const addPair = (index, pair, add) => {
  for (const [partner, sure] of partnersOf(pair, index)) add(partner, sure)
  add(pair, 1)
  if (pair.length > 1) return
  for (const term of index.vocabulary) if (term.includes(pair)) add(term, LETTER_SURE)
}

/**
 * Add a word and its forms.
 *
 * @param {Index} index
 * @param {string[]} forms
 * @param {Add} add
 */
const addForms = (index, forms, add) => {
  const [word, ...others] = forms
  // Where the notes say modeling or 기본기 themselves, model and 기본 are others.
  const isKnown =
    index.terms.has(word) || (isHangul(word) && index.terms.has(withoutParticle(word)))
  add(word, 1)
  for (const form of others) add(form, !isKnown || isInflected(word, form) ? FORM_SURE : STEM_SURE)
  if (!isKnown) for (const name of namesWithin(word)) add(name, STEM_SURE)
}

/**
 * What terms may begin with or hold: the forms of a word, and less surely those of its partners.
 *
 * @param {Index} index
 * @param {string[]} forms
 * @param {Surely[]} partners
 * @returns {Sought[]}
 */
const soughtOf = (index, forms, partners) => {
  // Of a stem that is no word here, only what begins with it is meant.
  const isWord = (/** @type {string} */ form) => form === forms[0] || index.terms.has(form)
  return [
    ...forms.map((form) => ({ form, sure: 1, within: isWord(form) })),
    ...partners.map(([form, sure]) => ({ form, sure: PAIR_PART * sure, within: true })),
  ]
}

const INFLECTING = "하한할함해되된될됨돼" // syllables of endings that make no other word

/**
 * Whether a word is a form by its particles, or by an ending that makes no other word.
 *
 * 충돌하는 is of 충돌, 기본기 is not of 기본.
 *
 * @param {string} word
 * @param {string} form
 */
const isInflected = (word, form) => {
  const bare = withoutParticle(word)
  if (!isHangul(word) || !bare.startsWith(form)) return false
  const ending = bare.slice(form.length)
  return ending.length !== 1 || INFLECTING.includes(ending)
}

/**
 * Add what begins with the letters of a word whose last syllable may be half composed: 어테.
 *
 * @param {Index} index
 * @param {string} word
 * @param {boolean} isLast
 * @param {Matched} found
 * @param {Add} add
 */
const addHalfTyped = (index, word, isLast, found, add) => {
  const typed = jamo(word)
  const fewest = found.size ? 3 : 2 // letters
  if (!isHangul(word) || typed.length < fewest || (!isLast && found.size > 0)) return
  for (const term of index.vocabulary) {
    if (!lazily(index.jamo, term, jamo).startsWith(typed)) continue
    add(term, found.size ? HALF_TYPED_TOO_SURE : HALF_TYPED_SURE)
  }
}

/**
 * Add terms that a compound begins or ends with, where nothing is like the whole: 변이 for 돌연변이.
 *
 * @param {Index} index
 * @param {string} word
 * @param {Add} add
 */
const addEnds = (index, word, add) => {
  for (const term of index.vocabulary) {
    const isEnd = term.length > 1 && (word.startsWith(term) || word.endsWith(term))
    if (isEnd) add(term, (END_OF_UNKNOWN_SURE * term.length) / word.length)
  }
}

/** Whether a term's sound can be told: it is of one script alone. @param {string} term */
const mayTell = (term) => term.length > 1 && /^(?:[a-z]+|[가-힣]+|[ァ-ヴー]+)$/.test(term)

/** Whether a word is spelt by how another one sounds. @param {string} word */
const isLoanword = (word) => isHangul(word) || isKatakana(word)

/**
 * Add terms of the other script that sound alike.
 *
 * @param {Index} index
 * @param {string[]} forms
 * @param {number} sure
 * @param {Add} add
 */
const addBySound = (index, forms, sure, add) => {
  for (const form of forms) {
    const fewest = isLoanword(form) ? 2 : 4 // letters
    if (form.length < fewest || !mayTell(form)) continue
    const own = sounds(form)
    if (own[0].consonants.length < 2) continue
    for (const term of index.vocabulary) {
      if (isLoanword(term) === isLoanword(form) || !mayTell(term)) continue
      if (soundAlike(lazily(index.sounds, term, sounds), own)) add(term, sure)
    }
  }
}
