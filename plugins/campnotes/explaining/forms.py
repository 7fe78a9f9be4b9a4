"""The forms by which people are named, asked of the recognisers in one place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from campnotes.parsing.presenters import RECOGNISERS, Form, NamedPerson, roles


def presenter_forms() -> Iterator[Form]:
    """All forms of naming presenters, in the order in which they are tried."""
    for recogniser in RECOGNISERS:
        yield from recogniser.forms


def form_of(person: NamedPerson) -> Form | None:
    """The form by which somebody was named, if it is known."""
    by_rule = _forms_by_rule()
    return by_rule.get(person.rule)


@cache
def _forms_by_rule() -> Mapping[str, Form]:
    of_roles = [role.form for role in roles.FORMS]
    forms = [*presenter_forms(), *of_roles]
    return {form.rule: form for form in forms}
