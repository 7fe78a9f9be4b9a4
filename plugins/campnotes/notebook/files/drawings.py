"""Clean an SVG drawing, so that it is a picture and nothing else at its own address too.

What an SVG may hold is an allowlist of elements. It is written anew from what the parser reads, so
that nothing is kept which we haven't understood:

- no script, no frame, no handler, no style sheet from elsewhere, no instruction to the parser;
- addresses lead into the drawing itself, or hold a picture's own bytes;
- of HTML in it (draw.io writes labels so), text and its marks.

The list is that of DOMPurify (cure53/DOMPurify, src/tags.ts), without what leads elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from campnotes.patterns import regex

MOST_BYTES = 10_000_000

_SVG = "http://www.w3.org/2000/svg"
_XHTML = "http://www.w3.org/1999/xhtml"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
# The attributes of other namespaces that are kept, as they are written.
_KNOWN_ATTRIBUTES = {
    (_XLINK, "href"): "xlink:href",
    (_XML, "space"): "xml:space",
    (_XML, "lang"): "xml:lang",
}
_BETWEEN = "}"  # a namespace and a name: no namespace holds it
_DRAWN = frozenset(
    "svg a altGlyph animate animateColor animateMotion animateTransform circle clipPath defs desc "
    "ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix "
    "feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB "
    "feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight "
    "feSpecularLighting feSpotLight feTile feTurbulence filter font foreignObject g glyph hkern "
    "image line linearGradient marker mask metadata mpath path pattern polygon polyline "
    "radialGradient rect set stop style switch symbol text textPath title tref tspan use view "
    "vkern".split()
)
_WRITTEN = frozenset(
    "div span p br b i u s em strong sub sup small font center ul ol li table thead tbody tr td th "
    "pre code h1 h2 h3 h4 h5 h6 hr".split()
)
_ANIMATIONS = frozenset({"animate", "animateColor", "animateMotion", "animateTransform", "set"})
_UNWANTED = frozenset({"metadata"})  # editors' notes: names of people and folders
# Elements that act, whose loss is worth telling; what editors leave behind isn't.
_ACTING = regex(r"script|handler|listener|iframe|object|embed|form|link|meta|base", re.I)
_LOCAL = regex(r"\s*(?:#|data:image/(?:png|jpe?g|gif|webp|bmp);)", re.I)
# What a style may not hold: other files, and escapes by which one could be written.
_REACHES_OUT = regex(
    r"\\|@import|@namespace|image-set|\bsrc\(|\bimage\(|expression|-moz-binding|behavior\s*:|"
    r"url\(\s*+['\"]?+\s*+(?!#|data:(?:image/(?:png|jpe?g|gif|webp|bmp)|font/|application/(?:x-)?font))",
    re.I,
)
_COMMENT = regex(r"/\*.*?(?:\*/|\Z)", re.S)


class UnreadableDrawingError(ValueError):
    """A file that is no SVG; its message says why."""


class CleanDrawing:
    """A drawing that was cleaned: its bytes, and whether something that acts was taken out."""

    def __init__(self, raw: bytes) -> None:
        if len(raw) > MOST_BYTES:
            raise UnreadableDrawingError(f"larger than {MOST_BYTES // 1_000_000} MB")
        self.has_lost = False
        self._parts: list[str] = []
        self._open: list[str] = []  # the elements around, as they are written
        self._style: list[str] | None = None  # the text of the style sheet that is being read
        self._skipped = 0  # how many elements are open that were left out
        self._read(raw)
        self.content = "".join(self._parts).encode()

    def _read(self, raw: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=_BETWEEN)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._refuse_entity
        try:
            parser.Parse(raw, True)
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise UnreadableDrawingError(str(error)) from error
        if not self._parts:
            raise UnreadableDrawingError("no svg element")

    def _refuse_entity(self, name: str, is_parameter: bool, value: str | None, *_: object) -> None:
        """Refuse what could reach other files or grow; Illustrator's own are short texts."""
        if is_parameter or value is None or "&" in value or "%" in value or len(value) > 200:
            raise ValueError(f"it declares the entity {name}")

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        namespace, local = _split(name)
        if self._skipped or not self._may_stand(namespace, local, attributes):
            self._skipped += 1
            acts = _ACTING.search(local) is not None
            self.has_lost = self.has_lost or acts
            return
        written = [f"<{local}"]
        written += self._namespaces(namespace, local)
        for key, value in attributes.items():
            attribute = self._attribute(key, value)
            written.append(attribute)
        written.append(">")
        self._parts += written
        self._open.append(local)
        if local == "style":
            self._style = []

    def _may_stand(self, namespace: str, local: str, attributes: Mapping[str, str]) -> bool:
        if not self._open:
            return (namespace, local) == (_SVG, "svg")
        if local in _UNWANTED or self._style is not None:
            return False
        if namespace == _XHTML:
            return local in _WRITTEN
        if local in _ANIMATIONS and not _is_harmless_animation(attributes):
            self.has_lost = True
            return False
        return namespace == _SVG and local in _DRAWN

    def _namespaces(self, namespace: str, local: str) -> list[str]:
        """Declare the namespace where it changes; there are three in all."""
        if not self._open:
            return [f' xmlns="{_SVG}" xmlns:xlink="{_XLINK}"']
        if namespace == _XHTML and self._open[-1] in _DRAWN - _WRITTEN:
            return [f' xmlns="{_XHTML}"']
        if namespace == _SVG and local == "svg":
            return [f' xmlns="{_SVG}"']
        return []

    def _attribute(self, key: str, value: str) -> str:
        namespace, local = _split(key)
        if not self._may_have(local, value):
            self.has_lost = True
            return ""
        name = _KNOWN_ATTRIBUTES.get((namespace, local), "")
        if not namespace:
            name = local
        return f" {name}={quoteattr(value)}" if name else ""

    def _may_have(self, local: str, value: str) -> bool:
        lower = local.lower()
        if lower.startswith("on"):
            return False
        if lower in {"href", "src"}:
            return _LOCAL.match(value) is not None
        if lower in {"base", "action", "formaction", "srcdoc", "ping", "data", "poster"}:
            return False
        return not _reaches_out(value)

    def _end(self, _name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        local = self._open.pop()
        if self._style is not None:
            self._parts.append(self._clean_style("".join(self._style)))
            self._style = None
        self._parts.append(f"</{local}>")

    def _clean_style(self, text: str) -> str:
        plain = _COMMENT.sub("", text)
        if _reaches_out(plain):
            self.has_lost = True
            return ""
        return escape(plain)

    def _text(self, text: str) -> None:
        if self._skipped:
            return
        if self._style is not None:
            self._style.append(text)
        elif self._open:
            self._parts.append(escape(text))


def _split(name: str) -> tuple[str, str]:
    """A namespace, which may be `""`, and the name in it."""
    namespace, _, local = name.rpartition(_BETWEEN)
    return namespace, local


def _reaches_out(style: str) -> bool:
    """Tell whether a style, or an attribute that may hold one, asks for another file."""
    return _REACHES_OUT.search(style) is not None


def _is_harmless_animation(attributes: Mapping[str, str]) -> bool:
    """Tell whether an animation changes how something looks, and not where it leads."""
    changed = attributes.get("attributeName", "").lower()
    return not changed.startswith("on") and "href" not in changed and "src" not in changed
