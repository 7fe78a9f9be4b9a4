/*
 * Bundle the scripts that ship: each a classic script of its own, without anything to load.
 *
 * They are written where the package keeps what it publishes, or into the folder that is named.
 */

import { build } from "esbuild"

const SCRIPTS = {
  "search/assets/search-worker": "search/material-worker.js",
  "search/assets/search-dialog": "search/material-dialog.js",
  "pages/assets/campnotes": "page/page.js",
}
const home = new URL(".", import.meta.url).pathname
const folder = process.argv[2] ?? `${home}../plugins/campnotes`

await build({
  absWorkingDir: home,
  entryPoints: Object.entries(SCRIPTS).map(([out, file]) => ({ in: file, out })),
  outdir: folder,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  charset: "utf8",
  legalComments: "none",
})
