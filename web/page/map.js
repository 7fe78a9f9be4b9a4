/*!
 * d3-force, d3-dispatch, d3-quadtree, d3-timer (ISC License)
 *
 * Copyright 2010-2026 Mike Bostock
 *
 * Permission to use, copy, modify, and/or distribute this software for any purpose
 * with or without fee is hereby granted, provided that the above copyright notice
 * and this permission notice appear in all copies.
 *
 * THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH
 * REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND
 * FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
 * INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS
 * OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER
 * TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
 * THIS SOFTWARE.
 */
/*
 * The map: days, people and references, drawn from the list that stands on its page.
 *
 * The layout is computed to its end before anything is shown, so that nothing moves; and it comes
 * out the same each time. Time goes along the longer side.
 */

import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force"

const NAMESPACE = "http://www.w3.org/2000/svg"
const WIDE = 720 // pixels of a window, from which the drawing is shown without being asked for
const STEPS = 300 // after which d3's forces have cooled down
const LONGEST_LABEL = 28 // characters
const RADIUS = 7 // pixels
const ROOM_AROUND = RADIUS * 2.2
const ROOM_WITH_NAME = RADIUS * 4
const ROOM_OF_NODE = 4000 // square pixels
const EDGE = 30
const MOST_NAMED = 11 // nodes and lines, whose names still stand apart

/** @typedef {"day" | "person" | "reference"} Kind */
/** @typedef {import("d3-force").SimulationNodeDatum} Datum */
/** @typedef {Datum & { address: string, kind: Kind, label: string, at: number }} Node */
/** @typedef {{ source: Node, target: Node }} Edge */
/** @typedef {{ nodes: Node[], edges: Edge[], days: number }} Graph */

/** How near others may come; the names of people stand beside them. @param {Node} node */
const roomOf = ({ kind }) => (kind === "person" ? ROOM_WITH_NAME : ROOM_AROUND)

/**
 * What the list tells, each thing once.
 *
 * @param {ParentNode} page
 * @returns {Graph}
 */
const readList = (page) => {
  /** @type {Map<string, Node>} */
  const nodes = new Map()
  /** @type {Edge[]} */
  const edges = []
  let days = 0
  /** @type {Node | undefined} */
  let day
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = page.querySelectorAll("a[data-map]")
  for (const link of links) {
    const kind = /** @type {Kind} */ (link.dataset.map)
    if (kind === "day") days += 1
    const node = nodes.get(link.href) ?? {
      address: link.href,
      kind,
      label: link.textContent?.trim() ?? "",
      at: days,
    }
    nodes.set(link.href, node)
    if (kind === "day") day = node
    else if (day) edges.push({ source: day, target: node })
  }
  return { nodes: [...nodes.values()], edges, days }
}

/**
 * Give all nodes their places, so that each has the room that it needs.
 *
 * @param {Graph} graph
 * @param {number} room pixels
 */
