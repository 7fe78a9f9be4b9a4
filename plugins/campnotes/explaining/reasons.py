"""The words of explanations, in English; the catalogues have them in other languages.

They are for those who wrote the notes, so they say what stands where, and no rule's name.
"""

from __future__ import annotations

from collections.abc import Mapping

from campnotes.explaining.model import Subject
from campnotes.notebook.place import Kind
from campnotes.rules import N_

# What an explanation is about. Those without a line come first, each on a line of its own.
PLACES: Mapping[Subject, str] = {
    Subject.NOTE: N_("Note"),
    Subject.KIND: N_("Kind"),
    Subject.WEEK: N_("Week"),
    Subject.DAY: N_("Day"),
    Subject.DATE: N_("Date"),
    Subject.TITLE: N_("Title"),
    Subject.TOPIC: N_("Topic"),
}
LISTS: Mapping[Subject, str] = {
    Subject.PRESENTATION: N_("Presentations"),
    Subject.QUESTION: N_("Questions"),
    Subject.PERSON: N_("People"),
    Subject.NOT_TAKEN: N_("Not taken for anybody"),
}

KINDS: Mapping[str, str] = {
    Kind.DAY: N_("Day note"),
    Kind.WEEK: N_("Week note"),
    Kind.LECTURE: N_("Study note"),
    Kind.RETROSPECTIVE: N_("Retrospective"),
    Kind.PAGE: N_("Page"),
    Kind.TEMPLATE: N_("Template"),
}

ROLES: Mapping[str, str] = {
    "presenter": N_("presents"),
    "moderator": N_("moderates"),
    "scribe": N_("takes the minutes"),
    "attendee": N_("attends"),
    "asker": N_("asks"),
    "mentioned": N_("is mentioned"),
}

