"""The tags of authors' HTML that GitHub keeps (gjtorikian/html-pipeline, sanitization_filter.rb)."""

from __future__ import annotations

TAGS = frozenset(
    "h1 h2 h3 h4 h5 h6 br b i strong em a pre code img tt div ins del sup sub p picture ol ul table "
    "thead tbody tfoot blockquote dl dt dd kbd q samp var hr ruby rt rp li tr td th s strike summary "
    "details caption figure figcaption abbr bdo cite dfn mark small source span time wbr center "
    "input label section u font colgroup col video".split()
)
