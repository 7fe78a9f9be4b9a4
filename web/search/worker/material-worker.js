/*
 * The worker in the place of Material's own: the same messages, another engine. Material's are in
 * its src/templates/assets/javascripts/integrations/search/worker/message. What chips and hints
 * need goes to the page over a channel of ours, for Material passes nothing else on.
 */

/** @import { Answer, Doc, Engine, Texts } from "../types.js" */
/** @import { Item } from "../dialog/material-items.js" */
import { openChannel } from "../dialog/channel.js"
import { itemsOf } from "../dialog/material-items.js"

// The kinds of messages.
const SETUP = 0
const READY = 1
const QUERY = 2
const RESULT = 3

/**
 * What the theme's index says: units, or where they are.
 *
 * @typedef {object} ThemeIndex
 * @property {{ campnotes?: {
 *   units?: string, parts?: string, texts?: Texts,
 *   forms?: Record<string, string>, meanings?: string[]
 * } }} [config]
 * @property {Doc[]} docs
 */

/** Loads what answers queries. @typedef {(index: ThemeIndex) => Promise<Engine>} Load */

/** @typedef {{ type: number, data?: { items: Item[][], suggest?: string[] } }} Message */

const script = /** @type {HTMLScriptElement | null | undefined} */ (
  globalThis.document?.currentScript // where Material uses a frame
)
const HERE = script?.src ?? location.href
const channel = openChannel(HERE)

/** Begins to load the index, once. @type {(() => Promise<Engine>) | undefined} */
let open
/** What the dialog says, in the reader's language. @type {Texts | undefined} */
let texts
let turn = 0 // a later query makes the earlier ones pointless
/** Goes on with a query, when a reader wants more. @type {(() => Promise<void>) | undefined} */
let goOn

/** @param {Message} message */
const post = (message) => /** @type {(message: Message) => void} */ (postMessage)(message)

/** Fetch a file of the site. @param {string} path */
export const fetchJson = async (path) => {
  const ahead = globalThis.campnotesAhead
  globalThis.campnotesAhead = undefined
  const isAhead = ahead?.path === path
  const response = await (isAhead ? ahead.response : fetch(new URL(`../../${path}`, HERE)))
  if (!response.ok) throw new Error(`${response.status} ${path}`)
  return response.json()
}

/** @param {string} text */
const answer = async (text) => {
  turn += 1
  if (!text.trim()) {
    post({ type: RESULT, data: { items: [] } })
    return
  }
  try {
    await answerInTurn(text, turn)
  } catch (error) {
    channel?.postMessage({ query: text, failed: true, texts })
    throw error
  }
}

/** Answer a query, unless a later one comes. @param {string} text @param {number} mine */
const answerInTurn = async (text, mine) => {
  goOn = undefined
  if (!open) return
  const engine = await open()
  const answers = engine.search(text)
  const tellNext = async () => {
    goOn = undefined
    if (!(await isLatest(mine))) return
    const found = await nextOf(answers)
    if (!found || !(await isLatest(mine))) return
    tell(text, found, engine.texts)
    if (found.left) goOn = tellNext
  }
  await tellNext()
}

/**
 * What is found next. What was likely may hold nothing of it: so a second look is taken then.
 *
 * @param {AsyncGenerator<Answer>} answers
 */
const nextOf = async (answers) => {
  const { value } = await answers.next()
  const isAll = !value?.left || value.result.notes.length > 0
  if (isAll) return value
  const second = await answers.next()
  return second.value
}

/** @param {string} text @param {Answer} answer @param {Texts} said */
const tell = (text, { query, result, left = 0 }, said) => {
  const items = itemsOf(result, query, said)
  const { suggest, facets, filters, nearest } = result
  // First, for it takes longer: chips and results are drawn at once.
  const told = { query: text, found: items.length, left, facets, filters, nearest, texts: said }
  channel?.postMessage(told)
  post({ type: RESULT, data: { items, suggest } })
}

/** Whether no later query has come, those that wait to be heard included. @param {number} mine */
const isLatest = async (mine) => {
  if (mine === turn) await new Promise((heard) => setTimeout(heard))
  return mine === turn
}

/** @param {ThemeIndex} index @param {Load} load */
const startWith = (index, load) => {
  /** @type {Promise<Engine> | undefined} */
  let loading
  texts = index.config?.campnotes?.texts
  open = () => {
    loading ??= load(index).catch((error) => {
      loading = undefined // the next query tries again
      throw error
    })
    return loading
  }
}

/**
 * Hear what Material and the dialog ask, and answer with what is loaded.
 *
 * @param {Load} load
 */
export const startWorker = (load) => {
  addEventListener("message", async ({ data: { type, data } }) => {
    if (type === SETUP) {
      startWith(data, load)
      post({ type: READY })
    }
    if (type === QUERY) await answer(data)
  })
  channel?.addEventListener("message", async ({ data }) => {
    if (data.load) open?.().catch(() => {}) // the dialog is told at the first query
    if (data.more) await goOn?.()
  })
  // In Node, where tests run the worker, an open channel would keep it running.
  ;/** @type {{ unref?: () => void } | null} */ (channel)?.unref?.()
}
