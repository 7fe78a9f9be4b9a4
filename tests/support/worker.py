"""The search worker, run in Node as the browser runs it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from campnotes.search.index import parts_worker_script, worker_script
from support.notebooks import HOME

# Node of the environment that runs the tests comes before the system's.
NODE = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")
WEB = HOME / "web"
Items = list[list[dict[str, Any]]]

PAGE = """
const listeners = [], input = JSON.parse(require("fs").readFileSync(0, "utf8"))
let sent, told = []
let heard = []
let hear = async () => {}
globalThis.BroadcastChannel = class {
  postMessage(message) { heard.push(message) }
  addEventListener(_, listener) { hear = listener }
}
globalThis.location = { href: "http://localhost/assets/campnotes/search.js" }
globalThis.addEventListener = (_, listener) => listeners.push(listener)
globalThis.postMessage = (message) => { sent = message; told.push(message) }
globalThis.fetch = async (url) => {
  const file = `${input.folder}/${decodeURIComponent(new URL(url).pathname)}`
  input.fetched.push(file)
  if (input.failing-- > 0) throw new TypeError("Failed to fetch")
  return { ok: true, json: async () => JSON.parse(require("fs").readFileSync(file, "utf8")) }
}
"""
_READER = """
const tell = async (type, data) => {
  told = []
  await listeners[0]({ data: { type, data } }).catch(() => {})
  if (type === 2 && input.more) await hear({ data: { more: true } })
  return told.map((message) => message.data?.items)
}
(async () => {
  await tell(0, input.index)
  const answers = []
  for (const query of input.queries) answers.push(await tell(2, query))
  console.log(JSON.stringify({ answers, heard, fetched: input.fetched }))
})()
"""


def run_worker(
    index: Mapping[str, Any], queries: Sequence[str], folder: Path | None = None
) -> list[list[Items]]:
    """What the worker answers to each query: one or more results, the last of them whole."""
    answers: list[list[Items]] = ask_worker(index, queries, folder)["answers"]
    return answers


def ask_worker(
    index: Mapping[str, Any],
    queries: Sequence[str],
    folder: Path | None = None,
    failing: int = 0,
    more: bool = False,
) -> dict[str, Any]:
    """The answers, and the files of the site in `folder` that were fetched for them.

    The first `failing` fetches fail, as where the network is gone for a while. With `more`, the reader
    wants more of each answer.
    """
    told = {
        "index": index, "queries": list(queries), "folder": str(folder or ""), "fetched": [],
        "failing": failing, "more": more,
    }  # fmt: skip
    said = index.get("config", {}).get("campnotes", {})
    worker = parts_worker_script() if "parts" in said else worker_script()
    found: dict[str, Any] = run_node(PAGE + worker + _READER, told)
    return found


def call_web(modules: Sequence[str], does: str, asked: Sequence[str]) -> list[Any]:
    """What a function makes of each text, written with the exports of modules of `web/` as `web`."""
    imports = ", ".join(f"import({json.dumps((WEB / module).as_uri())})" for module in modules)
    script = (
        "const asked = JSON.parse(require('fs').readFileSync(0, 'utf8'))\n"
        f"Promise.all([{imports}]).then((modules) => {{\n"
        "const web = Object.assign({}, ...modules)\n"
        f"console.log(JSON.stringify(asked.map({does})))\n}})\n"
    )
    answers: list[Any] = run_node(script, asked)
    return answers


def run_node(script: str, told: Any) -> Any:
    """What a script prints as JSON that is told something as JSON on its standard input."""
    done = subprocess.run(
        [str(NODE), "-e", script],
        input=json.dumps(told), capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def ask_dialog(index: Mapping[str, Any], queries: Sequence[str]) -> list[dict[str, Any]]:
    """What the worker tells the dialog's chips and hints about each query."""
    heard: list[dict[str, Any]] = ask_worker(index, queries)["heard"]
    return heard
