/*
 * What Material starts at each page as its search worker: it says that it is ready, and tells what
 * may be typed. The search itself, which is a hundred times larger, is loaded when a reader opens
 * the dialog, or before, when the browser is idle.
 */

/** @import { Texts } from "../types.js" */
import { openChannel } from "./channel.js"

// The kinds of Material's messages.
const SETUP = 0
const READY = 1
const QUERY = 2

/** @typedef {{ worker?: string, units?: string, parts?: string, texts?: Texts }} Told */
/** @typedef {{ config?: { campnotes?: Told } }} ThemeIndex */

const script = /** @type {HTMLScriptElement | null | undefined} */ (
  globalThis.document?.currentScript // where Material uses a frame
)
const HERE = script?.src ?? location.href
const channel = openChannel(HERE)

/** @type {ThemeIndex | undefined} */
let index
/** @type {Promise<void> | undefined} */
let loading
let query = ""

/** Run a script of ours beside this one. @param {string} name */
const run = async (name) => {
  const url = new URL(name, HERE).href
  if (!globalThis.document) {
    const { importScripts } = /** @type {any} */ (globalThis)
    importScripts(url)
    return
  }
  const made = document.createElement("script")
  made.src = url
  await new Promise((resolve, reject) => {
    made.addEventListener("load", resolve)
    made.addEventListener("error", reject)
    document.body.append(made)
  })
}

/** Hand on to the search what Material told. @param {number} type @param {unknown} data */
const hand = (type, data) => dispatchEvent(new MessageEvent("message", { data: { type, data } }))

/**
 * Begin to fetch what the search loads first, which would wait for the script otherwise.
 *
 * @param {Told} told
 */
const fetchAhead = ({ units, parts }) => {
  const path = units ?? (parts && `${parts}/head.json`)
  if (!path) return
  const response = fetch(new URL(`../../${path}`, HERE))
  response.catch(() => {}) // the search tells it
  globalThis.campnotesAhead = { path, response }
}

const load = async () => {
  const told = index?.config?.campnotes
  if (!told?.worker) return
  fetchAhead(told)
  await run(told.worker)
  removeEventListener("message", hear) // from here on the search hears by itself
  hand(SETUP, index)
  channel?.postMessage({ load: true })
  if (query) hand(QUERY, query)
}

/** Load the search once; what fails is tried again at the next letter. */
const begin = () => {
  loading ??= load().catch(() => {
    loading = undefined
    channel?.postMessage({ query, failed: true, texts: index?.config?.campnotes?.texts })
  })
}

/** Tell the dialog what may be typed, and load what will answer it. */
const prepare = () => {
  if (!index) return // asked again, since it is told when it is there
  const texts = index.config?.campnotes?.texts
  channel?.postMessage({ texts, examples: texts?.examples ?? [] })
  begin()
}

/** @param {MessageEvent} message */
const hear = ({ data: { type, data } }) => {
  if (type === SETUP) {
    index = data
    const post = /** @type {(message: object) => void} */ (postMessage)
    post({ type: READY })
    channel?.postMessage({ started: true })
  }
  if (type === QUERY) {
    query = data
    if (query.trim()) begin()
  }
}
addEventListener("message", hear)
channel?.addEventListener("message", ({ data }) => {
  if (data.load) prepare()
})
