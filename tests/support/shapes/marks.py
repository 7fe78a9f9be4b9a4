"""Marks of other tools than GitHub: wikilinks, boxes, attributes, Liquid's tags."""

from __future__ import annotations

from support.growth import Shape
from support.shapes.making import numbered, repeated, written


def _named(n: int) -> dict[str, str]:
    """n notes, and one in which all of them are named."""
    notes = {f"{number}.md": f"# 경사 하강법 {number}\n" for number in range(n)}
    notes["names.md"] = "\n".join(f"경사 하강법 {number}을 썼다." for number in range(n))
    return notes


def _one_name(n: int) -> dict[str, str]:
    """n notes of one file's name, and n wikilinks to that."""
    notes = {f"{number}/정리.md": "# 정리\n" for number in range(n)}
    notes["links.md"] = "[[정리]]\n" * n
    return notes


def _aliases(n: int) -> dict[str, str]:
    notes = {f"{number}.md": f"---\naliases: [별칭 {number}]\n---\n" for number in range(n)}
    notes["links.md"] = "\n".join(f"[[별칭 {number}]]" for number in range(n))
    return notes


MARKS: tuple[Shape, ...] = (
    repeated("[[a", "[[a "),
    repeated("[[a|", "[[a|"),
    repeated("[[a#", "[[a#b"),
    repeated("wikilinks", "[[a]] "),
    numbered("different wikilinks on lines", "[[a#N]]\n"),
    repeated("embeds apart", "![[a]]\n\n"),
    repeated("embedded images", "![[a.png|300]] "),
    repeated("callouts", "> [!tip]- a\n> b\n\n"),
    repeated("callouts of one line", "> [!tip] a\n"),
    written(
        "callouts nested", lambda n: "".join("> " * min(i + 1, 60) + "[!tip]\n" for i in range(n))
    ),
    repeated(":::info", ":::info\n"),
    repeated(":::info closed", ":::info\na\n:::\n"),
    written(":::info nested", lambda n: ":::info\n" * n + ":::\n" * n),
    repeated("<aside>", "<aside>\n"),
    written("<aside> nested", lambda n: "<aside>\n" * n + "</aside>\n" * n),
    repeated("<style> open", "<style>\n\n"),
    repeated("<div> and <style>", "<div>\n<style>\n\n</style>\n\n"),
    repeated("[TOC] on lines", "[TOC]\n"),
    repeated("[toc] and its definition", "[toc]\n", after="\n[toc]: a\n"),
    repeated("{: .a} on lines", "a\n{: .a}\n"),
    repeated("{: .a .a", "[a](b){: " + ".a " * 50),
    repeated("[a](b){: .a}", "[a](b){: .a}"),
    repeated("* TOC", "* TOC\n{:toc}\n"),
    repeated("# a {#a}", "# a {#a}\n"),
    repeated("{ of a heading", "{", before="# a "),
    repeated("{% hint %}", "{% hint %}\n"),
    repeated("{% hint %} closed", "{% hint %}\na\n{% endhint %}\n"),
    repeated("{% tabs %}", '{% tabs %}\n{% tab title="a" %}\na\n{% endtab %}\n{% endtabs %}\n'),
    repeated("{% code %}", '{% code title="a" %}\n```\na\n```\n{% endcode %}\n'),
    repeated("{% highlight %}", "{% highlight python %}\n"),
    repeated("{% highlight %} closed", "{% highlight python %}\na\n{% endhighlight %}\n"),
    repeated("{% comment %}", "{% comment %}\n"),
    repeated("{% in a line", "{% raw "),
    repeated("{%youtube a %}", "{%youtube a %}\n"),
    repeated("{{ site.baseurl }}", "[a]({{ site.baseurl }}/a.md) "),
    repeated("{{ in a line", '{{ "a" | '),
    repeated("{{ and `", "{{ `"),
    repeated("{{ and growing `", "{{ `` ` ```"),
    repeated("{{ and a run of `", "`", before="{{ "),
    written("an item of :::info nested", lambda n: "- a\n\n" + "  :::info\n" * n + "  :::\n" * n),
    repeated("![](a =", "![](a ="),
    repeated("![](a =300x)", "![](a =300x)"),
    repeated("```python=", "```python=\n```\n"),
    repeated("==", "=="),
    repeated("==a", "==a "),
    repeated("==a==", "==a== "),
    repeated("%%", "%% a ", before="[[a]]"),
    repeated("%% on lines", "%%\n", before="[[a]]\n\n"),
    repeated(" ^a", " ^a", before="[[a]]"),
    repeated("colours", "\x1b[31ma"),
    repeated("colours open", "\x1b[31"),
    repeated("+++", "a = 1\n", before="+++\n", after="+++\n"),
    Shape("notes that are named", _named),
    Shape("notes of one name, linked by it", _one_name),
    Shape("notes linked by an alias", _aliases),
)