const layOut = ({ nodes, edges, days }, room) => {
  const other = (nodes.length * ROOM_OF_NODE) / room
  const isWide = other <= room
  const length = Math.max(other, room) * 0.8
  const along = (/** @type {Node} */ node) => ((node.at - 0.5) / days - 0.5) * length
  const pull = (/** @type {Node} */ node) => (node.kind === "day" ? 0.3 : 0.04)
  // Who is there on most days would else draw all of them together.
  const hold = (/** @type {Edge} */ { target }) => (target.kind === "person" ? 0.04 : 0.5)
  const [forward, across] = isWide ? [forceX, forceY] : [forceY, forceX]
  forceSimulation(nodes)
    .force("links", forceLink(edges).distance(45).strength(hold))
    .force("apart", forceManyBody().strength(-110).distanceMax(250))
    .force("room", forceCollide(roomOf).iterations(3))
    .force("time", forward(along).strength(pull))
    .force("middle", across(0).strength(isWide ? 0.08 : 0.14))
    .stop()
    .tick(STEPS)
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 */
const make = (name, attributes) => {
  const element = document.createElementNS(NAMESPACE, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  return element
}

/** @param {Node} node */
const placeOf = ({ x = 0, y = 0 }) => ({ x: Math.round(x), y: Math.round(y) })

/** Each kind has a form of its own, besides its colour. @param {Kind} kind @param {number} size */
const shapeOf = (kind, size) => {
  if (kind === "person") return make("circle", { r: size })
  const side = size * 1.7
  const square = { x: -side / 2, y: -side / 2, width: side, height: side }
  return make(
    "rect",
    kind === "day" ? { ...square, rx: side / 5 } : { ...square, transform: "rotate(45)" },
  )
}

/**
 * A node as a link to what it stands for; its name is seen when it is meant.
 *
 * @param {Node} node
 * @param {number} scale
 * @param {number} middle
 */
const drawNode = (node, scale, middle) => {
  const { x, y } = placeOf(node)
  const { kind, label, address } = node
  // A theme that puts pages in place itself knows no links in drawings: the target is for it.
  const link = make("a", {
    href: address,
    target: "_self",
    class: "campnotes-map__node",
    "data-kind": kind,
    "aria-label": label,
    transform: `translate(${x} ${y})`,
  })
  const isRight = x > middle
  const text = make("text", {
    x: (isRight ? -1.8 : 1.8) * RADIUS * scale,
    dy: "0.35em",
    "text-anchor": isRight ? "end" : "start",
    "font-size": 12 * scale,
    "aria-hidden": "true",
  })
  text.textContent = label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL)}…` : label
  const reach = make("circle", { r: 12 * scale, class: "campnotes-map__reach" })
  link.append(reach, shapeOf(kind, RADIUS * scale), text)
  return link
}

/** What the drawing covers. @param {Node[]} nodes */
const boundsOf = (nodes) => {
  const places = nodes.map(placeOf)
  const xs = places.map(({ x }) => x)
  const ys = places.map(({ y }) => y)
  const left = Math.min(...xs) - EDGE
  const top = Math.min(...ys) - EDGE
  return { left, top, width: Math.max(...xs) + EDGE - left, height: Math.max(...ys) + EDGE - top }
}

/**
 * Make what is connected to a node stand out while it is meant.
 *
 * @param {SVGElement} drawing
 * @param {Map<Element, Set<Element>>} beside
 */
const showNear = (drawing, beside) => {
  const mean = (/** @type {Event} */ { target, type }) => {
    const isComing = type === "pointerover" || type === "focusin"
    const come = isComing && target instanceof Element ? target.closest("a") : null
    // What the keyboard is at goes on being meant when the pointer leaves.
    const link = come ?? drawing.querySelector("a:focus-visible")
    for (const element of drawing.querySelectorAll("[data-near]"))
      element.removeAttribute("data-near")
    drawing.toggleAttribute("data-meant", link !== null)
    if (!link) return
    const near = beside.get(link) ?? new Set()
    for (const element of near)
      element.setAttribute("data-near", near.size > MOST_NAMED ? "" : "named")
    link.setAttribute("data-near", "named")
  }
  for (const type of ["pointerover", "pointerout", "focusin", "focusout"]) {
    drawing.addEventListener(type, mean)
  }
}

/** @param {Graph} graph @param {number} room pixels */
const draw = ({ nodes, edges }, room) => {
  const { left, top, width, height } = boundsOf(nodes)
  const scale = Math.max(width / room, 0.5)
  const drawing = /** @type {SVGElement} */ (
    make("svg", { viewBox: `${left} ${top} ${width} ${height}` })
  )
  /** @type {Map<Element, Set<Element>>} */
  const beside = new Map()
  /** @type {Map<Node, Element>} */
  const drawn = new Map()
  for (const node of nodes) {
    const link = drawNode(node, scale, left + width / 2)
    drawn.set(node, link)
    beside.set(link, new Set([link]))
  }
  for (const { source, target } of edges) {
    const { x: x1, y: y1 } = placeOf(source)
    const { x: x2, y: y2 } = placeOf(target)
    const line = make("line", { x1, y1, x2, y2, class: "campnotes-map__edge" })
    drawing.append(line)
    const ends = [drawn.get(source), drawn.get(target)]
    for (const end of ends) {
      const near = end && beside.get(end)
      for (const element of [...ends, line]) if (element) near?.add(element)
    }
  }
  drawing.append(...drawn.values())
  showNear(drawing, beside)
  return drawing
}

/**
 * Offer the drawing, and show it at once where there is room.
 *
 * @param {HTMLElement} place
 */
export const offerDrawing = (place) => {
  const button = place.querySelector("button")
  const frame = place.querySelector("div")
  if (!button || !frame) return
  const show = (/** @type {boolean} */ isShown) => {
    frame.hidden = !isShown
    button.setAttribute("aria-expanded", String(isShown))
    if (!isShown || frame.firstChild) return
    const graph = readList(place.parentElement ?? document)
    const room = frame.clientWidth
    layOut(graph, room)
    frame.append(draw(graph, room))
  }
  place.hidden = false
  button.addEventListener("click", () => show(frame.hidden !== false))
  show(innerWidth >= WIDE)
}
