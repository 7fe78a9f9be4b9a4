/* A day of the calendar that a reader typed. */

// A date, and the weekday behind it: 3월 10일 (화), 2026. 3. 10., 03-10, Mar 10.
const DATES = [
  /(?<!\d)(\d{4})(?:[-/]|\.\s?)0?(\d{1,2})(?:[-/]|\.\s?)0?(\d{1,2})\.?(?!\d)/,
  /(?<![\d.])(\d{2})\.(\d{2})\.(\d{2})\.?(?![\d.])/, // 26.03.10, but no version 3.11.2
  /(?<!\d)(?:(\d{4})\s*[년年]\s*)?0?(\d{1,2})\s*[월月]\s*0?(\d{1,2})(?:\s*[일日])?(?!\d|\s*일?\s*차|目)/,
  /(?<![\d.])()0?(\d{1,2})[-/]0?(\d{1,2})(?![\d.])/,
  namedMonth(),
]
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ")
const WEEKDAY =
  /^\s*(?:\([월화수목금토일]\)|[월화수목금토일]요일|\(?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\)?)/

/** The pattern of Mar 10; not of decoder 2. */
function namedMonth() {
  const months =
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|" +
    "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
  return new RegExp(`(?<![a-z])()(${months})\\.?\\s+0?(\\d{1,2})(?!\\d)`)
}

/**
 * Take a date out of a text: as it is written in notes, without a year where none is told.
 *
 * @param {string} text
 * @returns {{ date: string | null, rest: string }}
 */
export const takeDate = (text) => {
  for (const pattern of DATES) {
    const found = pattern.exec(text)
    if (!found) continue
    const [written, year, named, day] = found
    const month = MONTHS.indexOf(named.slice(0, 3)) + 1 || Number(named)
    if (month > 12 || Number(day) > 31) continue
    const name = !year && written.includes("-") ? written : "" // 1-4 may as well be a chapter
    const before = text.slice(0, found.index)
    const behind = text.slice(found.index + written.length).replace(WEEKDAY, " ")
    const numbers = [month, day].map((number) => String(number).padStart(2, "0"))
    const date = [year, ...numbers].filter(Boolean).join("-")
    return { date, rest: `${before} ${name} ${behind}` }
  }
  return { date: null, rest: text }
}
