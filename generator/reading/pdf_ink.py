"""Which of a PDF page's characters a reader sees. Part of the child process: it imports nothing of ours."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

_MOST_COVERS, _BOX_SEGMENTS = 300, 6
_RULE = 3.0  # points: what is thinner covers no text
_PICTURED = 0.5  # of the page, which a picture of it takes
_WHITE, _FAINT = 250, 10  # of 255
_TINY = 1.5  # points
_EDGE = 1.0  # point, by which a character may reach over a page's edge


class Drawn(NamedTuple):
    """How a run of text is drawn: the size of its letters in points, its place among all that the page draws (None in a
    form), whether it has ink, and whether that is as white as paper."""

    size: float
    place: int | None
    ink: bool
    pale: bool


class Ink:
    """What of a page's text is drawn so that it can be seen."""

    def __init__(self, page: Any) -> None:
        """What is drawn on a page of pdfium's."""
        import pypdfium2.raw as pdfium

        self._raw = pdfium
        left, bottom, right, top = page.get_bbox()
        self._page = (left - _EDGE, bottom - _EDGE, right + _EDGE, top + _EDGE)
        self._order: dict[int, int] = {}
        self._covers: list[tuple[int, tuple[float, ...], bool]] = []  # place in the order, box, whether it is white
        self._clear: set[int] = set()  # those of the covers through which text is seen
        self._drawn: dict[int, Drawn] = {}
        self.pictured = False
        for place in range(pdfium.FPDFPage_CountObjects(page)):
            self._note(pdfium.FPDFPage_GetObject(page, place), place)

    def _note(self, one: Any, place: int) -> None:
        raw, kind = self._raw, self._raw.FPDFPageObj_GetType(one)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            self._order[_address(one)] = place
        elif kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH) and len(self._covers) < _MOST_COVERS:
            self._cover(one, place, kind == raw.FPDF_PAGEOBJ_IMAGE)

    def _cover(self, one: Any, place: int, picture: bool) -> None:
        box = self._box(one)
        wide, high = box[2] - box[0], box[3] - box[1]
        left, bottom, right, top = self._page
        self.pictured |= picture and max(0.0, wide) * max(0.0, high) > _PICTURED * (right - left) * (top - bottom)
        if min(wide, high) < _RULE or not (picture or self._is_filled_box(one)):
            return
        if self._raw.FPDFPageObj_HasTransparency(one) or (picture and self._is_stencil(one)):
            self._clear.add(place)
        self._covers.append((place, box, not picture and min(self._colour(one)[:3]) >= _WHITE))

    def _box(self, one: Any) -> tuple[float, ...]:
        edges = [ctypes.c_float() for _ in range(4)]
        self._raw.FPDFPageObj_GetBounds(one, *(ctypes.byref(edge) for edge in edges))
        return tuple(edge.value for edge in edges)

    def _colour(self, one: Any) -> tuple[int, ...]:
        parts = [ctypes.c_uint(0) for _ in range(3)] + [ctypes.c_uint(255)]
        self._raw.FPDFPageObj_GetFillColor(one, *(ctypes.byref(part) for part in parts))
        return tuple(part.value for part in parts)

    def _is_filled_box(self, one: Any) -> bool:
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        self._raw.FPDFPath_GetDrawMode(one, ctypes.byref(mode), ctypes.byref(stroke))
        return mode.value != 0 and self._raw.FPDFPath_CountSegments(one) <= _BOX_SEGMENTS

    def _is_stencil(self, one: Any) -> bool:
        """Whether a picture has a bit a point, and may be ink alone, without the paper."""
        found = self._raw.FPDF_IMAGEOBJ_METADATA()
        self._raw.FPDFImageObj_GetImageMetadata(one, None, found)
        return bool(found.bits_per_pixel == 1)

    def at(self, text: Any, index: int) -> Drawn | None:
        """How a character is drawn; None where pdfium put it in."""
        one = self._raw.FPDFText_GetTextObject(text, index)
        if not one:
            return None
        key = _address(one)
        if key not in self._drawn:
            self._drawn[key] = self._look(one, self._order.get(key))
        return self._drawn[key]

    def is_seen(self, drawn: Drawn | None, box: list[float]) -> bool:
        """Whether a character is on the page, in ink that differs from what is behind it, and not drawn over."""
        if drawn is None:
            return True
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        left, bottom, right, top = self._page
        if not drawn.ink or not (left <= x <= right and bottom <= y <= top):
            return False
        return drawn.place is None or not (self._covers or drawn.pale) or self._is_uncovered(drawn, x, y)

    def _look(self, one: Any, place: int | None) -> Drawn:
        *colour, alpha = self._colour(one)
        size = self._size_of(one)
        unseen = self._raw.FPDFTextObj_GetTextRenderMode(one) in (3, 7) or alpha < _FAINT or size < _TINY
        return Drawn(size, place, not unseen, min(colour) >= _WHITE)

    def _size_of(self, one: Any) -> float:
        """The size of a text's letters, in points."""
        size, matrix = ctypes.c_float(), self._raw.FS_MATRIX()
        if not self._raw.FPDFTextObj_GetFontSize(one, ctypes.byref(size)):
            return _TINY
        if not self._raw.FPDFPageObj_GetMatrix(one, ctypes.byref(matrix)):
            return size.value
        return float(size.value * max(abs(matrix.d), abs(matrix.b), abs(matrix.a), abs(matrix.c)))

    def _is_uncovered(self, drawn: Drawn, x: float, y: float) -> bool:
        ground, place = not drawn.pale, drawn.place or 0
        for at, (left, bottom, right, top), white in self._covers:
            if left <= x <= right and bottom <= y <= top:
                if at > place and at not in self._clear:
                    return False
                ground = ground or (at < place and not white)
        return ground


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0
