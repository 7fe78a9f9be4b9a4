/* The worker of a notebook that is loaded in one piece: a file, or what comes with the message. */

/** @import { Texts } from "../types.js" */
import { wholeNotebook } from "./engine.js"
import { fetchJson, startWorker } from "./material-worker.js"

startWorker(async ({ config, docs }) => {
  const own = config?.campnotes ?? {}
  const texts = own.texts ?? /** @type {Texts} */ ({})
  if (own.units) return wholeNotebook(await fetchJson(own.units), texts)
  return wholeNotebook({ docs, forms: own.forms, meanings: own.meanings }, texts)
})
