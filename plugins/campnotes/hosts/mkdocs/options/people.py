"""The option `people:` in `mkdocs.yml`: what is told about people, by their names."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ValidationError
from msgspec.structs import replace

from campnotes.hosts.mkdocs.options.text import Text
from campnotes.rules import N_
from campnotes.settings import PersonSettings
from campnotes.user_language import say

_AS = "as"  # no name for an attribute
_NO_PEOPLE = N_("people: takes names, each with aliases: and accounts:.")
_CIRCLE = N_("as: leads in a circle: {chain}.")


class PersonOptions(Config):
    """What is told about one person."""

    # Other names in the notes: `[서진, sj]`.
    aliases = c.ListOfItems(Text(), default=[])
    # Names on GitHub, whose repositories hold this person's material: `[seojin-notes]`.
    accounts = c.ListOfItems(Text(), default=[])
    # Whether the person is on no page and in nothing else that is published.
    hidden = c.Type(bool, default=False)


class People(c.OptionallyRequired[dict[str, PersonSettings]]):
    """People by name: `전준영: {aliases: [준영]}`, `Narae: {as: 김나래}`, `박도윤: {hidden: true}`.

    - `as` merges a person into another, or gives a person another name. The name that it stands at
      becomes an alias of the other one, and its aliases and accounts are the other's too.
    - Of `hidden` people nothing is published but what notes say themselves.
    """

    def run_validation(self, value: object) -> dict[str, PersonSettings]:
        if not isinstance(value, dict):
            raise ValidationError(say(_NO_PEOPLE))
        people = {}
        shown_as = {}
        text = Text()
        for key, given in value.items():
            name = text.run_validation(key)
            told = given
            if isinstance(given, dict):
                told = dict(given)
                other = told.pop(_AS, None)
                if other is not None:
                    shown_as[name] = text.run_validation(other)
            people[name] = _person(name, told)
        return _merged(people, shown_as)


def _person(name: str, given: object) -> PersonSettings:
    """Check what is told about one person; a name with nothing behind it is allowed."""
    person = PersonOptions()
    if isinstance(given, dict):
        person.load_dict(given)
    elif given is not None:
        person.load_dict({"": given})  # which is refused as an option that isn't known
    failed, warned = person.validate()
    for key, problem in (*failed, *warned):
        raise ValidationError(f"{name}: {key}: {problem}")
    return PersonSettings(
        aliases=tuple(person.aliases),
        accounts=tuple(person.accounts),
        hidden=person.hidden,
    )


def _merged(
    people: Mapping[str, PersonSettings], shown_as: Mapping[str, str]
) -> dict[str, PersonSettings]:
    """The people, of whom those with `as` are merged into the people that it names."""
    merged = {name: person for name, person in people.items() if name not in shown_as}
    for name in shown_as:
        target = _target(name, shown_as)
        one = merged.get(target, PersonSettings())
        other = people[name]
        merged[target] = replace(
            one,
            aliases=(*one.aliases, name, *other.aliases),
            accounts=(*one.accounts, *other.accounts),
            hidden=one.hidden or other.hidden,
        )
    return merged


def _target(name: str, shown_as: Mapping[str, str]) -> str:
    """Under which name a person is shown in the end."""
    passed = [name]
    while name in shown_as:
        name = shown_as[name]
        if name in passed:
            chain = " → ".join([*passed, name])
            raise ValidationError(say(_CIRCLE, chain=chain))
        passed.append(name)
    return name
