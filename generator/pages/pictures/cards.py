"""Social cards: one PNG a topic and one for the site, drawn without the network by Pillow with the face it carries."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from ...model import Asset
from ...text.escape import clean
from ..carriers import counts
from ..context import Context

if TYPE_CHECKING:
    from PIL import ImageDraw, ImageFont

_SIZE = (1200, 630)
_INK, _MUTED, _PAPER, _LINE = "#1c2430", "#56606e", "#ffffff", "#0f4c81"
_LEFT = 80
_ROOM = _SIZE[0] - 2 * _LEFT


def cards(context: Context) -> tuple[Asset, ...]:
    """The cards of all topics and of the site."""
    title = context.config.title
    made = [Asset("cards/site.png", _card(title, context.config.description, "A cited briefing"))]
    for briefing in context.brief.briefings:
        topic = context.topics[briefing.topic]
        made.append(Asset(f"cards/{topic.id}.png", _card(topic.title, topic.scope, counts(briefing, context), title)))
    return tuple(made)


def _card(title: str, text: str, foot: str, head: str = "") -> bytes:
    from PIL import Image, ImageDraw  # drawn when a site is built, not when pages are rendered

    image = Image.new("RGB", _SIZE, _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 18, _SIZE[1]), fill=_LINE)
    y = 70
    if head:
        y = _lines(draw, head, 30, y, 1, _MUTED) + 24
    y = _lines(draw, title, 84, y, 2, _INK) + 26
    _lines(draw, text, 38, y, 4, _INK)
    _lines(draw, foot.replace("·", "-"), 28, _SIZE[1] - 90, 1, _MUTED)
    file = io.BytesIO()
    image.save(file, format="PNG", optimize=True)
    return file.getvalue()


def _lines(draw: ImageDraw.ImageDraw, text: str, size: int, y: int, most: int, fill: str) -> int:
    """Sets `text` in at most `most` lines from `y` down, and gives where the next line begins."""
    from PIL import ImageFont

    font = ImageFont.load_default(size)
    for line in _wrap(clean(text, 300), font, most):
        draw.text((_LEFT, y), line, font=font, fill=fill)
        y += round(size * 1.25)
    return y


def _wrap(text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, most: int) -> list[str]:
    lines, line = [], ""
    words = text.split()
    for word in words:
        wider = f"{line} {word}".strip()
        if line and font.getlength(wider) > _ROOM:
            lines.append(line)
            line = word
        else:
            line = wider
    lines.append(line)
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1].rstrip(" ,;:") + "…"]
    return [_cut(line, font) for line in lines if line]


def _cut(line: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont) -> str:
    while line and font.getlength(line) > _ROOM:
        line = line[:-2].rstrip() + "…"
    return line
