"""Who a statement goes back to. Articles are not origins: five papers that repeat one readout are one origin.

Speakers are told apart by name, whatever their spelling; what a speaker's office says is the office's, and "the
ministry" the one that its article names. A source is no speaker of its own ("the report argues"). A statement that
names nobody joins a speaker of the same fact whom its own article carries elsewhere; whatever then still names nobody
is one origin together, since nothing shows that it is more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..model import Analysis, Attribution, Name, Origin
from ..text.ids import slug
from ..text.words import normal
from .names.speakers import SpeakerNames, no_speaker

UNNAMED = Origin("unnamed", "unnamed")
_LEAD = re.compile(r"^(?:(?:the|a|an|its|his|her|their|both|our)\s+)+", re.IGNORECASE)
_OFFICE = re.compile(r"\bminister\b", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something: the names a reader knows, and the key under which all that goes back there is one; of two
    who speak together, that is the first."""

    by: str | None
    key: str
    label: str


class Speakers:
    """The voices of all sources. `names` joins the spellings of one speaker."""

    def __init__(self, analyses: Sequence[Analysis], names: Sequence[Name]) -> None:
        self._speakers = SpeakerNames(names)
        self._said: dict[tuple[str, int], list[tuple[Attribution, Speaker]]] = {}
        self._carried: dict[str, set[str]] = {}
        self._origin = {a.article.id: a.article.metadata.origin for a in analyses}
        for analysis in analyses:
            self._read(analysis)

    def _read(self, analysis: Analysis) -> None:
        source = analysis.article.id
        carried = self._carried.setdefault(source, set())
        for attribution, name in zip(analysis.attributions, self._speakers.of(analysis), strict=True):
            voice = self._voice(attribution.speaker.lstrip("’'”\" "), name)
            if voice:
                carried.add(voice.key)
                self._said.setdefault((source, attribution.sentence), []).append((attribution, voice))

    def _voice(self, speaker: str, meant: Name | None) -> Speaker | None:
        """The voice of a speaker as written, of whom the document makes certain that he is `meant`."""
        if meant:
            return Speaker(self._speakers.together(speaker) or meant.name, meant.id, meant.name)
        if no_speaker(speaker):
            return None
        plain = _LEAD.sub("", _BRACKET.sub("", speaker)).strip() or speaker
        office = _OFFICE.sub("ministry", plain)
        return Speaker(plain, slug(office) or normal(office), plain)

    def of(self, source: str, sentence: int, start: int, end: int) -> Speaker | None:
        """The voice of `start:end` of a sentence's paragraph, by the attribution that holds most of it."""
        best, most = None, 0
        for attribution, voice in self._said.get((source, sentence), ()):
            shared = min(end, attribution.end) - max(start, attribution.start)
            if shared > most:
                best, most = voice, shared
        return best

    def origins(self, quoted: Sequence[tuple[str, Speaker | None, bool]], copy_of: Mapping[str, str]) -> list[Origin]:
        """The origin of each (source, voice, own voice of its author) of one fact."""
        spoken = {voice.key: voice.label for _, voice, _ in quoted if voice}
        out: list[Origin] = []
        for source, voice, own in quoted:
            first = copy_of.get(source, source)
            if self._origin.get(first) or self._origin.get(source):
                label = self._origin.get(source) or self._origin.get(first) or ""
                out.append(Origin(f"origin-{slug(label) or normal(label)}", "declared", label))
            elif voice:
                out.append(Origin(voice.key, "speaker", voice.label))
            elif own:
                out.append(Origin(f"author-{first}", "author", source=first))
            else:
                carried = sorted(self._carried.get(source, set()) & spoken.keys())
                out.append(Origin(carried[0], "speaker", spoken[carried[0]]) if carried else UNNAMED)
        return out
