import assert from "node:assert/strict"
import { test } from "node:test"

import { loadAhead } from "../search/dialog/material-ahead.js"

/** @type {Channel[]} */
const opened = []

/** What is told comes to who hears by then, and to nobody later. */
class Channel extends EventTarget {
  constructor() {
    super()
    opened.push(this)
  }

  /** @param {object} data */
  postMessage(data) {
    for (const other of opened) {
      if (other !== this) other.dispatchEvent(new MessageEvent("message", { data }))
    }
  }
}

const page = new EventTarget()
Object.assign(globalThis, {
  BroadcastChannel: Channel,
  addEventListener: page.addEventListener.bind(page),
  location: { href: "http://localhost/assets/campnotes/search-start.js" },
  postMessage: () => {},
})

test("who opens the dialog before the search can hear gets examples", async () => {
  const document = { querySelectorAll: () => [], readyState: "loading", currentScript: null }
  Object.assign(globalThis, { document })
  const field = /** @type {HTMLInputElement} */ (/** @type {unknown} */ (new EventTarget()))
  const channel = /** @type {BroadcastChannel} */ (/** @type {unknown} */ (new Channel()))
  /** @type {string[][]} */
  const told = []
  channel.addEventListener("message", ({ data }) => data.examples && told.push(data.examples))
  loadAhead(field, channel)
  field.dispatchEvent(new Event("focus")) // nobody hears it

  await import("../search/dialog/material-start.js")
  const index = { config: { campnotes: { texts: { examples: ["누가 발표했지"] } } } }
  page.dispatchEvent(new MessageEvent("message", { data: { type: 0, data: index } }))
  assert.deepEqual(told, [["누가 발표했지"]])

  field.dispatchEvent(new Event("focus")) // and who opens it again
  assert.equal(told.length, 2)
})
