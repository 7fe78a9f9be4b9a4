"""Lead the presentations of a note to their people and materials, and date them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from campnotes.linking.lines import ByLine
from campnotes.linking.model import LinkedLink, LinkedPresentation, Outcome
from campnotes.linking.people.directory import Directory
from campnotes.linking.presentations.dating import date_of
from campnotes.linking.presentations.to_come import Dated, already_given
from campnotes.linking.questions import link_questions
from campnotes.linking.surroundings import Surroundings
from campnotes.parsing.links import Link
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.outline import Heading
from campnotes.parsing.sessions import Presentation


def link_presentations(
    parsed: ParsedNote, links: Sequence[LinkedLink], surroundings: Surroundings
) -> tuple[LinkedPresentation, ...]:
    """The presentations of a note that were given, with their people, dates and materials."""
    place = surroundings.places[parsed.path]
    linked_links = dict(zip(parsed.links, links, strict=True))
    headings = ByLine.of(parsed.headings)
    all_dated = []
    for presentation in parsed.presentations:
        when = date_of(presentation.written_date, place, surroundings)
        # One whose names turn out to be nobody's is none.
        if not presentation.presenters or _is_somebodys(presentation, surroundings.directory):
            dated = Dated(presentation, when)
            all_dated.append(dated)
    presentations = []
    for dated in already_given(all_dated, parsed, place):
        linked = _link_presentation(
            dated,
            headings=headings,
            links=linked_links,
            surroundings=surroundings,
        )
        presentations.append(linked)
    return tuple(presentations)


def _is_somebodys(presentation: Presentation, directory: Directory) -> bool:
    """Tell whether a presentation has a presenter, even one who is hidden."""
    names = [person.name for person in presentation.presenters]
    known = filter(directory.is_name, names)
    return any(known)


def _link_presentation(
    dated: Dated,
    *,
    headings: ByLine[Heading],
    links: Mapping[Link, LinkedLink],
    surroundings: Surroundings,
) -> LinkedPresentation:
    presentation = dated.presentation
    directory = surroundings.directory
    asked = presentation.questions
    names = [directory.find(person.name) for person in presentation.presenters]
    known = dict.fromkeys(name for name in names if name is not None)
    linked = [links[link] for link in presentation.materials]
    materials = [material for material in linked if material.outcome is not Outcome.TEXT]
    heading = headings.at(presentation.line)
    return LinkedPresentation(
        line=presentation.line,
        topic=presentation.topic,
        anchor=heading.anchor if heading else "",
        presenters=tuple(known),
        materials=_each_address_once(materials),
        questions=link_questions(asked, directory, surroundings.questions_of_forms),
        date=dated.when,
        rule=presentation.rule,
    )


def _each_address_once(materials: Sequence[LinkedLink]) -> tuple[LinkedLink, ...]:
    """The materials without repetitions: the first link to each address, where its last one is."""
    by_address: dict[str, LinkedLink] = {}
    for material in materials:
        address = material.canonical or material.link.url
        first = by_address.pop(address, material)
        by_address[address] = first
    return tuple(by_address.values())
