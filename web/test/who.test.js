import assert from "node:assert/strict"
import { test } from "node:test"

/** @import { Doc } from "../search/types.js" */
import { buildIndex } from "../search/ranking/index.js"
import { itemsOf } from "../search/dialog/material-items.js"
import { readQuery } from "../search/query/query.js"
import { rank } from "../search/ranking/ranking.js"
import { findNotes } from "../search/results/results.js"
import { takeWho } from "../search/query/who.js"

/** @type {Doc[]} */
const DOCS = [
  {
    location: "lecture/",
    title: "트랜스포머 GPT BERT",
    text: "트랜스포머 트랜스포머 GPT BERT 버트",
  },
  { location: "day1/", title: "Day1", label: "1일차", day: 1, text: "출석" },
  {
    location: "#topic",
    title: "트랜스포머",
    text: "발표자: 김나래",
    kind: "presentation",
    people: ["김나래"],
    materials: 2,
    level: 2,
  },
  { location: "day2/", title: "Day2", day: 2, text: "BERT, GPT를 조금" },
  {
    location: "#talk",
    title: "GPT 읽기",
    kind: "presentation",
    people: ["오지안"],
    level: 2,
  },
  { location: "day3/", title: "Day3", text: "우리는 나래 발표를 들었다. 나래 나래" },
  {
    location: "people/1/",
    title: "김나래",
    text: "트랜스포머",
    kind: "person",
    people: ["김나래"],
  },
]
const index = buildIndex(DOCS)
const TEXTS = {
  kinds: { presentation: "발표" },
  week: "",
  filters: "",
  nearest: "",
  failed: "",
  more: "",
  moreResults: "",
  examplesAre: "",
  materials: "자료 {count}",
}

/** @param {string} text */
const found = (text) =>
  rank(index, readQuery(text, TEXTS.kinds)).pages.map(({ first }) => index.units[first].location)

test("who presented something comes before what is written of it", () => {
  for (const text of [
    "누가 트랜스포머 발표했지",
    "트랜스포머 발표자",
    "who presented 트랜스포머?",
  ]) {
    assert.equal(found(text)[0], "day1/", text)
  }
  assert.equal(found("who explained GPT")[0], "day2/")
  assert.equal(found("誰がGPTを発表した")[0], "day2/")
  assert.equal(found("谁分享了GPT")[0], "day2/")
  assert.equal(found("트랜스포머")[0], "lecture/")
})

test("what somebody presented is found by the name", () => {
  for (const text of ["나래가 발표한 거", "김나래님이 발표한", "나래 presented"]) {
    const pages = found(text).slice(0, 2)
    assert.deepEqual(pages.sort(), ["day1/", "people/1/"], text)
  }
  assert.equal(found("오지안이 발표한 거")[0], "day2/", "without the name in a text")
})

test("words that ask who are looked for where there are no others", () => {
  assert.deepEqual(readQuery("발표자").words, ["발표자"])
  assert.deepEqual(readQuery("2일차 누가 발표했지", TEXTS.kinds).words, ["발표"])
  assert.deepEqual(takeWho("발표자료 양식"), { asksWho: false, rest: "발표자료 양식" })
  assert.deepEqual(takeWho("최종 발표"), { asksWho: true, rest: "최종 발표" })
  assert.deepEqual(takeWho("田中さんの発表"), { asksWho: true, rest: "田中 発表" })
  assert.equal(takeWho("attention explained").asksWho, false)
})

test("a presentation is shown with who, when and how many materials", () => {
  const query = readQuery("누가 트랜스포머 발표했지", TEXTS.kinds)
  const [items] = itemsOf(findNotes(index, query), query, TEXTS)
  assert.match(items[0].text, /campnotes-presented">김나래 · 1일차 · 자료 2</)
})

test("how many materials is said as the language of the reader says it", () => {
  const query = readQuery("누가 트랜스포머 발표했지", TEXTS.kinds)
  const english = { ...TEXTS, materials: "Materials: {count}" }
  const [items] = itemsOf(findNotes(index, query), query, english)
  assert.match(items[0].text, / · Materials: 2</)
})
