/*
 * The worker in the place of Material's own: the same messages (its src/templates/assets/javascripts/
 * integrations/search/worker/message), another engine. What chips and hints need goes to the page over
 * a channel of ours, for Material passes nothing else on.
 */

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3
const HERE = globalThis.document?.currentScript?.src ?? location.href // a document's where Material uses a frame
const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(`campnotes-search ${new URL(".", HERE).pathname}`) : null

let open // begins to load the index, once
let told // what the dialog says, in the reader's language
let turn = 0 // a later query makes the earlier ones pointless

/** What answers queries: units that came with the message, one file of them, or many parts. */
const load = async ({ config, docs }) => {
  const { units, parts, texts = {} } = config?.campnotes ?? {}
  if (units) return wholeNotebook(await fetchJson(units), texts)
  if (parts) return notebookInParts(await fetchJson(`${parts}/head.json`), texts, (path) => fetchJson(`${parts}/${path}`))
  return wholeNotebook({ docs, forms: config?.campnotes?.forms }, texts)
}

const fetchJson = async (path) => {
  const response = await fetch(new URL(`../../${path}`, HERE))
  if (!response.ok) throw new Error(`${response.status} ${path}`)
  return response.json()
}

/** Answers queries from all units of a notebook. */
const wholeNotebook = ({ docs, forms }, texts) => {
  const index = buildIndex(docs, forms)
  const search = async function* (text) { yield makeResult(index, readQuery(text, texts.kinds), texts) }
  return { search, texts }
}

const answer = async (text) => {
  const mine = ++turn
  if (!text.trim()) {
    postMessage({ type: RESULT, data: { items: [] } })
    return
  }
  try {
    const { search, texts } = await open()
    if (!await isLatest(mine)) return
    for await (const { facets, filters, nearest, ...data } of search(text)) {
      if (!await isLatest(mine)) return
      // First, for it takes longer: chips and results are drawn at once.
      channel?.postMessage({ query: text, found: data.items.length, facets, filters, nearest, texts })
      postMessage({ type: RESULT, data })
    }
  } catch (error) {
    channel?.postMessage({ query: text, failed: true, texts: told })
    throw error
  }
}

/** Whether no later query has come, those that wait to be heard included. */
const isLatest = async (mine) => {
  if (mine === turn) await new Promise((heard) => setTimeout(heard))
  return mine === turn
}

const startWith = (data) => {
  let loading
  told = data.config?.campnotes?.texts
  open = () => loading ??= load(data).catch((error) => {
    loading = undefined // the next query tries again
    throw error
  })
}

addEventListener("message", async ({ data: { type, data } }) => {
  if (type === SETUP) {
    startWith(data)
    postMessage({ type: READY })
  }
  if (type === QUERY) await answer(data)
})
channel?.addEventListener("message", ({ data }) => { if (data.load) open?.().catch(() => {}) }) // the dialog is told
channel?.unref?.() // in Node, where tests run the worker
