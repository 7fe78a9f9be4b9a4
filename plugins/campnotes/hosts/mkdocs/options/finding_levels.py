"""The option `findings`, which gives rules another severity or has them off."""

from __future__ import annotations

from mkdocs.config import config_options as c
from mkdocs.config.base import ValidationError

from campnotes.finding import nearest_rule
from campnotes.notebook.plain_text import shown
from campnotes.rules import N_, RULES, Severity
from campnotes.user_language import say

OFF = "off"
_NO_RULES = N_("findings: takes rules, each with off or a severity.")
_NO_RULE = N_("{written} is no rule of findings; is it {nearest}?")
_NO_LEVEL = N_("{rule}: {level} is none of {known}.")


class FindingLevels(c.OptionallyRequired[dict[str, Severity | None]]):
    """Severities by rule, `None` for off: `{image-large: off, link-target-missing: error}`."""

    def run_validation(self, value: object) -> dict[str, Severity | None]:
        if not isinstance(value, dict):
            raise ValidationError(say(_NO_RULES))
        levels = {}
        for rule, level in value.items():
            if rule not in RULES:
                written = shown(rule)
                nearest = nearest_rule(written)
                message = say(
                    _NO_RULE,
                    written=written,
                    nearest=nearest,
                )
                raise ValidationError(message)
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
        message = say(
            _NO_LEVEL,
            rule=rule,
            level=shown(level),
            known=known,
        )
        raise ValidationError(message) from None
