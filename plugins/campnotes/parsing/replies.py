"""What is said below what a person said: a reply, which may ask back."""

from __future__ import annotations

from campnotes.patterns import regex

SHORTEST = 4  # letters: 「え？」 asks nothing
_ENDS_SO = regex(r"[?？][^\w)）]{0,5}$")
# 「どう違うんですか」, 「ってことかな？」 ask; 「三日やるのはどう？」 proposes.
_ASKS_BACK = regex(
    r"(?:なぜ|なんで(?!す)|どう|どんな|どっち|どれ|どこ|何|いつ|誰|왜|어떻게|무엇|뭐|어떤)[^。！!?？]{0,60}"
    r"(?:[?？]|のか\W{0,3}$|か[!！]{1,3}$)|ってこと(?:です)?か(?:な)?[?？!！]|っけ[.…?？]"
)
_PROPOSES = regex(r"(?:のは|たら)どう")


def asks_back(row: str, *, is_answered: bool) -> bool:
    """Whether a reply asks: with a word for what is asked, or something that is replied to.

    Any other only guesses: 「大きいからかな？」.
    """
    if _PROPOSES.search(row) or sum(map(str.isalnum, row)) < SHORTEST:
        return False
    if is_answered and _ENDS_SO.search(row):
        return True
    return _ASKS_BACK.search(row) is not None
