import assert from "node:assert/strict"
import { test } from "node:test"

import { takeDate } from "../search/query/dates.js"
import { readQuery } from "../search/query/query.js"

const KINDS = { question: "질문", talk: "발표" }

test("filters are read in either language", () => {
  const query = readQuery('kind:질문 by:"윤 서진님" 인덱스', KINDS)
  assert.deepEqual(query.filters, { kind: "question", by: "윤서진" })
  assert.deepEqual(readQuery('tag:"Object Detection" 표').filters, { tag: "objectdetection" })
  assert.deepEqual(query.words, ["인덱스"])
})

test("phrases stay words, what is left out doesn't", () => {
  const query = readQuery('"언어 모델" -학습 -"기계 번역"')
  assert.deepEqual(query.phrases, ["언어모델"])
  assert.deepEqual(query.words, ["언어", "모델"])
  assert.deepEqual(query.without, ["학습"])
  assert.deepEqual(query.withoutPhrases, ["기계번역"])
})

test("a place in the camp is read out of the words", () => {
  const query = readQuery("3주차 day 12 질문", KINDS)
  assert.deepEqual([query.week, query.day], [3, 12])
  assert.deepEqual(query.words, ["질문"])
  assert.equal(query.kinds.get("질문"), "question")
})

test("dates are read as people write them", () => {
  for (const [text, date] of [
    ["2026. 3. 10.", "2026-03-10"],
    ["3월 10일 (화)", "03-10"],
    ["Mar 10", "03-10"],
    ["26.03.10", "26-03-10"],
  ]) {
    assert.equal(takeDate(text.toLowerCase()).date, date, text)
  }
  assert.equal(takeDate("3.11.2").date, null, "a version")
})

test("what only asks is left out", () => {
  assert.deepEqual(readQuery("어텐션이란 무엇인가요").words, ["어텐션이란"])
  assert.deepEqual(readQuery("what is attention").words, ["attention"])
  assert.deepEqual(readQuery("where clause").words, ["where", "clause"])
  assert.deepEqual(readQuery("BERT는").words, ["bert"])
  assert.deepEqual(readQuery("nullとundefinedの違いは何ですか").words, ["null", "undefined"])
  assert.deepEqual(readQuery("型推論とは何か").words, readQuery("型推論").words)
  assert.deepEqual(readQuery("なぜ").words, ["なぜ"])
})

test("what is done weighs less than what it is done with, and how or why least", () => {
  for (const text of ["데코레이터 쓰는 법", "데코레이터 쓰는 이유가"]) {
    const [noun, doing, asked] = readQuery(text).weights.values()
    assert.ok(noun > doing && doing > asked, text)
  }
  assert.deepEqual([...readQuery("저작권 법").weights.values()], [1, 1])
})
