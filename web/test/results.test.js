import assert from "node:assert/strict"
import { test } from "node:test"

/** @import { Doc } from "../search/types.js" */
import { excerpt, markPieces } from "../search/results/excerpts.js"
import { buildIndex } from "../search/ranking/index.js"
import { itemsOf } from "../search/dialog/material-items.js"
import { expand } from "../search/words/meanings.js"
import { readQuery } from "../search/query/query.js"
import { rank } from "../search/ranking/ranking.js"
import { findNotes } from "../search/results/results.js"

/** @type {Doc[]} */
const DOCS = [
  {
    location: "day1/",
    title: "Day1",
    text: "어텐션을 배웠다. 어텐션은 <쉽다>.",
    week: 1,
    day: 1,
    tags: ["nlp/어텐션"],
  },
  { location: "day2/", title: "Day2", text: "오늘은 캐시", week: 1, day: 2, kind: "day" },
  { location: "#어텐션", title: "어텐션", text: "attention 이 무엇인지", level: 2 },
  { location: "#질문", title: "왜 느릴까", kind: "question", people: ["윤서진"], level: 3 },
  { location: "people/윤서진/", title: "윤서진", kind: "person", people: ["윤서진"] },
]
const index = buildIndex(DOCS)
const TEXTS = {
  kinds: { question: "질문" },
  week: "",
  filters: "",
  nearest: "",
  failed: "",
  more: "",
  examplesAre: "",
  moreResults: "",
  materials: "자료 {count}",
}

/** @param {string} text */
const found = (text) => rank(index, readQuery(text, TEXTS.kinds)).pages.map(pageOf)
const pageOf = (/** @type {{ first: number }} */ { first }) => index.units[first].location

test("a part of a page has what its page has", () => {
  const part = index.units[3]
  assert.deepEqual([part.location, part.page, part.week], ["day2/#질문", "day2/", 1])
  assert.deepEqual(part.path, ["어텐션"])
})

test("a heading comes before a text", () => {
  assert.deepEqual(found("어텐션"), ["day2/", "day1/"])
})

test("a person is found by the given name", () => {
  assert.equal(found("서진님")[0], "people/윤서진/")
})

test("a place is a filter alone and a weight beside words", () => {
  assert.deepEqual(found("day 1"), ["day1/"])
  assert.equal(found("day 1 어텐션")[0], "day1/")
})

test("a tag narrows to the notes that have it, or one in it", () => {
  for (const tag of ["nlp", "nlp/어텐션", "NLP"]) assert.deepEqual(found(`tag:${tag}`), ["day1/"])
  assert.deepEqual(found("어텐션 tag:nlp"), ["day1/"])
  assert.deepEqual(found("tag:어텐션"), [])
})

test("what is left out isn't found", () => {
  assert.deepEqual(found("어텐션 -배웠다"), ["day2/"])
})

test("a word means itself most, and what is a slip away less", () => {
  assert.equal(expand(index, "어텐션", true).get("어텐션"), 1)
  const slip = expand(index, "어텐숀", true).get("어텐션") ?? 0
  assert.ok(slip > 0 && slip < 1)
})

test("initial consonants mean words", () => {
  assert.ok(expand(index, "ㅇㅌㅅ", true).has("어텐션"))
})

test("whole words are marked", () => {
  assert.deepEqual(markPieces("이 어텐션은 쉽다", ["어텐션"]), [
    { text: "이 ", isFound: false },
    { text: "어텐션은", isFound: true },
    { text: " 쉽다", isFound: false },
  ])
  assert.deepEqual(markPieces("", ["a"]), [])
})

test("an excerpt is around what was found", () => {
  const text = `${"앞말 ".repeat(100)}인덱스${" 뒷말".repeat(100)}`
  const cut = excerpt(text, [[["인덱스", 1]]])
  assert.ok(cut.includes("인덱스") && cut.length <= 182)
  assert.ok(cut.startsWith("…앞말") && cut.endsWith("…"))
  assert.equal(excerpt("짧다", []), "짧다")
})

test("Material's items are of HTML, escaped", () => {
  const query = readQuery("어텐션", TEXTS.kinds)
  const items = itemsOf(findNotes(index, query), query, TEXTS)
  const [item] = items.flat().filter(({ location }) => location === "day1/")
  assert.ok(item.text.includes("<mark data-md-highlight>어텐션을</mark>"))
  assert.ok(item.text.includes("&lt;쉽다&gt;"))
  assert.equal(item.terms["어텐션"], true)
})

test("where nothing is found, the nearest words are offered", () => {
  const { notes, nearest } = findNotes(index, readQuery("by:없음 어텐션"))
  assert.deepEqual([notes.length, nearest], [0, ["어텐션"]])
})

test("facets tell how many notes they leave", () => {
  const { facets } = findNotes(index, readQuery("어텐션"))
  assert.deepEqual(facets.week, [[1, 2, false]])
})