REASONS: Mapping[str, str] = {
    # Whatever the subject.
    "front-matter": N_("The front matter says so: `{field}:`."),
    "rule": N_("By the rule “{rule}”."),
    "notebook": N_("The rest of the notebook tells it (rule “{rule}”)."),
    "withheld": N_("It isn't on the site, since it says `{field}`."),
    "excluded": N_("It isn't on the site, since mkdocs.yml leaves it out."),
    # Kinds.
    "kind-day": N_("Its path, its title or its front matter tells a day or a date."),
    "kind-retrospective-name": N_("Its name, or its folder's, says 회고 or “retrospective”."),
    "kind-retrospective-title": N_("Its title ends with 회고 or “retrospective”."),
    "kind-retrospective-folder": N_(
        "A folder around it is called 회고, “retrospective” or the like."
    ),
    "kind-beside-days": N_("It is of a week's free days, or beside its days without being one."),
    "kind-week-note": N_("It stands in a week, and `{name}` is a name for a whole week's note."),
    "kind-in-week": N_("It stands in a week, and nothing tells its day."),
    "kind-lecture-name": N_("Its name has the number of a lecture, or says “lecture”."),
    "kind-lecture-folder": N_("A folder around it has the number of a lecture, or says “lecture”."),
    "kind-lecture-title": N_("Its title begins with the number of a lecture."),
    "kind-course-level": N_("It stands in the folder of a level of the course, and is of no day."),
    "kind-topic": N_("It is on a topic, and nothing tells a day or a week."),
    "kind-dated-title": N_("Its title tells a date."),
    "kind-dated-session": N_("The session in it tells a date."),
    "kind-exercise": N_("Its name is that of a solved problem, which is only dated."),
    "kind-blank-form": N_("It is an empty form: there is hardly anything in it but headings."),
    "kind-page": N_(
        "It is about the notebook, only lists links, or has nothing of its own; "
        "and nothing tells a day or a week."
    ),
    # Weeks and days.
    "in-path": N_("It stands in the path: `{part}`."),
    "in-heading": N_("The note's first heading says it: “{text}”."),
    "layout": N_("The option `layout:` reads it off the path: `{pattern}`."),
    "week-of-date": N_("It is the week of {date}, counted from `start:` in mkdocs.yml."),
    "listed": N_("Another note, which lists this one, tells it."),
    "where-date-lies": N_("It is where {date} lies, counted from the days whose dates are known."),
    "section-is-day": N_("A section of this week's note is a day of its own: “{text}”."),
    "section-date": N_("Its date is {date}."),
    "path-doubted": N_(
        "The path tells {number}, but this notebook counts otherwise. "
        "If it is right, write it into the front matter."
    ),
    "unknown": N_("Nothing tells it. You can: write `{field}:` into the front matter."),
    # Dates.
    "date-written": N_("It is written on this line."),
    "date-listed": N_("Another note, which lists this one, tells it."),
    "date-counted": N_("Day {day}, counted from `start: {start}` in mkdocs.yml without free days."),
    "date-counted-from-others": N_("Counted from the dates of other days."),
    "date-git": N_("Git tells when the file was first committed. Nothing else tells a date."),
    "year-of-start": N_("The year is that of `start: {start}` in mkdocs.yml."),
    "year-settled": N_(
        "The year is that of the notebook's other dates, or else of the first commit in Git."
    ),
    "date-unknown": N_(
        "Nothing tells it. You can: `date:` in the front matter, or `start:` in mkdocs.yml."
    ),
    "date-without-year": N_(
        "It tells the {day} of month {month}, but nothing tells the year. `start:` in mkdocs.yml would."
    ),
    # Titles.
    "title-heading": N_("The heading on this line stands for the whole note."),
    "title-completed": N_("The heading on this line is a form's, completed by the note's place."),
    "title-place": N_("No heading tells this note from others, so its day, date or week does."),
    "title-month": N_("No heading tells this note from others, so the month of its folder does."),
    "title-place-heading": N_(
        "Other notes have this heading too, so it stands behind the place or folder."
    ),
    "title-place-name": N_(
        "No heading stands for the whole note: its place and the file's name do."
    ),
    "title-folder-name": N_(
        "No heading stands for the whole note: its folder's and file's names do."
    ),
    "title-notebook": N_("No heading of this README names the notebook, so the site's name does."),
    "title-beside-others": N_("Others beside it have this title, so the file's name is added."),
    "title-name": N_("No heading stands for the whole note, so the file's name does."),
    # Topics.
    "topic-studied": N_(
        "The note lists it as studied, and its title doesn't say what it is about."
    ),
    "topic-heading": N_("It is a heading that other notes haven't, and the title says no more."),
    "topic-opening": N_("The note opens with it, and nothing else in it tells more."),
    "topic-link": N_("It is the first that the note links, and the title says no more."),
    "topic-presentation": N_("It was presented, and the title doesn't say what the note is about."),
    "topic-question": N_("The note is a list of questions, of which this is the first."),
    # Presentations.
    "presented": N_("Presented by {presenters}. Links: {materials}, questions: {questions}."),
    "presented-by-nobody": N_(
        "Nothing tells who presented it. Links: {materials}, questions: {questions}."
    ),
    "presented-on": N_("The date that stands with it is {date}."),
    "presented-elsewhere": N_("Another note links here from a presentation by {presenters}."),
    # Questions.
    "question-mark": N_("A mark before or above it says that it is asked: `Q.` or the like."),
    "question-title": N_(
        "It stands under a title, in a file or in a folder of questions, and asks."
    ),
    "question-talk": N_("It ends as a question where people talk."),
    "question-table": N_("It stands in a table's column of questions."),
    "question-study": N_("The note asks it and answers it itself."),
    "question-list": N_("Most of what stands beside it asks, too."),
    # People.
    "form": N_("It is written like “{form}”."),
    "told": N_("mkdocs.yml tells this name under `people:`."),
    "announced": N_("The words beside it announce a name."),
    "asks": N_("The question on this line says who asks it."),
    "account": N_("An account with @ is somebody's."),
    "honorific": N_("It is written with 님 or the like, as only names are."),
    "full-name": N_("It is a surname with a given name, and hardly another word."),
    "neighbours": N_("Others beside it, written in the same way, are names too."),
    "elsewhere": N_("By itself it could be another word, but elsewhere {name} is certainly named."),
    "short-name": N_("“{raw}” can only be {name}: nobody else here has this name."),
    "other-name": N_("“{raw}” is another name of {name}."),
    # Who wasn't taken for anybody.
    "ambiguous": N_("It may be any of {candidates}. Write the full name."),
    "nobody-known": N_("Nobody with this name is certainly named anywhere in the notebook."),
    "no-neighbours": N_("It may be a word: too few others are written like this beside it."),
    "unconfirmed": N_("It may be a word, and no other place in the notebook says it is a name."),
    "no-name": N_("It can't be a name: a word for a state, a role or everybody, or too long."),
    "outside-session": N_(
        "It stands in no peer session. A heading such as “## 피어세션” begins one."
    ),
    "teaches": N_("It is somebody who teaches, and not of those who present here."),
    "planned": N_("It tells of something yet to come."),
    "talking": N_("It stands where everybody says something: status, questions, a retrospective."),
    "report": N_("What stands beside it tells what somebody did or said, and is no topic."),
    "running-text": N_(
        "It stands in running text. A presentation has a heading, an item or a label."
    ),
    "left-out": N_("It looks like a name, but what stands around it speaks against a presenter."),
}

NOTHING = N_("Nothing is read from this line.")
ADVICE = N_(
    "If somebody is missing, write `presenters: [NAME]` into the front matter, "
    "or the name under `people:` in mkdocs.yml."
)
TAKEN = N_("{name} (“{raw}”, {role})")
NOT_TAKEN = N_("“{raw}”")
LINE = N_("line {line}")
SEE = N_("See {place}.")
UNKNOWN = N_("unknown")
