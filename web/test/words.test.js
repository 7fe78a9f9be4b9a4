import assert from "node:assert/strict"
import { test } from "node:test"

import { formsOf, namesWithin } from "../search/ranking/index.js"
import { learnPairs, partnersOf } from "../search/words/pairs.js"
import { grams } from "../search/worker/pieces.js"
import { readQuery } from "../search/query/query.js"
import { readMeanings, withMeanings } from "../search/words/same.js"
import { soundAlike, sounds } from "../search/words/sounds.js"
import { bareName, joined, stems, withoutParticle, words } from "../search/words/words.js"

test("a change of script ends a word", () => {
  assert.deepEqual(words("BERT는 c++, lru_cache"), ["bert", "는", "c++", "lru_cache"])
})

test("particles go, but not what looks like one", () => {
  assert.equal(withoutParticle("큐는"), "큐")
  assert.equal(withoutParticle("모델에서는"), "모델")
  assert.equal(withoutParticle("강의"), "강의")
})

test("a word may be a form of others", () => {
  assert.ok(stems("학습하는").includes("학습"))
  assert.deepEqual(stems("layers"), ["layer"])
  assert.deepEqual(stems("class"), [])
})

test("what the build knows of a word counts beside the rules", () => {
  const forms = new Map([["도와", "돕|"]])
  assert.deepEqual(formsOf("도와", forms).at(-1), "돕")
  assert.deepEqual(namesWithin("modeling_utils.py"), ["modeling", "utils", "py"])
})

test("compounds and names are compared without what is between", () => {
  assert.equal(joined("언어 모델!"), "언어모델")
  assert.equal(bareName("José Kim"), "josekim")
})

const alike = (/** @type {string} */ some, /** @type {string} */ other) =>
  soundAlike(sounds(some), sounds(other))

test("a Korean word sounds like the English one that it spells", () => {
  assert.ok(alike("어텐션", "attention"))
  assert.ok(alike("티처", "teacher"))
  assert.ok(!alike("파서", "posse"))
  assert.ok(!alike("모델", "layer"))
})

test("spellings of a word lead to one another, and other terms to what the notes say", () => {
  const told = readMeanings(["algorithm~알고리즘~알고리듬", "추론=inference"]).pairs
  const partners = (/** @type {string} */ term) =>
    partnersOf(term, { told, pairs: new Map() }).map(([other]) => other)
  assert.ok(partners("algorithm").includes("알고리즘"))
  assert.ok(partners("알고리즘").includes("알고리듬"))
  assert.deepEqual(partners("inference"), ["추론"])
  assert.deepEqual(partners("추론"), [])
})

test("what an abbreviation stands for is found in a query of several words", () => {
  const same = readMeanings(["llm=대규모 언어 모델|large language model"])
  const asked = (/** @type {string} */ text) => [...withMeanings(readQuery(text), same).same.keys()]
  assert.ok(asked("대규모 언어 모델").includes("llm"))
  assert.ok(asked("large language models 비용").includes("llm"))
  assert.ok(!asked("언어 모델").includes("llm"))
})

test("what a note puts in brackets is another name", () => {
  const table = learnPairs([{ title: "캐시", text: "이를 쇄도(stampede)라고 한다" }])
  assert.ok(table.get("stampede")?.has("쇄도"))
})

test("a word is found by its pieces", () => {
  assert.deepEqual(grams("어텐션"), ["어텐", "텐션"])
  assert.deepEqual(grams("ㅇㅌㅅㅁ"), ["ㅇㅌㅅ"])
  assert.deepEqual(grams("ai"), ["^ai"])
  assert.ok(grams("tokenization").length <= 4)
})
