"""What is not known, and what a page rests on where that is little, in words."""

from __future__ import annotations

from ...model import Gap, Reliance
from ..wording import Words


def gap_words(gap: Gap, words: Words, text: str = "", digest: bool = False) -> str:
    """`gap` in a sentence; `text` is what a source says is not known, a `digest` where that is one."""
    if gap.kind == "said":
        return words.say("gap.said_digest" if digest else "gap.said", text=text)
    if gap.kind == "apart":
        return words.say("gap.apart", gap.n, of=gap.of)
    return words.say(f"gap.{gap.kind}{'_here' if gap.n and gap.kind == 'unsigned' else ''}")


def reliance_words(found: Reliance, words: Words) -> str:
    """What a page rests on, in a sentence."""
    whole = found.kind == "digests" and found.n == found.of
    return words.say(f"reliance.{found.kind}{'_all' if whole else ''}", found.n, of=found.of)
