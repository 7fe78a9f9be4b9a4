"""Recognise names in Han characters and kana: 王小明, 田中花子, いっしー."""

from __future__ import annotations

from campnotes.parsing.names.words import words
from campnotes.patterns import regex

_CHINESE_SURNAMES = words("chinese_surnames")
_ALL_CHINESE_SURNAMES = _CHINESE_SURNAMES | words("rare_chinese_surnames")
_DOUBLE_CHINESE_SURNAMES = tuple(words("double_chinese_surnames"))
_JAPANESE_SURNAMES = tuple(words("japanese_surnames") | words("rare_japanese_surnames"))
_FIRST_OF_SURNAMES = frozenset(surname[0] for surname in _JAPANESE_SURNAMES)
_LONG_SURNAMES = tuple(filter(lambda surname: len(surname) > 2, _JAPANESE_SURNAMES))
_ALONE = words("japanese_surnames") - words("japanese_surnames_of_places")

_HAN = "\u4e00-\u9fff\uf900-\ufad9々"
_KANA = "\u3041-\u3096\u30a1-\u30faー"
_WRITTEN = regex(rf"^[{_HAN}{_KANA}]{{2,8}}(?:[ \u3000・][{_HAN}{_KANA}]{{1,8}})?$")
_KANA_ALONE = regex(rf"^[{_KANA}]{{2,6}}$")
_HAN_IN_TEXT = regex("[\u4e00-\u9fff]")
_OTHER_LETTERS = regex("[\u3041-\u30fa가-힣]")
_HAN_RUN = regex(rf"^[{_HAN}]+$")
_HAN_ALONE = regex(rf"^[{_HAN}]{{2,6}}$")
# Particles and verbs' endings, which no name has: 発表する, 今日の, 待って.
_LONGEST_HAN = 6  # characters of a name in Han characters alone: 長谷川健太郎
_IN_SENTENCES = regex(
    rf"を|(?<=[{_HAN}])の(?=[{_HAN}])|(?<=[{_HAN}\u30a1-\u30fa])[はがへ]|[はがへ]$|の皆$|する|です|ます|した|して|から|まで|の$|^の|的|了$|是"
)
# What ends the name of a thing, an event or a holiday, and of nobody.
_THINGS = regex(
    r"(?:セッション|ミーティング|タイム|トーク|グループ|チーム|パート|テーマ|サーバー?|データ|章|"
    r"節|枠|県|省|駅|市|区|町|会場|会场|"
    r"研究室|大学|会社|小组|小組|团队|團隊|公司|集团|集團|科技|工程师|工程師|架构师|架構師|设计师|"
    r"設計師|分析师|分析師|开发师|爱好者|愛好者|开发者|開發者|负责人|負責人|贡献者|貢獻者|运维|"
    r"运营|研发|产品|前端|后端|技术部|副总裁|总裁|主管|组委|从业人员|发起人|合伙人|博主|博士|硕士|"
    r"成员|成員|顾问|布道师|PMC|[Cc]ommitter|[Cc]ontributor|[Mm]aintainer|CEO|CTO|维护者|維護者|架构|总监|總監|经理|經理|创始人|作者|专家|專家|博士生|研究生|本科生|"
    r"实习生|委员会|实验室|假期|[放休]假|国庆节|端午节|劳动节|放假|停会|停會|考试|考試|答辩|答辯|"
    r"团建|團建|中秋节|春节)$|"
    # Holidays are given names, too: 康国庆.
    r"^(?:國慶|国庆|中秋|元旦|端午)$"
)
LONGEST_CHINESE = 3  # characters of a full name whose surname has one
LONGEST_JAPANESE = 5  # characters of a full name whose surname has two
_KANA_FIRST = regex(rf"[{_KANA}]")
# The space between surname and given name.
_SPACED = regex(rf"^([{_HAN}{_KANA}]{{1,6}})[ \u3000]{{1,2}}([{_HAN}{_KANA}]{{1,6}})$")


def is_in_han(name: str) -> bool:
    """Whether a name is written in Han characters alone: 王小明, 詳細設計."""
    return _HAN_RUN.match(name) is not None


def is_in_han_and_latin(text: str) -> bool:
    """Whether a text is in Chinese, as far as can be told: it has Han characters and no kana nor Hangul."""
    if _OTHER_LETTERS.search(text):
        return False
    return _HAN_IN_TEXT.search(text) is not None


