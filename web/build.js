/*
 * Bundle what ships: scripts, each a classic one of its own, modules for what is rare, and styles.
 *
 * They are written where the package keeps what it publishes, or into the folder that is named.
 */

import { build } from "esbuild"

const SCRIPTS = {
  "search/assets/search-start": "search/dialog/material-start.js",
  "search/assets/search-worker": "search/worker/worker-whole.js",
  "search/assets/search-parts-worker": "search/worker/worker-parts.js",
  "search/assets/search-dialog": "search/dialog/material-dialog.js",
  "pages/assets/campnotes": "page/page.js",
}
// What a page loads when somebody asks for it.
const MODULES = {
  "pages/assets/map": "page/map.js",
  "pages/assets/paper": "page/paper.js",
  "pages/assets/previews": "page/previews.js",
}
const STYLES = { "pages/assets/campnotes": "style/site.css" }
const home = new URL(".", import.meta.url).pathname
const folder = process.argv[2] ?? `${home}../plugins/campnotes`

/** @type {import("esbuild").BuildOptions} */
const OPTIONS = {
  absWorkingDir: home,
  outdir: folder,
  bundle: true,
  minify: true,
  target: "es2020",
  charset: "utf8",
  legalComments: "none",
}

/** @param {Record<string, string>} files */
const entryPoints = (files) => Object.entries(files).map(([out, file]) => ({ in: file, out }))

await build({ ...OPTIONS, format: "iife", entryPoints: entryPoints(SCRIPTS) })
await build({
  ...OPTIONS,
  format: "esm",
  legalComments: "inline", // of libraries
  outExtension: { ".js": ".mjs" },
  entryPoints: entryPoints(MODULES),
})
await build({
  ...OPTIONS,
  legalComments: "inline", // of the icons
  entryPoints: entryPoints(STYLES),
})
