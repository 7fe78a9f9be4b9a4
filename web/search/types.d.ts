/** What the modules of the search pass to one another. */

/** A unit as `units.py` writes it; what its page tells already is left out of the parts of a page. */
export interface Doc {
  /** The address of a page, or `#` and the anchor of a part of the page before. */
  location: string
  title: string
  /** Lines by turns: sentences that are no headings' (even ones), and stressed ones (odd). */
  text?: string
  kind?: string
  week?: number
  day?: number
  date?: string
  people?: string[]
  /** The level of a heading. */
  level?: number
  /** How much the unit weighs against others; 1 if it isn't told. */
  boost?: number
  label?: string
  tags?: string[]
  /** How many materials a presentation has; none if it isn't told. */
  materials?: number
}

/** Something that can be found: a page, or a part of one. */
export interface Unit extends Doc {
  text: string
  boost: number
  people: string[]
  /** The address of its page. */
  page: string
  /** Whether it is a part of its page. */
  part: boolean
  /** Titles of the headings that it is below. */
  path: string[]
  /** Its own kind, not that of its page. */
  badge: string | undefined
  /** How many words each field has. */
  lengths: number[]
  /** Each field without spaces. */
  joined: string[]
  /** Title and text as they are read, without spaces. */
  whole: string[]
  /** Where words begin in each joined field. */
  starts: Set<number>[]
}

/** How often a term stands in the title, in stressed sentences and in the text of a unit. */
export type Counts = number[]

/** The units in which a term stands, by their numbers. */
export type Postings = Map<number, Counts>

/** Terms, each with how surely it is meant: from 0 to 1. */
export type Matched = Map<string, number>

/** Pairs of terms of the same meaning, by either: term -> Map(term -> how surely). */
export type Pairs = Map<string, Map<string, number>>

/** Terms that mean the same, as the build tells them: words, and phrases without their spaces. */
export interface Same {
  pairs: Pairs
  phrases: Map<string, Set<string>>
}

/** How a word may sound. */
export interface Sound {
  consonants: string
  vowels: string
  /** Whether it begins with a vowel. */
  opens: boolean
  /** Whether it is spelt in another script, by how it sounds. */
  isLoanword: boolean
  /** How many letters the word has. */
  letters: number
}

export interface Index {
  units: Unit[]
  terms: Map<string, Postings>
  /** How many words each field has on average. */
  average: number[]
  /** The numbers of the units of each page. */
  pages: Map<string, number[]>
  /** What words are forms of, and nouns that they are made of, where the build knew it. */
  forms: Map<string, string>
  /** How rare words are in the whole notebook, where the units are only a part of it. */
  rarity: Map<string, number>
  vocabulary: string[]
  /** What the notes pair. */
  pairs: Pairs
  /** What the build pairs. */
  told: Pairs
  /** The numbers of the units that are people. */
  people: number[]
  /** Words that stand with particles, once they were asked for. */
  nouns?: Set<string>
  jamo: Map<string, string>
  initials: Map<string, string>
  sounds: Map<string, Sound[]>
}

/** Names of the kinds of units in the reader's language. */
export type Kinds = Record<string, string>

/** What the dialog says, in the reader's language. */
export interface Texts {
  kinds: Kinds
  week: string
  filters: string
  nearest: string
  failed: string
  more: string
  examplesAre: string
  materials: string
  moreResults: string
  examples?: string[]
}

/** Which units a query narrows itself to. */
export interface Filters {
  kind?: string
  week?: string
  day?: string
  by?: string
  tag?: string
}

export type FilterName = keyof Filters

/** The weeks, days and dates that the notes of a camp have, each in order. */
export interface Camp {
  weeks: number[]
  days: number[]
  dates: string[]
  datesOfWeek: Map<number, Set<string>>
  /** Where the first and the last stand of what is of each kind. */
  endsOfKind: Map<string, { first: Located; last: Located }>
}

/** A place in the camp that a query names. */
export interface Located {
  week: number | null
  day: number | null
  date: string | null
}

export interface Query extends Located {
  /** What was typed. */
  text: string
  words: string[]
  /** What each word weighs beside the others; 1 if it isn't told. */
  weights: Map<string, number>
  phrases: string[]
  without: string[]
  withoutPhrases: string[]
  filters: Filters
  /** The kind that each word names beside a place. */
  kinds: Map<string, string | undefined>
  /** Phrases that mean some of the words, each with these. */
  same: Map<string, string[]>
  /** What each word means in the index, once it was asked for. */
  meanings: Map<string, Meaning>
  /** Whether it asks who presented something. */
  asksWho: boolean
}

/** In which units a compound stands, and in which parts it is written there. */
export interface Compound {
  counts: Postings
  written: Set<string>
}

export interface Meaning {
  matched: Matched
  compound: Compound
}

/** Scores of units by their numbers, and of pages by their addresses. */
export interface Scores {
  units: Map<number, number>
  pages: Map<string, number>
}

/** What of the notes one word finds. */
export interface WordFound extends Scores {
  matched: Matched
  written: Set<string>
}

/** A term whose units are scored. */
export interface Weighed {
  postings: Postings
  weight: number
  /** Whether its texts count beside those of other terms, or only if they count more. */
  adds: boolean
}

/** A form that terms may begin with or hold. */
export interface Sought {
  form: string
  sure: number
  /** Whether terms may hold it elsewhere than at their beginning. */
  within: boolean
}

/** A term and how sure it is. */
export type Surely = [term: string, sure: number]

/** Tells of a term of the index how surely it is meant. */
export type Add = (term: string, sure: number) => void

/** Whether the unit of a number counts. */
export type Allows = (number: number) => boolean

/** A unit and its score. */
export type Scored = [number: number, score: number]

/** A page that answers. */
export interface Page {
  score: number
  units: Scored[]
  /** The number of the unit that is the page itself. */
  first: number
}

export interface Ranking {
  pages: Page[]
  perWord: WordFound[]
}

/** A piece of a text, and whether what was typed was found in it. */
export interface Piece {
  text: string
  isFound: boolean
}

/** A unit that is shown. */
export interface Hit {
  unit: Unit
  score: number
  title: Piece[]
  text: Piece[]
  /** By which terms each word was found in it; null if it wasn't. */
  foundBy: (Surely[] | null)[]
}

/** A note that is shown: the units found in it, of which so many are `open`, not folded away. */
export interface NoteFound {
  score: number
  open: number
  hits: Hit[]
}

/** A value of a facet, how many notes it leaves, and whether it is asked for by now. */
export type Choice = [value: string | number, notes: number, isOn: boolean]

export interface Result {
  notes: NoteFound[]
  suggest: string[]
  facets: Record<string, Choice[]>
  filters: Filters
  nearest: string[]
}

/** What a query has found by now, and how many pages more may answer it. */
export interface Answer {
  query: Query
  result: Result
  left?: number
}

/** What answers queries: once, or more than once where more of a big notebook arrives. */
export interface Engine {
  search: (text: string) => AsyncGenerator<Answer>
  texts: Texts
}

/** Where the notebook's units are in parts: what is loaded first. */
export interface Head {
  /** How many pages there are. */
  pages: number
  /** Where each file of pieces begins. */
  starts: string[]
  /** The dates of each week, all dates, days, and the ends of kinds, as `camp.py` tells them. */
  camp: {
    weeks: Record<string, string[]>
    dates: string[]
    days: number[]
    ends: Record<string, [first: Located, last: Located]>
  }
  /** Terms that mean the same, as `meanings.py` tells them. */
  meanings: string[]
}
