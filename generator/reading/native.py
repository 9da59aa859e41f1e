"""The parsers that a hostile file could make run wild or crash: PDF (C++), DOCX and RTF. They run in a child process
with limits on time and memory, so this module imports nothing of ours, and gives and takes plain data only."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import Any

_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY, _TIMES_PACKED = 2_000, 4
_HYPHEN = "\x02"
_GAP = 1.8  # of a line's height: a wider gap between two characters of a line parts columns or cells


class RefusedError(Exception):
    """The file is refused, with a reason of one line."""


def parse_pdf(data: bytes, limits: Mapping[str, int]) -> dict[str, Any]:
    """`{"title", "author", "pages": [{"width", "height", "lines": [[x0, y0, x1, y1, text], …]}]}`, in points from the
    page's lower left corner, in the order in which the file draws them."""
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
            lines = list(_lines(page.get_textpage()))
        except pypdfium2.PdfiumError:
            raise RefusedError(f"its page {index + 1} cannot be read") from None
        chars += sum(len(line[4]) for line in lines)
        if chars > limits["text_chars"]:
            raise RefusedError(_beyond(chars, "characters", limits, "text_chars"))
        pages.append({"width": width, "height": height, "lines": lines})
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


def _lines(text: Any) -> Iterator[list[Any]]:
    """The runs of characters that stand on one line without a wide gap."""
    run: list[str] = []
    edge: list[float] = []
    for char, box in _characters(text):
        if char == _HYPHEN:  # pdfium's mark for a hyphen at a line's end, after which it gives no line break
            run.append("-")
        if _ends_line(char) or _parted(edge, box):
            yield from _line(run, edge)
            run, edge = [], []
        if _is_part(char, run):
            run.append(char)
            edge = edge if char.isspace() else _around(edge, box)
    yield from _line(run, edge)


def _characters(text: Any) -> Iterator[tuple[str, list[float]]]:
    """Each character with its box: left, bottom, right, top."""
    import ctypes

    import pypdfium2.raw as pdfium

    box = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = box  # as pdfium has them
    for index in range(text.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text, index) or 0xFFFD)
        pdfium.FPDFText_GetCharBox(text, index, *(ctypes.byref(value) for value in box))
        yield char, [left.value, bottom.value, right.value, top.value]


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


def _line(run: list[str], edge: list[float]) -> Iterator[list[Any]]:
    """A run as a line, where it has words; one of characters without a place stands nowhere."""
    if line := "".join(run).strip():
        yield [*(edge or [0.0, 0.0, 0.0, 0.0]), line]


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
