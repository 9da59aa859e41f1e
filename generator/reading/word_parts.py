"""The parts of a Word document as its reader sees them: without what is hidden, deleted or moved away, and without the
marks of notes; what the notes say is given apart."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off", "none"})
_GONE = tuple(_W + name for name in ("del", "moveFrom", "footnoteReference", "endnoteReference", "commentReference"))
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_WHITE = frozenset({"FFFFFF", "FEFEFE", "FDFDFD"})
_TINY = 4  # half points
_STYLES = "word/styles.xml"


def shown_parts(parts: Mapping[str, etree._Element]) -> bytes:
    """A Word document of `parts`, the roots of its XML by name, without what a reader of it does not see. The roots are
    changed."""
    styles = parts.get(_STYLES)
    hidden = frozenset(_hidden_styles(styles)) if styles is not None else frozenset()
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, root in parts.items():
            if name.startswith("word/") and name != _STYLES:
                _strip(root, hidden)
            archive.writestr(name, etree.tostring(root, encoding="UTF-8", xml_declaration=True))
    return out.getvalue()


def notes(parts: Mapping[str, etree._Element]) -> Iterator[str]:
    """The texts of the footnotes and endnotes, in their order."""
    for name in _NOTES:
        root = parts.get(name)
        for note in root if root is not None else ():
            text = " ".join("".join(t.text or "" for t in note.iter(_W + "t")).split())
            if text:
                yield text


def _strip(root: etree._Element, hidden: frozenset[str]) -> None:
    for element in list(root.iter(*_GONE)):
        _remove(element)
    for run in list(root.iter(_W + "r")):
        if _is_hidden(run, hidden):
            _remove(run)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _is_hidden(run: etree._Element, hidden: frozenset[str]) -> bool:
    """Whether a run is not seen: by what is said of it, or else by its style or that of its paragraph."""
    own = run.find(_W + "rPr")
    said = _says_hidden(own) if own is not None else None
    if said is not None:
        return said
    paragraph = next(run.iterancestors(_W + "p"), None)
    style = None if paragraph is None else paragraph.find(f"{_W}pPr/{_W}pStyle")
    named = (None if own is None else own.find(_W + "rStyle"), style)
    return any(one is not None and one.get(_W + "val") in hidden for one in named)


def _hidden_styles(root: etree._Element) -> Iterator[str]:
    """The names of the styles whose text is not seen, by themselves or by the styles that they are based on."""
    styles = {style.get(_W + "styleId") or "": style for style in root.iter(_W + "style")}
    for name in styles:
        seen: set[str] = set()
        base = name
        while base in styles and base not in seen:
            seen.add(base)
            said = _says_hidden(styles[base].find(_W + "rPr"))
            if said is not None:
                if said:
                    yield name
                break
            above = styles[base].find(_W + "basedOn")
            base = "" if above is None else above.get(_W + "val") or ""


def _says_hidden(props: etree._Element | None) -> bool | None:
    """Whether properties say that text is not seen: hidden, white on no ground of its own, or of hardly any size; None
    where they say nothing of it."""
    if props is None:
        return None
    vanish = _value(props, "vanish", "1")
    if vanish is not None:
        return vanish.lower() not in _OFF
    ground = props.find(_W + "shd") is not None or props.find(_W + "highlight") is not None
    white = (_value(props, "color", "") or "").upper() in _WHITE and not ground
    return white or _is_tiny(_value(props, "sz", "")) or None


def _value(props: etree._Element, name: str, otherwise: str) -> str | None:
    found = props.find(_W + name)
    return None if found is None else found.get(_W + "val") or otherwise


def _is_tiny(size: str | None) -> bool:
    return bool(size) and str(size).isdigit() and int(str(size)) < _TINY
