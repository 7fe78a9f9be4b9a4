/* Terms that are a slip of the finger away: 인댁스 for 인덱스. */

/** @import { Add, Index, Sought } from "../types.js" */
import { distance, isOneSlip } from "./distance.js"
import { isHangul, jamo } from "./hangul.js"
import { addByParts } from "./holding.js"
import { lazily } from "../lazily.js"
import {
  FARTHER_SURE,
  NEAR_BEGINNING_SURE,
  NEAR_SURE,
  SLIP_WITHIN_SURE,
} from "../ranking/weights.js"

export const CORRECTED = 5 // terms that a slip may have meant
const LONG = 11 // letters of a word with room for two slips
const FEWEST_BEGINNING = 6 // letters that something longer may nearly begin with

/**
 * Add terms that are a slip away, and what begins with or holds the likeliest.
 *
 * @param {Index} index
 * @param {string[]} forms
 * @param {Add} add
 */
export const addNear = (index, forms, add) => {
  const typed = longEnough(forms)
  const meant = typed.flatMap(([form, letters]) => addNearForm(index, form, letters, add))
  addByParts(index, meant.slice(0, CORRECTED), add)
}

/**
 * Add terms that are a slip away from one form; returns the likeliest.
 *
 * @param {Index} index
 * @param {string} form
 * @param {string} letters
 * @param {Add} add
 */
const addNearForm = (index, form, letters, add) => {
  /** @type {Sought[]} */
  const meant = []
  const most = letters.length >= LONG ? 2 : 1
  for (const term of index.vocabulary) {
    if (term.length < 2) continue
    const own = lazily(index.jamo, term, jamo)
    const apart = isOneSlip(form, term) ? 1 : distance(letters, own, most)
    if (apart <= 1) {
      meant.push({ form: term, sure: NEAR_SURE, within: true })
      add(term, NEAR_SURE)
    } else if (apart <= most) add(term, FARTHER_SURE)
    else if (isHangul(term) === isHangul(form) && beginsNearly(own, letters)) {
      add(term, NEAR_BEGINNING_SURE)
    }
  }
  return meant
}

/** @param {string} own @param {string} letters */
const beginsNearly = (own, letters) => {
  if (letters.length < FEWEST_BEGINNING || own.length <= letters.length) return false
  return distance(letters, own.slice(0, letters.length), 1) <= 1
}

/**
 * Return the forms of a word in which a slip can be told, each with its letters.
 *
 * @param {string[]} forms
 * @returns {[form: string, letters: string][]}
 */
export const longEnough = (forms) => {
  // What is left of a slip without what looks like a particle is near to too much: 난우 of 난우도.
  const some = forms.filter((form) => form === forms[0] || form.length > 2)
  /** @type {[string, string][]} */
  const typed = some.map((form) => [form, jamo(form)])
  return typed.filter(([, letters]) => letters.length > 3)
}

/**
 * Add terms that hold what is a slip away: 선형대수학 for 대투학.
 *
 * @param {Index} index
 * @param {string[]} forms
 * @param {Add} add
 */
export const addSlipsWithin = (index, forms, add) => {
  for (const form of forms.filter(({ length }) => length > 2)) {
    for (const term of index.vocabulary) {
      if (holdsNearly(term, form)) add(term, SLIP_WITHIN_SURE)
    }
  }
}

/** @param {string} term @param {string} form */
const holdsNearly = (term, form) => {
  for (let at = 0; at + form.length <= term.length; at++) {
    if (isOneSlip(form, term.slice(at, at + form.length))) return true
  }
  return false
}
