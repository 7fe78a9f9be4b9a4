"""Names that no id of a note may have, since a page's scripts could mean something else by them.

An element with an id is a property of `window` by that name (HTML, named access on the Window object):
below a heading `# Mermaid`, `mermaid` is the heading, and not the library.
"""

from __future__ import annotations

import re

from campnotes.patterns import regex

# What GitHub puts in front of the ids of a note.
PREFIX = "user-content-"

# Ids of the theme, of the parts that stand around a note, and those that are told apart already.
_BEGINNINGS = ("_", "campnotes-", PREFIX)
# Headings have no capitals in their anchors, but scripts in their names: `MathJax`, `dataLayer`.
_IN_CAPITALS = regex(r"(?=.*[A-Z$])[A-Za-z$][\w$]*", re.ASCII)
# Names in small letters: the properties of Chromium's `window`, `document` and forms; what module
# loaders, KaTeX and Mermaid look for; and the libraries that authors of sites often add.
_NAMES = frozenset(
    """
    action after alert all amd anchors animate append applets atob attributes autocapitalize
    autocomplete autocorrect autofocus before blur body btoa charset children chrome clear
    click close closed closest confirm console constructor contains cookie credentialless
    crypto d3 dataset define dir doctype document domain draggable elements embeds encoding
    enctype escape eval evaluate event exports external fence fetch find focus fonts forms
    frames fullscreen ga giscus global gtag head hidden history hljs html id images
    implementation inert jquery katex lang length links location locationbar lunr main
    matches mathjax menubar mermaid method module name nav navigation navigator nonce
    normalize onabort onafterprint onanimationcancel onanimationend onanimationiteration
    onanimationstart onappinstalled onauxclick onbeforecopy onbeforecut onbeforeinput
    onbeforeinstallprompt onbeforematch onbeforepaste onbeforeprint onbeforetoggle
    onbeforeunload onbeforexrselect onblur oncancel oncanplay oncanplaythrough onchange
    onclick onclose oncommand oncontentvisibilityautostatechange oncontextlost oncontextmenu
    oncontextrestored oncopy oncuechange oncut ondblclick ondrag ondragend ondragenter
    ondragleave ondragover ondragstart ondrop ondurationchange onemptied onended onerror
    onfocus onformdata onfreeze onfullscreenchange onfullscreenerror ongamepadconnected
    ongamepaddisconnected ongotpointercapture onhashchange oninput oninvalid onkeydown
    onkeypress onkeyup onlanguagechange onload onloadeddata onloadedmetadata onloadstart
    onlostpointercapture onmessage onmessageerror onmousedown onmouseenter onmouseleave
    onmousemove onmouseout onmouseover onmouseup onmousewheel onoffline ononline onpagehide
    onpagereveal onpageshow onpageswap onpaste onpause onplay onplaying onpointercancel
    onpointerdown onpointerenter onpointerleave onpointerlockchange onpointerlockerror
    onpointermove onpointerout onpointerover onpointerup onpopstate onprerenderingchange
    onprogress onratechange onreadystatechange onrejectionhandled onreset onresize onresume
    onscroll onscrollend onscrollsnapchange onscrollsnapchanging onsearch
    onsecuritypolicyviolation onseeked onseeking onselect onselectionchange onselectstart
    onslotchange onstalled onstorage onsubmit onsuspend ontimeupdate ontoggle
    ontransitioncancel ontransitionend ontransitionrun ontransitionstart
    onunhandledrejection onunload onvisibilitychange onvolumechange onwaiting
    onwebkitanimationend onwebkitanimationiteration onwebkitanimationstart
    onwebkitfullscreenchange onwebkitfullscreenerror onwebkittransitionend onwheel open
    opener origin parent part performance personalbar plotly plugins popover prefix prepend
    prerendering print process prompt pseudo referrer rel remove require reset role
    scheduler screen scripts scroll scrollbars self slot spellcheck status statusbar stop
    style submit target timeline title toolbar top translate undefined unescape vega
    viewport when window write writeln
    """.split()
)


def is_reserved(anchor: str) -> bool:
    """Tell whether an id by this name could be taken for something of the page.

    For example, `mermaid`, `__search` and `MathJax` could; `강의-정리` and `attention` couldn't.
    """
    if anchor in _NAMES or anchor.startswith(_BEGINNINGS):
        return True
    return bool(_IN_CAPITALS.fullmatch(anchor))
