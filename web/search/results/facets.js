/* The values by which the results may be narrowed. */

/** @import { Choice, FilterName, Index, Page, Query } from "../types.js" */
import { FILTERS } from "../query/filters.js"
import { rank } from "../ranking/ranking.js"

/** @type {FilterName[]} */
const FACETS = ["kind", "week", "by", "tag"]
const MOST_CHIPS = 6 // of a facet

/**
 * Count the notes that each value of each facet leaves.
 *
 * Where a filter is on, the others of its facet tell what they would leave in its place.
 *
 * @param {Index} index
 * @param {Query} query
 * @param {Page[]} pages
 * @returns {Record<string, Choice[]>}
 */
export const countFacets = (index, query, pages) =>
  Object.fromEntries(FACETS.map((facet) => [facet, choicesOf(index, query, pages, facet)]))

/** @param {Index} index @param {Query} query @param {Page[]} pages @param {FilterName} facet */
const choicesOf = (index, query, pages, facet) => {
  const { [facet]: asked, ...filters } = query.filters
  const others = asked === undefined ? pages : rank(index, { ...query, filters }).pages
  const counts = countValues(index, others.length ? others : pages, facet)
  const isOn = (/** @type {string | number} */ value) =>
    asked !== undefined && FILTERS[facet].is(value, asked)
  /** @type {Choice[]} */
  const choices = [...counts].map(([value, count]) => [value, count, isOn(value)])
  const canBeReleased = choices.some(([, , isPressed]) => isPressed)
  if (asked !== undefined && !canBeReleased) choices.push([asked, 0, true])
  choices.sort((a, b) => Number(b[2]) - Number(a[2]) || b[1] - a[1])
  return choices.slice(0, MOST_CHIPS)
}

/** @param {Index} index @param {Page[]} pages @param {FilterName} facet */
const countValues = (index, pages, facet) => {
  /** @type {Map<string | number, number>} */
  const counts = new Map()
  for (const page of pages) {
    for (const value of valuesOn(index, page, facet)) {
      if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
  }
  return counts
}

/** @param {Index} index @param {Page} page @param {FilterName} facet */
const valuesOn = (index, { units, first }, facet) => {
  const numbers = units.length ? units.map(([number]) => number) : [first]
  const values = numbers.flatMap((number) => {
    const unit = index.units[number]
    // Behind a person's name are other names of the same person.
    return FILTERS[facet].of(unit).slice(0, unit.kind === "person" ? 1 : undefined)
  })
  return new Set(values)
}
