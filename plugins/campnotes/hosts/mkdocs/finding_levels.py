"""The option `findings`, which gives rules another severity or has them off."""

from __future__ import annotations

from mkdocs.config import config_options as c
from mkdocs.config.base import ValidationError

from campnotes.finding import nearest_rule
from campnotes.notebook.plain_text import shown
from campnotes.rules import RULES, Severity

OFF = "off"


class FindingLevels(c.OptionallyRequired[dict[str, Severity | None]]):
    """Severities by rule, `None` for off: `{image-large: off, link-target-missing: error}`."""

    def run_validation(self, value: object) -> dict[str, Severity | None]:
        if not isinstance(value, dict):
            raise ValidationError("findings: takes rules, each with off or a severity.")
        levels = {}
        for rule, level in value.items():
            if rule not in RULES:
                written = shown(rule)
                nearest = nearest_rule(written)
                raise ValidationError(f"{written} is no rule of findings; is it {nearest}?")
            levels[rule] = _level(rule, level)
        return levels


def _level(rule: str, level: object) -> Severity | None:
    # YAML 1.1, which MkDocs reads, takes a bare `off` for false.
    if level is False or level == OFF:
        return None
    try:
        return Severity(shown(level).strip("'"))
    except ValueError:
        known = ", ".join([OFF, *Severity])
        raise ValidationError(f"{rule}: {shown(level)} is none of {known}.") from None
