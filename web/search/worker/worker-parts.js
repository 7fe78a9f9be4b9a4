/* The worker of a big notebook, which is loaded in parts. */

/** @import { Texts } from "../types.js" */
import { fetchJson, startWorker } from "./material-worker.js"
import { notebookInParts } from "./parts.js"

startWorker(async ({ config }) => {
  const { parts = "", texts } = config?.campnotes ?? {}
  const head = await fetchJson(`${parts}/head.json`)
  const said = texts ?? /** @type {Texts} */ ({})
  return notebookInParts(head, said, (path) => fetchJson(`${parts}/${path}`))
})
