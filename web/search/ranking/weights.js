/*
 * All weights of the search, in one table.
 *
 * Three units, and what they mean:
 * - sure: how surely a typed word means a term of the notes; 0 not at all, 1 the very word. A term
 *   weighs as its square.
 * - share: a part of something else's score, from 0 (nothing of it) to 1 (all of it).
 * - score: added to, or multiplied with, the score of BM25, whose values are some 1 to 20 a word.
 *
 * They were found with made queries on public notebooks, as docs/guide/developer/search.md tells.
 * Change one only with `python bench/search.py NOTEBOOK…` before and after.
 */

/* How surely a term is meant (sure, 0 to 1). Up: its notes come nearer to the word's own. */

/** A term from which on the word itself counts as found. Up: fewer terms make others weigh LESS. */
export const SURE = 0.9
/** A form of the word: 학습 for 학습하는. */
export const FORM_SURE = 0.92
/**
 * Another word of the same stem, where the notes have both: model beside modeling, 기본 beside 기본기.
 */
export const STEM_SURE = 0.7
/** A compound whose rest is a word too, or one that is derived: 회귀 in 선형회귀, 차이 in 차이점. */
export const COMPOUND_SURE = 0.9
/** The same word in the other script: 어텐션 for attention. */
export const SPELT_SURE = 0.85
/** A translation: 추론 for inference. Higher, and the word itself comes later. */
export const MEANT_SURE = 0.4
/** What begins with, or holds, the word in the other script (share of that one's sureness). */
export const PAIR_PART = 0.7
/** A slip of the finger away: 인댁스 for 인덱스. */
export const NEAR_SURE = 0.7
/** Two slips away, in a word that is long enough for two. */
export const FARTHER_SURE = 0.42
/** What begins with something a slip away. */
export const NEAR_BEGINNING_SURE = 0.35
/** What holds something a slip away: 선형대수학 for 대투학. */
export const SLIP_WITHIN_SURE = 0.5
/** What sounds like the word, where nothing else is meant. */
export const ALIKE_SURE = 0.5
/**
 * What sounds like it, where something else may be meant: what is only a slip away is rather
 * meant.
 */
export const LESS_ALIKE_SURE = 0.25
/**
 * What begins with the letters of a word that is half composed, where nothing else is found: 어테.
 */
export const HALF_TYPED_SURE = 0.6
/** The same, where something else is found. */
export const HALF_TYPED_TOO_SURE = 0.45
/** What a compound begins or ends with, times its share of the letters: 변이 for 돌연변이. */
export const END_OF_UNKNOWN_SURE = 0.6

/* A term that holds the word: `least` sure, and `share` more where it is nearly all of the term. */

/** An English term that begins with the word: classification isn't about class. */
export const ENGLISH_BEGINNING = { least: 0.35, share: 0.35 }
/** An English term that holds the word elsewhere. */
export const ENGLISH_WITHIN = { least: 0.35, share: 0.25 }
/** A Korean term that begins with a word of one syllable. */
export const SYLLABLE_BEGINNING = { least: 0.55, share: 0.3 }
/** A Korean term that begins or ends with the word, its rest being none: 로그 in 블로그. */
export const KOREAN_END = { least: 0.6, share: 0.35 }
/** A Korean term that holds the word in its middle. */
export const KOREAN_WITHIN = { least: 0.35, share: 0.25 }

/* Initial consonants (sure, 0 to 1). Up: what they mean comes before other terms. */

/** A word that also stands with particles: 금요일. */
export const INITIALS_OF_NOUN = 0.9
/** A word that has no particle. */
export const INITIALS_OF_WORD = 0.75
/** A word with a particle, or what looks like one: 기억을, 같아야. */
export const INITIALS_OF_FORM = 0.35
/** What begins with the consonants (share of the sureness of a word that has no more). */
export const BEGINNING = 0.35
/** What begins with a single consonant. */
export const SINGLE_BEGINNING = 0.3
/** What holds the consonants: 핀포인트. */
export const INITIALS_WITHIN = 0.25

/**
 * How far vowels may be apart in words that sound alike, by the number of consonants (share, 0 to
 * 1). Up: more sounds alike. The fewer consonants, the more must the vowels agree: 티처 is teacher,
 * but 파서 isn't posse.
 */
export const VOWELS_APART = [0, 0, 0, 0.34, 0.5]

/*
 * What a pair of letters weighs of a script without spaces, beside other words (share, 0 to 1). Up:
 * accidents count more.
 */

/** Of a run of Han that is asked for as a whole too: 部分 of 部分型. */
export const PAIR_OF_HAN = 0.5
/** Han and the beginning of its ending: 起き. */
export const PAIR_TO_HIRAGANA = 0.5
/** An ending or particle and what follows: で改. */
export const PAIR_FROM_HIRAGANA = 0.15
/** Hiragana, which mostly is what stands between words. */
export const PAIR_OF_HIRAGANA = 0.1
/** What holds a single letter of such a script: 部分 for 分 (sure). */
export const LETTER_SURE = 0.7

/** A phrase that means what was typed, beside the words that were (share, 0 to 1). */
export const SAME_PHRASE = 0.4
/** What several of the words mean together: タグ付きユニオン for discriminated union (share). */
export const SAME_TOGETHER = 0.8

/** The verb of 데코레이터 쓰는 법, beside the noun (share, 0 to 1). */
export const DOING = 0.4
/** What is asked of it: 법, 방법, 이유 (share, 0 to 1). */
export const ASKED_OF_DOING = 0.2

