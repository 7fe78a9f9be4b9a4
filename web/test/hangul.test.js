import assert from "node:assert/strict"
import { test } from "node:test"

import { distance, isOneSlip } from "../search/words/distance.js"
import { initials, isHangul, isInitials, jamo, lettersApart } from "../search/words/hangul.js"

test("a syllable is the letters that are typed for it", () => {
  assert.equal(jamo("값"), "ㄱㅏㅂㅅ")
  assert.equal(jamo("과 a"), "ㄱㅗㅏ a")
})

test("a word has the initial consonants of its syllables", () => {
  assert.equal(initials("사이킷런"), "ㅅㅇㅋㄹ")
  assert.equal(initials("BERT는"), "BERTㄴ")
})

test("letters without syllables are Hangul too", () => {
  assert.ok(isHangul("ㅋㅋ") && isHangul("BERT는") && !isHangul("bert"))
  assert.ok(isInitials("ㅇㅌㅅ") && !isInitials("ㅏ") && !isInitials("어ㅌ"))
})

test("syllables differ in letters", () => {
  assert.equal(lettersApart("댁", "덱"), 1)
  assert.equal(lettersApart("댁", "맨"), 2)
})

test("an edit is a letter more, less or another, or two that change places", () => {
  assert.equal(distance("gradint", "gradient", 2), 1)
  assert.equal(distance("layres", "layers", 2), 1)
  assert.equal(distance("", "ab", 2), 2)
})

test("what is farther than asked is as far as it matters", () => {
  assert.equal(distance("attention", "layer", 2), 3)
  assert.equal(distance("abc", "xyz", 1), 2)
})

test("a slip is one letter of one syllable", () => {
  assert.ok(isOneSlip("언도우", "윈도우"))
  assert.ok(!isOneSlip("언도", "윈도"), "too short to tell")
  assert.ok(!isOneSlip("인덱스", "인덱스"))
  assert.ok(!isOneSlip("인덱스", "언댁스"))
})
