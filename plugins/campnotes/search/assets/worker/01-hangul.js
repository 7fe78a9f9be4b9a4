/* Hangul syllables and what they are made of (Unicode 15, 3.12). */

const INITIALS = [..."ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"]
const MEDIALS = "ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ".split(" ")
const FINALS = (" ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ").split(" ")
const FIRST = 0xac00
const LAST = 0xd7a3

const isSyllable = (code) => code >= FIRST && code <= LAST
const isHangul = (text) => /[가-힣ㄱ-ㅎㅏ-ㅣ]/.test(text)
const isInitials = (text) => /^[ㄱ-ㅎ]+$/.test(text)

/** The numbers of a syllable's initial, medial and final letters. */
const parts = (code) => [Math.floor((code - FIRST) / 588), Math.floor((code - FIRST) / 28) % 21, (code - FIRST) % 28]

/** The letters of a text, as they are typed: 값 is ㄱㅏㅂㅅ. */
const jamo = (text) => {
  let letters = ""
  for (const character of text) {
    const code = character.codePointAt(0)
    if (!isSyllable(code)) { letters += character; continue }
    const [initial, medial, final] = parts(code)
    letters += INITIALS[initial] + MEDIALS[medial] + FINALS[final].trim()
  }
  return letters
}

/** The initial consonants of a word: 사이킷런 is ㅅㅇㅋㄹ. */
const initials = (text) => [...text]
  .map((c) => isSyllable(c.codePointAt(0)) ? INITIALS[parts(c.codePointAt(0))[0]] : c)
  .join("")

/** How many edits two texts are apart, two neighbours changing places being one; `most` + 1 if more. */
const distance = (a, b, most, equal = (x, y) => x === y) => {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before = [], row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = equal(a[i - 1], b[j - 1]) ? 0 : 1
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1)
      }
      least = Math.min(least, next[j])
    }
    if (least > most) return most + 1
    before = row
    row = next
  }
  return row[b.length]
}
