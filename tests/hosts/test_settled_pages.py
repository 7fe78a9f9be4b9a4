"""What Material's script would do to a page, or our head says already, isn't left to the browser."""

from __future__ import annotations

from campnotes.hosts.mkdocs.theme.edit_button import without_second_edit
from campnotes.hosts.mkdocs.theme.settled_code import with_settled_code
from campnotes.rendering.code import render_code

BUTTON = '<a href="e/a.md" title="Edit" class="md-content__button md-icon" rel="edit"><svg/></a>'
OURS = '<a href="e/a.md" rel="edit noopener">Edit</a>'


def test_code_has_its_lines_laid_out_from_the_beginning() -> None:
    page = with_settled_code(render_code("a = 1\nb = 2\n", "python", number=1))
    assert '<code class="md-code__content"><span id="code-1-1">' in page
    in_text = "<p><code>a</code></p>"
    assert with_settled_code(in_text) == in_text


def test_a_note_is_edited_by_one_link() -> None:
    assert without_second_edit(f"{BUTTON}<p>{OURS}</p>") == f"<p>{OURS}</p>"
    assert without_second_edit(f"{BUTTON}<p>글</p>") == f"{BUTTON}<p>글</p>"