def is_in_kana(name: str) -> bool:
    """Whether a name is written in a few kana alone: まつした, イワタ."""
    return _KANA_ALONE.match(name) is not None


def is_written_in_east_asian(name: str) -> bool:
    """Whether a name is written in Han characters or kana alone."""
    return _WRITTEN.match(name) is not None


def is_plausible_east_asian_name(name: str) -> bool:
    """Whether it can be a name where a label has announced one: 田中, 小明, いっしー."""
    if not is_written_in_east_asian(name):
        return False
    is_too_long = len(name) > _LONGEST_HAN and _HAN_RUN.match(name) is not None
    if is_too_long or is_name_of_thing(name):
        return False
    return not is_said_in_sentence(name)


def is_said_in_sentence(text: str) -> bool:
    """Whether a text has particles or endings as sentences do: 出力する, スキャナは."""
    return _IN_SENTENCES.search(text) is not None


def is_name_of_thing(name: str) -> bool:
    """Whether a word ends as those for things, events and trades do: 国庆节, 工程师."""
    return _THINGS.search(name) is not None


def without_space(name: str) -> str:
    """A name without the space between surname and given name: 山田 太郎 is 山田太郎.

    One of kana keeps it: there it tells words apart.
    """
    match = _SPACED.match(name)
    if match is None:
        return name
    surname, given = match.groups()
    if _KANA_FIRST.match(surname):
        return name
    return surname + given


def _is_likely_chinese_name(name: str) -> bool:
    """Whether it is a frequent Chinese surname with a given name of two characters: 王小明."""
    if not _HAN_ALONE.match(name) or not is_plausible_east_asian_name(name):
        return False
    return len(name) == 3 and name[0] in _CHINESE_SURNAMES


def is_full_chinese_name(name: str) -> bool:
    """Whether it is a Chinese surname with a given name, as far as can be told: 石珅达, 程序员."""
    is_double = name.startswith(_DOUBLE_CHINESE_SURNAMES)
    longest = LONGEST_CHINESE + is_double
    if not 2 <= len(name) <= longest or not is_plausible_east_asian_name(name):
        return False
    if is_double:
        return len(name) > 2
    return _HAN_ALONE.match(name) is not None and name[0] in _ALL_CHINESE_SURNAMES


def is_full_name_in_han(name: str) -> bool:
    """Whether a word can hardly be anything but a full name in Han characters: 石珅达, 田中花子."""
    is_chinese = len(name) >= LONGEST_CHINESE and is_full_chinese_name(name)
    return is_chinese or is_likely_east_asian_name(name)


def can_be_short_chinese_name(name: str) -> bool:
    """Whether two characters can be a whole Chinese name (王伟) beside longer ones."""
    if len(name) != 2 or not is_plausible_east_asian_name(name):
        return False
    return _HAN_ALONE.match(name) is not None and name[0] in _CHINESE_SURNAMES


def can_be_japanese_name(name: str) -> bool:
    """Whether it is as long as a full Japanese name, and written as one: 行森奈雄, 詳細設計."""
    joined = without_space(name)
    is_long_enough = 3 <= len(joined) <= LONGEST_JAPANESE
    return is_long_enough and is_plausible_east_asian_name(name)


def can_be_carried(name: str) -> bool:
    """Whether it can be a name beside others that certainly are: 森鷗外, but not 資料."""
    if is_full_chinese_name(name):
        return True
    return can_be_japanese_name(name) and name[0] in _FIRST_OF_SURNAMES


def can_be_japanese_surname(name: str) -> bool:
    """Whether a word can be a surname alone, where a label announces somebody: 菅沼, but not 設計."""
    is_as_long = 2 <= len(name) <= LONGEST_CHINESE
    if not is_as_long or not is_plausible_east_asian_name(name):
        return False
    return is_in_han(name) and name[0] in _FIRST_OF_SURNAMES


def is_likely_east_asian_name(name: str) -> bool:
    """Whether it is so much like a full name that it can hardly be another word.

    - A frequent Japanese surname, alone unless places have it, or with a given name: 田中花子.
    - A frequent Chinese surname with a given name of two characters: 王小明.
    """
    if not is_plausible_east_asian_name(name):
        return False
    if name in _ALONE:
        return True
    joined = without_space(name)
    if joined.startswith(_JAPANESE_SURNAMES):
        is_long_surname = joined.startswith(_LONG_SURNAMES)
        longest = LONGEST_JAPANESE + is_long_surname
        return 3 <= len(joined) <= longest
    return _is_likely_chinese_name(joined)
