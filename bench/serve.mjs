/* Serves a site on this machine and tells its address, then each path that is asked for. Python's own server is so
 * slow with many small files that it would be measured instead of the search. */
import fs from "node:fs"
import http from "node:http"
import path from "node:path"

const [site] = process.argv.slice(2)
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".css": "text/css", ".svg": "image/svg+xml" }

const server = http.createServer((request, response) => {
  const asked = decodeURIComponent(new URL(request.url, "http://localhost").pathname)
  let file = path.join(site, asked)
  if (fs.existsSync(file) && fs.statSync(file).isDirectory()) file = path.join(file, "index.html")
  if (!fs.existsSync(file)) {
    response.statusCode = 404
    response.end()
    return
  }
  console.log(asked.slice(1))
  response.setHeader("content-type", `${TYPES[path.extname(file)] ?? "application/octet-stream"}; charset=utf-8`)
  response.end(fs.readFileSync(file))
})
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/`))
