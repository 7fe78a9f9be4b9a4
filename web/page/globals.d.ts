/** What other scripts put into the page. */

/** Typesets formulas; another plugin's MathJax does that in the place of our KaTeX. */
declare const MathJax: unknown
declare const katex: {
  render: (
    formula: string,
    place: HTMLElement,
    options: { displayMode: boolean } & Record<string, unknown>,
  ) => void
}

interface Mermaid {
  initialize: (settings: { themeCSS?: string } & Record<string, unknown>) => void
  render: (id: string, text: string) => Promise<{ svg: string }>
}
declare var mermaid: Mermaid

/** Material's observable of pages. */
declare const document$: { subscribe: (start: () => void) => void }
