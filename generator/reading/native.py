"""The parsers that a hostile file could make run wild or crash: PDF (C++), DOCX and RTF. They run in a child process
with limits on time and memory, so this module imports nothing of ours, and gives and takes plain data only."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from io import BytesIO
from typing import Any

_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY, _TIMES_PACKED = 2_000, 4
_HYPHEN = "\x02"
SUPER = "\ue010"
_LIGATURES = {"\x0b": "ff", "\x0c": "fi", "\x0e": "ffi", "\x0f": "ffl"}  # as old TeX fonts number them
_SMALL, _RAISED = 0.75, 0.25  # of a line's height: a mark's, and how far it stands above the foot
_GAP = 1.8  # of a line's height: a wider gap between two characters of a line parts columns or cells


class RefusedError(Exception):
    """The file is refused, with a reason of one line."""


def parse_pdf(data: bytes, limits: Mapping[str, int]) -> dict[str, Any]:
    """`{"title", "author", "pages": [{"width", "height", "lines": [[x0, y0, x1, y1, text, size], …], "unseen",
    "pictured"}]}`, in points from the page's lower left corner, in the order in which the file draws them. `unseen`
    counts the characters that a reader of the page does not see, or says -1 where all of them lie with a picture of the
    page, as recognised text does, and are read; `pictured` whether there is one. A mark above the line stands between
    SUPER characters."""
    import pypdfium2

    _check_streams(data, limits)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = "it is protected by a password" if "assword" in str(error) else "no readable PDF"
        raise RefusedError(reason) from None
    if len(document) > limits["pages"]:
        raise RefusedError(_beyond(len(document), "pages", limits, "pages"))
    meta = document.get_metadata_dict()
    pages, chars = [], 0
    for index in range(len(document)):
        try:
            page = document[index]
            width, height = page.get_size()
            lines, unseen, pictured = _seen_lines(page)
        except pypdfium2.PdfiumError:
            raise RefusedError(f"its page {index + 1} cannot be read") from None
        chars += sum(len(line[4]) for line in lines)
        if chars > limits["text_chars"]:
            raise RefusedError(_beyond(chars, "characters", limits, "text_chars"))
        pages.append({"width": width, "height": height, "lines": lines, "unseen": unseen, "pictured": pictured})
        page.close()
    return {"title": meta.get("Title") or "", "author": meta.get("Author") or "", "pages": pages}


def _check_streams(data: bytes, limits: Mapping[str, int]) -> None:
    """Refuses a file whose streams, pictures apart, unpack to more than the limit, also where they are packed twice."""
    total = 0
    for found in _STREAM.finditer(data):
        if b"/Image" in data[max(0, found.start() - _DICTIONARY) : found.start()].rpartition(b" obj")[2]:
            continue
        end = data.find(b"endstream", found.end())
        packed = data[found.end() : end if end >= 0 else len(data)]
        for _ in range(_TIMES_PACKED):
            if packed[:1] != b"\x78":
                break
            try:
                packed = zlib.decompressobj().decompress(packed, limits["unpacked_bytes"] - total + 1)
            except zlib.error:
                break
            if total + len(packed) > limits["unpacked_bytes"]:
                raise RefusedError(_beyond(total + len(packed), "bytes unpacked", limits, "unpacked_bytes"))
            total += len(packed)


def _seen_lines(page: Any) -> tuple[list[list[Any]], int, bool]:
    """The lines of a page that a reader sees, how many characters he does not, and whether a picture takes most of it;
    see `parse_pdf`."""
    ink = _ink().Ink(page)
    chars = list(_drawn(page.get_textpage(), ink))
    inked = [shown for char, _, _, shown in chars if not char.isspace()]
    recognised = ink.pictured and True not in inked and len(inked) > 0
    lines = list(_lines(one[:3] for one in chars if one[3] or recognised))
    return lines, -1 if recognised else inked.count(False), ink.pictured


def _drawn(text: Any, ink: Any) -> Iterator[tuple[str, list[float], float, bool]]:
    """Each character with its box, its size, and whether it is seen; a space is where the character before it is."""
    shown = True
    for index, char, box in _characters(text):
        drawn = ink.at(text, index)
        shown = shown if char.isspace() else ink.is_seen(drawn, box)
        yield char, box, drawn.size if drawn else 0.0, shown


def _lines(characters: Iterable[tuple[str, list[float], float]]) -> Iterator[list[Any]]:
    """The runs of characters that stand on one line without a wide gap."""
    run: list[str] = []
    edge: list[float] = []
    largest = 0.0
    for char, box, size in characters:
        if char == _HYPHEN:  # pdfium's mark for a hyphen at a line's end, after which it gives no line break
            run.append("-")
        if _ends_line(char) or _parted(edge, box):
            yield from _line(run, edge, largest)
            run, edge, largest = [], [], 0.0
        if _is_part(char, run):
            raised = _is_raised(char, edge, box)
            run.append(f"{SUPER}{char}{SUPER}" if raised else char)
            edge = (
                [*edge[:2], max(edge[2], box[2]), edge[3]] if raised else edge if char.isspace() else _around(edge, box)
            )
            largest = max(largest, size)
    yield from _line(run, edge, largest)


@cache
def _ink() -> Any:
    """The module beside this file that tells what is seen; the child knows it by its place alone."""
    import importlib.util
    from pathlib import Path

    spec = importlib.util.spec_from_file_location("pdf_ink", Path(__file__).with_name("pdf_ink.py"))
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(name="pdf_ink")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _is_raised(char: str, edge: list[float], box: list[float]) -> bool:
    """Whether a character stands small and high behind others, as the mark of a footnote does."""
    if not edge or not _wide(box) or not (char.isdigit() or char in "*†‡§"):
        return False
    height = edge[3] - edge[1]
    return box[3] - box[1] < _SMALL * height and box[1] > edge[1] + _RAISED * height


def _characters(text: Any) -> Iterator[tuple[int, str, list[float]]]:
    """Each character with its number and its box: left, bottom, right, top."""
    import ctypes

    import pypdfium2.raw as pdfium

    box = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = box  # as pdfium has them
    for index in range(text.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text, index) or 0xFFFD)
        pdfium.FPDFText_GetCharBox(text, index, *(ctypes.byref(value) for value in box))
        yield index, _LIGATURES.get(char, char), [left.value, bottom.value, right.value, top.value]


def _ends_line(char: str) -> bool:
    return char in "\r\n" or char == _HYPHEN


def _is_part(char: str, run: list[str]) -> bool:
    """Whether a character stands in a line: all do but its end, and the spaces before its first word."""
    return not _ends_line(char) and (bool(run) or not char.isspace())


def _wide(box: list[float]) -> bool:
    """Whether a character takes room at all."""
    return box[2] > box[0]


def _around(edge: list[float], box: list[float]) -> list[float]:
    """The box around a run's and one more, where that takes room."""
    if not _wide(box):
        return edge
    if not edge:
        return box
    return [min(edge[0], box[0]), min(edge[1], box[1]), max(edge[2], box[2]), max(edge[3], box[3])]


