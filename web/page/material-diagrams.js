/* Material's styles of diagrams, for our Mermaid. */

// The head of a lost message; Material has no style for it.
const CROSSES =
  '[id$="-crosshead"] path{fill:none;stroke:var(--md-mermaid-sequence-message-line-color)}'

/**
 * Have a theme's styles mean the parts of our Mermaid, whose ids begin with that of the diagram.
 *
 * Otherwise the heads of arrows stay black, also where the page is dark.
 *
 * @param {string} styles
 */
export const withIdsOfDiagrams = (styles) => {
  // In selectors only: `#0000` in a rule is a colour.
  const widened = styles.replace(
    /#(?:\w+-)?([a-z]\w*)(?=[^{}]*\{)/gi,
    (id, name) => `:is(${id},[id$="-${name}"])`,
  )
  return widened.includes("--md-mermaid") ? widened + CROSSES : widened
}
