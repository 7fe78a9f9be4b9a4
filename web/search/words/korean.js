/* The tables of Korean that the build and the browser share. */

import tables from "../../../plugins/campnotes/search/korean.json" with { type: "json" }

/** The words of a table, whose rows have several each. @param {string[]} rows */
const listed = (rows) => rows.flatMap((row) => row.split(" "))

const stacked = listed(tables.bases).flatMap((base) =>
  listed(tables.added).map((added) => base + added),
)
export const PARTICLES = new Set([...stacked, ...listed(tables.particles)])
/** Particles that are none of a word's own syllables even where one syllable is left. */
export const BEHIND_ONE = new Set(listed(tables.behindOne))
export const ENDINGS = new Set(listed(tables.endings))
export const SUFFIXES = new Set([...PARTICLES, ...ENDINGS])

/** The verbs, without 다. */
export const VERBS = listed(tables.verbs)

/** Write a verb as a pattern of its forms, letter by letter: 고르 of 골라, too. @param {string} verb */
const bent = (verb) =>
  Object.entries(tables.bending).reduce(
    (pattern, [end, ends]) => pattern.replace(RegExp(end), ends),
    verb.normalize("NFD"),
  )

/** Forms of each verb, a group for each, and of 하다 and the like behind a noun, the last group. */
export const VERB = RegExp(`^(?:(${VERBS.map(bent).join(")|(")})|${tables.doing})${tables.tail}`)

/** Syllables that make another word of a noun: 점 in 차이점. */
export const DERIVING = new Set(listed(tables.deriving))
