"""Twice as much of anything takes about twice as long; the whole table is `make growth`."""

from __future__ import annotations

import pytest

from support.growth import MOST_RATIO, Shape, measure
from support.shapes import SHAPES

SECONDS = 0.005  # of CPU, that the smaller of two notebooks takes at least
# What took the square of its size, or would if it were read from its beginning for each.
WATCHED = """
[
![
[[
[a
[a closed once
[a](
links in a line
different web links in a line
links to different anchors
links to our repository
brackets nested
links nested
[a] with one definition
definitions and uses
backslashes before brackets
(
*a
*a**
**a *
*_~
가**(나)
**가(나)**다 on lines
code of growing runs
`
$a
$a$b
&
&a
backslashes
shortcodes
http://
http://a_b.c/
http://a.example/n apart
(http://a_b.c
[http://a_b.c
www. apart
(www.a_b.c
*www.a_b.c
_www._
one address
one host of parts with _
an address with brackets behind
a@b.
long before @
<
<a
<a href='b
<!--
<?
<![CDATA[
attributes of a tag
srcset
elements nested
footnotes
one word of Hangul
words of Hangul
? and spaces
spaces
윤서진님
day31.md
a.md
7주차 3일차
week and zeros
# Sep
# Sepa
# signs
# digits
발표자: on lines
headings
headings of one text
headings a-n and a
HTML headings with ids
# 목차 with a list
contents
contents without anchors
contents with wrong anchors
contents of nothing
contents, many equal
contents, bare, of nothing
contents in wrong order
contents of bold texts
contents in HTML
a contents on a line, numbered
ids in HTML and links to them
loose anchors
missing anchors
a list
lists nested
quotes nested
rows of a table
columns of a table
tables apart
rows with open tags
lines of code
fences of Python
code of <! in HTML
code of brackets
formulas open
<div> and <a
<div> and <a on lines
<div> and <a href="
<div> and </a
<div> and <!
<div> and <!--
<div> and <?
<div> and <![
<div> and <![CDATA[
<div> and <![CDATA[ ]]>
<div> and links on lines
<div> and <b></p>
<div> and <table>
<div>
<div> apart
<pre> on lines
<b> apart
presenters
presenters in a list
different presenters
labels
names of one list
names under a bare label
unsure presenters
presenters with questions
questions with answers in a list
marks without questions
questions nested by names
a question with answers
nested topics
materials of one presenter
names of front matter
different tags
a long title
notes
notes of one name, mentioned
notes that link one
notes that link none
notes that link one reference
notes that mention a day
notes with other presenters
notes with people of one name
people of one slug
READMEs
notes with findings
one note links all
one note links all wrongly
one note links one anchor of a long note
many findings in a long note
[[a|
different wikilinks on lines
callouts nested
:::info
:::info nested
<div> and <style>
[toc] and its definition
{: .a .a
{% hint %}
{{ and growing `
{{ and a run of `
an item of :::info nested
==a
%% on lines
notes that are named
notes of one name, linked by it
"""
BY_NAME = {shape.name: shape for shape in SHAPES}
SHAPES_WATCHED = [BY_NAME[name] for name in WATCHED.strip("\n").split("\n")]


@pytest.mark.parametrize("shape", SHAPES_WATCHED, ids=str)
def test_twice_as_much_takes_twice_as_long(shape: Shape) -> None:
    growth = measure(shape, seconds=SECONDS)
    assert growth.ratio < MOST_RATIO, f"{growth.n}: {growth.seconds} s, then {growth.doubled} s"


def test_each_shape_has_a_name_of_its_own() -> None:
    assert len(BY_NAME) == len(SHAPES)
