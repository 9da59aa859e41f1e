"""What the settings tell of a publisher: its country, its owner, the house it belongs to."""

from __future__ import annotations

from ...config import Publisher
from ...text.escape import Inline, inline
from ..context import PageContext


def publisher_told(name: str | None, page: PageContext) -> str:
    """`Norway, owned by Fjord Media, of the house Fjord papers`: what is known of a publisher; "" where nothing is."""
    known = next((one for one in page.all.config.publishers if one.name == name), None)
    return ", ".join(_told(known, page)) if known else ""


def publisher_card(name: str | None, page: PageContext) -> Inline | None:
    """The same in a line of its own, behind the publisher's name."""
    told = publisher_told(name, page)
    return inline(page.words.say("publisher.card", name=name, told=told)) if told else None


def _told(known: Publisher, page: PageContext) -> list[str]:
    words = page.words
    told = [known.country] if known.country else []
    told += [words.say("publisher.owner", owner=known.owner)] if known.owner else []
    return [*told, words.say("publisher.family", family=known.family)] if known.family else told
