import assert from "node:assert/strict"
import { test } from "node:test"

import { soundAlike, sounds } from "../search/words/sounds.js"

/** @param {string} korean @param {string} english */
const isAlike = (korean, english) => soundAlike(sounds(korean), sounds(english))

test("a loanword sounds like the word that it is of", () => {
  for (const [korean, english] of [
    ["버트", "bert"],
    ["오토인코더", "autoencoder"],
    ["제너레이터", "generator"],
    ["어텐션", "attention"],
    ["티처", "teacher"],
    ["クロージャ", "closure"],
    ["コンパイラ", "compiler"],
    ["プロミス", "promise"],
    ["マイクロタスクキュー", "microtaskqueue"],
    ["ツリーシェイキング", "treeshaking"],
  ]) {
    assert.ok(isAlike(korean, english), `${korean} ${english}`)
  }
})

test("a short word, or one that begins otherwise, is another word", () => {
  for (const english of ["but", "vit", "pad", "bot"]) assert.ok(!isAlike("버트", english), english)
  assert.ok(!isAlike("어텐션", "denoising"))
  for (const english of ["cursor", "color", "clear"])
    assert.ok(!isAlike("クロージャ", english), english)
})
