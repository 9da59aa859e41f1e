"""Texts that ask a reader for consent to cookies and tracking: they are never what a publisher reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..text.word_lists import word_lists

REASON = "cookie or consent notice"
_LONGEST = 1_500  # characters of a paragraph
_BUTTON = 60  # characters
_BUTTONS = re.compile(
    r"\b(accept|reject|allow|decline|deny|consent|cookies?|privacy|preferences|settings|akzeptier|ablehn|einstellungen|"
    r"datenschutz|zustimm|einverstanden|accepter|refuser|paramètr|aceptar|rechazar|configur|accetta|rifiuta|aceitar|"
    r"akkoord|weiger|godkänn|avvis|akceptuj|принять|отклонить)\w*|同意|許可|拒否|設定|接受|拒绝|동의|거부|موافق",
    re.IGNORECASE,
)
_QUOTED = re.compile('[“”„«»「『]|"[^"]{10,}"')


def asks_for_consent(text: str) -> bool:
    """Whether a paragraph is part of such a text: it names the thing, and speaks to the reader of accepting it. One
    that quotes somebody is not."""
    if len(text) > _LONGEST or not _pattern("things").search(text) or _QUOTED.search(_without_buttons(text)):
        return False
    return _pattern("askings").search(text) is not None


def consent_texts(texts: Sequence[str]) -> frozenset[int]:
    """Which of the paragraphs ask for consent, with the few words beside them that belong to their buttons."""
    asking = {n for n, text in enumerate(texts) if asks_for_consent(text)}
    beside = {n + step for n in asking for step in (-2, -1, 1, 2) if 0 <= n + step < len(texts)}
    return frozenset(asking | {n for n in beside if _is_button(texts[n])})


def _is_button(text: str) -> bool:
    return len(text) <= _BUTTON and _BUTTONS.search(text) is not None


def _without_buttons(text: str) -> str:
    """`text` without the names of buttons that it puts in quotation marks."""
    return re.sub('[“„«"「『][^“”„»"」』]{1,30}[”“»"」』]', "", text)


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in word_lists("consent")[kind]), re.IGNORECASE)


def is_box_name(name: str) -> bool:
    """Whether an id or class is one of a box that asks for consent."""
    return len(name) <= 200 and _box().search(name) is not None


@cache
def _box() -> re.Pattern[str]:
    names = "|".join(f"(?:{pattern})" for pattern in word_lists("consent")["boxes"])
    return re.compile(rf"(?:^|[\s_-])(?:{names})(?:$|[\s_-])", re.IGNORECASE)
