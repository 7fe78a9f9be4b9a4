"""Explain where a note's title and its topic come from."""

from __future__ import annotations

from campnotes.explaining.front_matter import front_matter_line
from campnotes.explaining.model import Explanation, Reason, Subject
from campnotes.linking.model import Cited, Note
from campnotes.linking.origin import Origin

# The reasons for each rule of a title. A rule may be two, which are joined by `+`.
_TITLE_REASONS = {
    "front-matter": "front-matter",
    "heading": "title-heading",
    "heading-completed": "title-completed",
    "place": "title-place",
    "place+heading": "title-place-heading",
    "place+name": "title-place-name",
    "month": "title-month",
    "month+folder": "title-month",
    "name": "title-name",
    "folder+name": "title-folder-name",
    "notebook": "title-notebook",
}
_TOPIC_REASONS = {
    "studied": "topic-studied",
    "heading": "topic-heading",
    "opening": "topic-opening",
    "link": "topic-link",
    "presentation": "topic-presentation",
}
_BESIDE_OTHERS = "+name"  # ends the rule of a title that others have too


def explain_title(note: Note) -> list[Explanation]:
    """Explain a note's title and, where it has one, its topic."""
    title = _explain_title(note)
    if note.topic is None:
        return [title]
    origin = note.topic_origin
    code = _TOPIC_REASONS.get(origin.rule, "rule")
    topic = _explain(Subject.TOPIC, note.topic, [code], origin, note)
    return [title, topic]


def _explain_title(note: Note) -> Explanation:
    origin = note.title_origin
    rule = origin.rule
    if rule == "front-matter":
        line = front_matter_line(note.parsed, "title")
        origin = Origin(rule, line)
    beside = []
    if rule not in _TITLE_REASONS and rule.endswith(_BESIDE_OTHERS):
        rule = rule.removesuffix(_BESIDE_OTHERS)
        beside.append("title-beside-others")
    code = _TITLE_REASONS.get(rule, "rule")
    codes = [code, *beside]
    return _explain(Subject.TITLE, note.own_title, codes, origin, note)


def _explain(
    subject: Subject, value: str, codes: list[str], origin: Origin, note: Note
) -> Explanation:
    values = {
        "field": "title",
        "rule": origin.rule,
    }
    at = None
    if origin.line is not None:
        at = Cited(note.path, origin.line)
    reasons = [Reason(code, values, at) for code in codes]
    return Explanation(
        subject=subject,
        value=value,
        reasons=tuple(reasons),
        line=origin.line,
    )