def _line(run: list[str], edge: list[float], size: float) -> Iterator[list[Any]]:
    """A run as a line, where it has words; one of characters without a place stands nowhere."""
    if line := "".join(run).strip():
        yield [*(edge or [0.0, 0.0, 0.0, 0.0]), line, size]


def _parted(edge: list[float], box: list[float]) -> bool:
    """Whether a character stands too far from a run, whose box is `edge`, to be part of it."""
    if not edge or not _wide(box):
        return False
    height = max(edge[3] - edge[1], box[3] - box[1], 1.0)
    elsewhere = min(edge[3], box[3]) - max(edge[1], box[1]) < -0.5 * height
    return elsewhere or box[0] - edge[2] > _GAP * height or box[0] < edge[0] - height


def parse_docx(data: bytes, limits: Mapping[str, int]) -> dict[str, Any]:
    """`{"html": …}`: the document's body; headers, footers and pictures are no part of it."""
    import mammoth

    try:
        made = mammoth.convert_to_html(BytesIO(data), convert_image=mammoth.images.img_element(lambda _: {}))
    except (KeyError, ValueError, AttributeError, IndexError) as error:
        raise RefusedError(f"no readable DOCX ({type(error).__name__})") from None
    if len(made.value) > 4 * limits["text_chars"]:
        raise RefusedError(_beyond(len(made.value), "characters with markup", limits, "text_chars"))
    return {"html": made.value}


def parse_rtf(data: bytes, limits: Mapping[str, int]) -> dict[str, Any]:
    """`{"text": …}`: the document's text, a line a paragraph."""
    from striprtf.striprtf import rtf_to_text

    depth = deepest = 0
    for found in re.finditer(rb"[{}]", data):
        depth += 1 if found[0] == b"{" else -1
        deepest = max(deepest, depth)
    if deepest > limits["nesting"]:
        raise RefusedError(_beyond(deepest, "groups within one another", limits, "nesting"))
    text = str(rtf_to_text(data.decode("cp1252", "replace"), errors="replace"))
    if len(text) > limits["text_chars"]:
        raise RefusedError(_beyond(len(text), "characters", limits, "text_chars"))
    return {"text": text}


def _beyond(found: int, what: str, limits: Mapping[str, int], setting: str) -> str:
    return f"{found:,} {what}, more than the limit of {limits[setting]:,}; `limits.{setting}` in briefing.yml raises it"


TASKS: dict[str, Callable[[bytes, Mapping[str, int]], dict[str, Any]]] = {
    "docx": parse_docx,
    "pdf": parse_pdf,
    "rtf": parse_rtf,
}
