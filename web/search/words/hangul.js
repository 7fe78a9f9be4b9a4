/* Hangul syllables and what they are made of (Unicode 15, 3.12). */

export const INITIALS = [..."ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"]
export const MEDIALS =
  "ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ".split(" ")
export const FINALS =
  " ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ".split(
    " ",
  )
const FIRST = 0xac00
const LAST = 0xd7a3
const FINAL_FORMS = FINALS.length
const MEDIAL_FORMS = MEDIALS.length

/** Whether a text has any Hangul. @param {string} text */
export const isHangul = (text) => /[가-힣ㄱ-ㅎㅏ-ㅣ]/.test(text)

/** Whether a text is of initial consonants alone. @param {string} text */
export const isInitials = (text) => /^[ㄱ-ㅎ]+$/.test(text)

/** Whether a character is a composed syllable. @param {string} character */
const isSyllable = (character) => {
  const code = character.charCodeAt(0)
  return code >= FIRST && code <= LAST
}

/**
 * Return the numbers of a syllable's initial, medial and final letters.
 *
 * @param {string} character
 */
const numbersOf = (character) => {
  const number = character.charCodeAt(0) - FIRST
  const beginning = Math.floor(number / FINAL_FORMS)
  return [Math.floor(beginning / MEDIAL_FORMS), beginning % MEDIAL_FORMS, number % FINAL_FORMS]
}

/**
 * Return the numbers of a syllable's letters; null for any other character.
 *
 * @param {string} character
 */
export const lettersOf = (character) => (isSyllable(character) ? numbersOf(character) : null)

/**
 * Count the letters in which two characters of Hangul differ.
 *
 * @param {string} some
 * @param {string} other
 */
export const lettersApart = (some, other) => {
  const others = numbersOf(other)
  return numbersOf(some).filter((letter, i) => letter !== others[i]).length
}

/** Return the letters of a text, as they are typed: 값 is ㄱㅏㅂㅅ. @param {string} text */
export const jamo = (text) => {
  let typed = ""
  for (const character of text) {
    const letters = lettersOf(character)
    if (letters) {
      const [initial, medial, final] = letters
      typed += INITIALS[initial] + MEDIALS[medial] + FINALS[final].trim()
    } else typed += character
  }
  return typed
}

/** Return the initial consonants of a word: 사이킷런 is ㅅㅇㅋㄹ. @param {string} text */
export const initials = (text) => {
  const initial = (/** @type {string} */ character) => {
    const letters = lettersOf(character)
    return letters ? INITIALS[letters[0]] : character
  }
  return [...text].map(initial).join("")
}
