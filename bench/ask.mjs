/* Asks the search's engine, as it is written in web/, without a browser: units and queries in, pages out, best first. */
import fs from "node:fs"
import { wholeNotebook } from "../web/search/worker/engine.js"

const { units, texts, queries } = JSON.parse(fs.readFileSync(0, "utf8"))
const engine = wholeNotebook(units, texts)

const answers = []
for (const query of queries) {
  for await (const { result } of engine.search(query)) {
    const pages = result.notes.map(({ hits }) => hits[0].unit.page)
    answers.push(pages)
  }
}
console.log(JSON.stringify(answers))
