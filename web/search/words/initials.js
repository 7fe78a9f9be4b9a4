/* Terms by the initial consonants of their syllables: ㅇㅌㅅ for 어텐션. */

/** @import { Add, Index } from "../types.js" */
import { initials, isHangul } from "./hangul.js"
import { lazily } from "../lazily.js"
import {
  BEGINNING,
  INITIALS_OF_FORM,
  INITIALS_OF_NOUN,
  INITIALS_OF_WORD,
  INITIALS_WITHIN,
  SINGLE_BEGINNING,
} from "../ranking/weights.js"
import { withoutParticle } from "./words.js"

/**
 * Add terms that begin with the initials; before others those that also stand with particles.
 *
 * 금요일 comes before 기억을 and 같아야.
 *
 * @param {Index} index
 * @param {string} typed
 * @param {Add} add
 */
export const addByInitials = (index, typed, add) => {
  const nouns = nounsOf(index)
  for (const term of index.vocabulary) {
    if (!isHangul(term)) continue
    const own = lazily(index.initials, term, initials)
    if (own === typed) add(term, wordSure(nouns, term))
    else if (own.startsWith(typed)) add(term, beginningSure(nouns, term, typed))
    else if (typed.length > 2 && own.includes(typed)) add(term, INITIALS_WITHIN)
  }
}

/** The words that stand with particles somewhere. @param {Index} index */
const nounsOf = (index) => {
  const inflected = () => index.vocabulary.filter((term) => withoutParticle(term) !== term)
  index.nouns ??= new Set(inflected().map(withoutParticle))
  return index.nouns
}

/** @param {Set<string>} nouns @param {string} term */
const wordSure = (nouns, term) => {
  if (nouns.has(term)) return INITIALS_OF_NOUN
  return withoutParticle(term) === term ? INITIALS_OF_WORD : INITIALS_OF_FORM
}

/** @param {Set<string>} nouns @param {string} term @param {string} typed */
const beginningSure = (nouns, term, typed) =>
  typed.length > 1 ? BEGINNING * wordSure(nouns, term) : SINGLE_BEGINNING
