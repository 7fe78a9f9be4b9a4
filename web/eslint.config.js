import js from "@eslint/js"
import globals from "globals"

export default [
  { ignores: ["node_modules/"] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: "latest", sourceType: "module" },
    rules: {
      complexity: ["error", 10],
      "max-len": ["error", { code: 100, ignoreRegExpLiterals: true }],
      "no-nested-ternary": "error",
      "no-shadow": "error",
      "no-var": "error",
      "prefer-const": "error",
      eqeqeq: "error",
    },
  },
  {
    files: ["search/**", "page/**"],
    languageOptions: {
      globals: {
        ...globals.browser,
        document$: "readonly",
        katex: "readonly",
        MathJax: "readonly",
      },
    },
  },
  { files: ["test/**", "*.js"], languageOptions: { globals: globals.node } },
]
