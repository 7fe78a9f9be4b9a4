import assert from "node:assert/strict"
import { test } from "node:test"

import { campOf, isOnDate } from "../search/query/places.js"
import { readQuery } from "../search/query/query.js"

const CAMP = campOf([
  { week: 1, day: 1, date: "2021-08-02" },
  { week: 2, day: 6, date: "2021-08-09" },
  { week: 2, day: 7, date: "2021-08-10" },
  { week: 4, day: 19, date: "2021-08-27" },
])

/** Where a query looks. @param {string} text */
const placeOf = (text) => {
  const { week, day, date } = readQuery(text, {}, CAMP)
  return [week, day, date]
}

test("a day is told as people tell it", () => {
  for (const text of ["8월 27일", "0827", "8/27", "8月27日", "Aug 27"]) {
    assert.deepEqual(placeOf(text), [null, null, "08-27"], text)
  }
  for (const text of ["day 7", "7일차", "7日目"])
    assert.deepEqual(placeOf(text), [null, 7, null], text)
  assert.deepEqual(placeOf("第2週のノート"), [2, null, null])
})

test("first and last are those of the camp", () => {
  assert.deepEqual(placeOf("첫날 뭐 했지"), [null, 1, null])
  assert.deepEqual(placeOf("마지막 날"), [null, 19, null])
  for (const text of ["지난주 발표", "마지막 주", "最終回"]) {
    assert.deepEqual(placeOf(text), [4, null, null], text)
  }
})

test("a weekday is that of the week that is named", () => {
  assert.deepEqual(placeOf("2주차 화요일"), [2, null, "2021-08-10"])
  assert.deepEqual(placeOf("3주차 화요일"), [3, null, null])
  assert.deepEqual(readQuery("화요일", {}, CAMP).words, ["화요일"])
})

test("a month has its days, where the camp has some", () => {
  assert.deepEqual(placeOf("2021년 8월"), [null, null, "2021-08-"])
  assert.deepEqual(placeOf("3월"), [null, null, null])
  assert.ok(isOnDate("2021-08-09", "2021-08-"))
  assert.ok(isOnDate("08-09", "08-"))
  assert.ok(!isOnDate("2021-09-08", "08-"))
})

test("first and last are those of a period", () => {
  assert.deepEqual(placeOf("8월 첫 발표"), [null, null, "2021-08-02"])
  assert.deepEqual(placeOf("8월 마지막 회고"), [null, null, "2021-08-27"])
  assert.deepEqual(placeOf("2주차 첫날"), [2, null, "2021-08-09"])
  assert.deepEqual(placeOf("2주차 마지막 날"), [2, null, "2021-08-10"])
  const later = campOf([{ date: "2021-12-20" }, { date: "2022-01-08" }, { date: "2022-01-15" }])
  const query = readQuery("年明け最初の輪読会", {}, later)
  assert.deepEqual([query.date, query.words.includes("輪読会")], ["2022-01-08", true])
  assert.equal(readQuery("새해 다짐", {}, later).date, "2022-01-")
})

test("the first or last of a kind is where it stands", () => {
  const kinds = { retrospective: "회고", presentation: "발표" }
  const camp = campOf([
    { kind: "day", week: 1, day: 1 },
    { kind: "retrospective", week: 2 },
    { kind: "presentation", week: 3, day: 12 },
    { kind: "retrospective", week: 3 },
    { kind: "day", week: 5, day: 21 },
  ])
  const weekOf = (/** @type {string} */ text) => readQuery(text, kinds, camp).week
  assert.equal(weekOf("마지막 회고"), 3)
  assert.equal(weekOf("첫 번째 회고는"), 2)
  assert.equal(weekOf("첫 발표 누가 했지"), 3)
  assert.equal(weekOf("마지막 회고 쓰는 법"), null)
  assert.equal(weekOf("최종 발표"), null)
})

test("what is no date stays a word", () => {
  assert.deepEqual(readQuery("0101 오류", {}, CAMP).words, ["0101", "오류"])
})
