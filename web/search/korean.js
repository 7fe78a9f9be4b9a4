/* The tables of Korean that the build and the browser share. */

import tables from "../../plugins/campnotes/search/korean.json" with { type: "json" }

/** The words of a table, whose rows have several each. @param {string[]} rows */
const listed = (rows) => rows.flatMap((row) => row.split(" "))

const stacked = listed(tables.bases).flatMap((base) =>
  listed(tables.added).map((added) => base + added),
)
export const PARTICLES = new Set([...stacked, ...listed(tables.particles)])
export const ENDINGS = new Set(listed(tables.endings))
export const SUFFIXES = new Set([...PARTICLES, ...ENDINGS])

/** Syllables that make another word of a noun: 점 in 차이점. */
export const DERIVING = new Set(listed(tables.deriving))

/** English words with their Korean spellings. @type {Record<string, string>} */
export const LOANWORDS = tables.loanwords

/** English words with their Korean translations. @type {Record<string, string>} */
export const TRANSLATIONS = tables.translations
