"""What the search dialog offers to somebody who has typed nothing yet."""

from __future__ import annotations

from collections.abc import Iterator

from campnotes.linking.model import Person
from campnotes.site.model import Site

LONGEST_TOPIC = 20  # characters: an example is read at a glance
FEWEST_LETTERS = 2


def search_examples(site: Site) -> tuple[str, ...]:
    """Choose a person, a topic and a week of a notebook, as far as it has any.

    - The person is who presented most.
    - The topic is the last that was presented whose title is short.
    - The week is the last.

    Example:
        ("김나래", "인덱스", "2주차")
    """
    found = (*_people(site), *_topics(site), *_weeks(site))
    return tuple(dict.fromkeys(found))


def _people(site: Site) -> Iterator[str]:
    people = [person for person in site.notebook.people if person.presentations]
    if people:
        busiest = max(people, key=_presented)
        yield busiest.name


def _presented(person: Person) -> int:
    return len(person.presentations)


def _topics(site: Site) -> Iterator[str]:
    for note in reversed(site.notebook.notes):
        for presentation in note.presentations:
            topic = presentation.topic
            if FEWEST_LETTERS <= len(topic) <= LONGEST_TOPIC:
                yield topic
                return


def _weeks(site: Site) -> Iterator[str]:
    weeks = [note.place.week for note in site.notebook.notes]
    told = [week for week in weeks if week is not None]
    if told:
        label = site.translate("Week {week}")
        yield label.format(week=max(told))
