"""Whose words the turns of a transcript are."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Attribution, Paragraph, Sentence


def with_speakers(
    found: tuple[Attribution, ...], sentences: Sequence[Sentence], paragraphs: Sequence[Paragraph]
) -> tuple[Attribution, ...]:
    """`found` with each sentence of a turn that it gives to nobody given to the speaker of the turn, in text order."""
    told = {one.sentence for one in found if not one.act}
    spoken = (
        Attribution(s.index, s.start, s.end, speaker)
        for s in sentences
        if s.index not in told and (speaker := paragraphs[s.paragraph - 1].speaker)
    )
    return tuple(sorted((*found, *spoken), key=lambda one: (one.sentence, one.start, one.end)))