/* What counts in a unit. */

/** What a form, or a noun that a Korean word is made of, counts as that word (share, 0 to 1). */
export const FORM = 0.9
/** The same of others: who types script means just that before scripts (share, 0 to 1). */
export const LATIN_FORM = 0.6
/** What a compound that goes on counts: 경사하강 in 경사 하강법 (share, 0 to 1). */
export const LONGER = 0.7
/** BM25: how late more of the same term stops counting (0 and more). Up: repetition counts more. */
export const K = 0.8
/**
 * BM25: how much a long unit is held against it (share, 0 to 1). Lengths of sections say little.
 */
export const B = 0.1
/**
 * Words of a title above which it is less about each of them (1 and more). Up: long titles gain.
 */
export const LONG_TITLE = 5
/** What title, stressed sentences and text count (score, above 0). Up: that field counts more. */
export const FIELD_WEIGHT = [3.2, 2.5, 1]
/** What a note's own title counts beside that of one of its parts (1 and more). */
export const OWN_TITLE = 1.05
/** How rare a word is at least, however many units have it (score, above 0). */
export const LEAST_RARITY = 0.3
/** BM25: what is added to both counts in the rarity, so that neither is 0 (above 0). */
export const RARITY_SMOOTHING = 0.5

/* What a term weighs beside the others of a word. */

/** What isn't the word itself, where the notes have the word itself (share, 0 to 1). */
export const LESS = 0.3
/** The word itself in the other script, where they have it in this one (share, 0 to 1). */
export const LESS_SPELT = 0.65
/** A compound as it is typed, also where it is written apart (share, 0 to 1). */
export const WHOLE = 0.9
/** Weight from which on a term's texts count beside those of other terms (0 to 1). Up: fewer do. */
export const ADDED = 0.5
/** Share of a term's weight from which on a form of it has counted its texts (0 to 1). */
export const COUNTED = 0.8

/* What a page or unit gains (score, 0 and more) or keeps (share, 0 to 1). */

/** Words that stand together as they were typed (score). Up: compounds typed apart come first. */
export const TOGETHER = 6
/** Being called so, times the rarity (score). Up: people come first. */
export const NAMED = 9
/** Being called just what was typed (score): first, whatever else the words may mean. */
export const EXACT_TITLE = 1000
/** Having a part that is called so (score). */
export const EXACT_PART = 100
/** Being of the kind that a word names beside a place: 3주차 질문 (score). */
export const OF_KIND = 3
/**
 * What a score is multiplied with of presentations and people, where a query asks who (1 and
 * more).
 */
export const PRESENTED = 3
/** Having presented it, where a query asks who and names somebody (score). */
export const PRESENTED_BY = 6
/** Standing on the day or date that is named (score). */
export const ON_DAY = 15
/** Standing in the week that is named (score). */
export const IN_WEEK = 5
/** What a score is multiplied with at the place that is named (1 and more). */
export const HERE = 2
/** What a score keeps elsewhere (share). */
export const ELSEWHERE = 0.5
/** The same, where only what is of a kind is asked for at that place: 3주차 발표 (share). */
export const KIND_ELSEWHERE = 0.15
/** What a note's best unit adds to what the whole note is about (share). One line can't be all. */
export const BEST = 0.5
/** What a cited page counts for a small part of its title (share). */
export const NAMED_BY = 0.3
/** What a note keeps none of whose units has more than one of the words (share, as coverage). */
export const APART = 0.3
/** What a note gains that says all that was typed word for word (share, 0 and more). */
export const VERBATIM = 2
/** What a note keeps that has few of the words (share, as coverage). */
export const FEW_ON_PAGE = 0.25
/** What a unit keeps that has few of the words (share, as coverage). */
export const FEW_IN_UNIT = 0.35
/**
 * What a note keeps for each before it that is of the same word, where many may be meant (share).
 */
export const AGAIN = 0.5

/* What is shown. */

/**
 * How sure a term must be to be shown unfolded or marked on the page (sure); of the best, a
 * share.
 */
export const GOOD = 0.5
/** What a unit that is folded away keeps at most of its note's score (share, below 1). */
export const FOLDED = 0.5
/** How sure a term must be to be marked in results (sure). Down: more is marked. */
export const WEAKEST = 0.35
/** How unlike what was typed a word may be that is offered in its place (share of its letters). */
export const FAR = 0.7
/** How much farther than the nearest one others may be (1 and more). Up: more are offered. */
export const FARTHER = 1.5
/** How much a part that is unlike is held against a word as against the whole (1 and more). */
export const PART_APART = 2

/* A notebook in parts: which pages are loaded. Up: pages of that sort are rather among them. */

/** Having the pieces of a Korean word, most likely in a longer one (share of the page's weight). */
export const INSIDE = 0.5
/** Having those of another word, perhaps in several (share). */
export const LOOSELY = 0.3
/** Having the word in the other script (share). */
export const PAGE_OF_PARTNER = 0.75
/** Having what means the same (share). */
export const PAGE_OF_MEANT = 0.4
/** Having most pieces of the word, where few pages have all (share). */
export const PAGE_OF_MOST = 0.4
/** How much of the pieces' rarity that is (share, 0 to 1). */
export const HALF = 0.5
/** What a page keeps that has few of the words (share, as coverage). */
export const PAGE_OF_FEW = 0.25
/** What the weight of a page at the place that is named is multiplied with (1 and more). */
export const PAGE_HERE = 2
/** And what is added to it (score). */
export const PAGE_THERE = 4
