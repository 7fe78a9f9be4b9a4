import assert from "node:assert/strict"
import { test } from "node:test"

import { nearest, readable } from "../page/nearest.js"

/** @type {[string, string][]} */
const PAGES = [
  ["", "물결캠프 노트"],
  ["week1/day1/", "Day1"],
  ["week2/day12/day12/", "Day12"],
  ["week2/%ED%9A%8C%EA%B3%A0/", "2주차 회고"],
  ["people/%EA%B9%80%EB%82%98%EB%9E%98/", "김나래"],
]
const titles = (/** @type {string} */ asked) => nearest(asked, PAGES).map((page) => page.title)

test("a page that moved is found by its name", () => {
  assert.equal(titles("day12.html")[0], "Day12")
  assert.equal(titles("notes/Week2/Day12/")[0], "Day12")
})

test("so is one with a slip, and one in Korean", () => {
  assert.equal(titles("week1/dya1/")[0], "Day1")
  assert.equal(titles(encodeURI("week2/회고록"))[0], "2주차 회고")
  assert.equal(titles(encodeURI("people/김나레"))[0], "김나래")
})

test("what is like nothing finds nothing", () => {
  assert.deepEqual(titles("wp-login.php"), [])
})

test("an address is read without what all have, and a broken one as it is", () => {
  assert.equal(readable("/week1/Day3/index.html"), "week1/day3")
  assert.equal(readable("100%/"), "100%")
})
