import assert from "node:assert/strict"
import { test } from "node:test"
import { wholeAddress } from "../page/addresses.js"

const PAGE = "https://notes.example/week1/day1/"

test("an address is told as a whole, and what is none stays as it is written", () => {
  assert.equal(wholeAddress("../day2/", PAGE), "https://notes.example/week1/day2/")
  assert.equal(wholeAddress("http://[", PAGE), "http://[")
})
