"""GitHub's dialect of Markdown: text → tokens, and the one reader of authors' HTML."""
