"""Who a statement goes back to. Articles are not origins: five papers that repeat one readout are one origin.

Speakers are told apart by name, whatever their spelling; what a speaker's office says is the office's. A statement
that names nobody joins a speaker of the same fact whom its own article carries elsewhere; whatever then still names
nobody is one origin together, since nothing shows that it is more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..model import Analysis, Attribution, Name
from ..text.ids import slug
from ..text.words import normal

_LONGEST, _NAME = 14, 7  # words of a speaker, and of a name within, that are looked at
UNNAMED = "no speaker named"
_LEAD = re.compile(r"^(?:(?:the|a|an|its|his|her|their|both|our)\s+)+", re.IGNORECASE)
_OFFICE = re.compile(r"\bminister\b", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\([^)]*\)")
_PRONOUN = re.compile(
    r"^(?:it|he|she|they|the (?:statement|release|tweet|report|document|readout|two|sides?))\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something: the name a reader knows, and the key under which all that goes back there is one."""

    by: str | None
    key: str
    label: str


class Voices:
    """The voices of all sources. `names` joins the spellings of one speaker."""

    def __init__(self, analyses: Sequence[Analysis], names: Sequence[Name]) -> None:
        self._names = {normal(spelling): name for name in names for spelling in (name.name, *_spellings(name))}
        self._heard: dict[str, Voice] = {}
        self._said: dict[tuple[str, int], list[tuple[Attribution, Voice]]] = {}
        self._carried: dict[str, set[str]] = {}
        self._origin = {a.article.id: a.article.metadata.origin for a in analyses}
        for analysis in analyses:
            self._read(analysis)

    def _read(self, analysis: Analysis) -> None:
        source, last = analysis.article.id, None
        carried = self._carried.setdefault(source, set())
        for attribution in analysis.attributions:
            speaker = attribution.speaker.lstrip("’'”\" ")
            voice = last if last and _PRONOUN.match(speaker) else self._voice(speaker)
            last = voice
            carried.add(voice.key)
            self._said.setdefault((source, attribution.sentence), []).append((attribution, voice))

    def _voice(self, speaker: str) -> Voice:
        if speaker not in self._heard:
            self._heard[speaker] = self._recognised(speaker)
        return self._heard[speaker]

    def _recognised(self, speaker: str) -> Voice:
        plain = _LEAD.sub("", _BRACKET.sub("", speaker)).strip() or speaker
        name = self._names.get(normal(plain)) or self._within(plain)
        if name:
            return Voice(name.name, name.id, name.name)
        office = _OFFICE.sub("ministry", plain)
        return Voice(plain, slug(office) or normal(office), plain)

    def _within(self, speaker: str) -> Name | None:
        """The known name that a longer description holds: "India's ministry of external affairs"."""
        words = [normal(word) for word in _OFFICE.sub("ministry", speaker).split()[:_LONGEST]]
        for length in range(min(len(words), _NAME), 0, -1):
            for first in range(len(words) - length + 1):
                name = self._names.get("".join(words[first : first + length]))
                if name and name.kind in ("person", "organisation"):
                    return name
        return None

    def of(self, source: str, sentence: int, start: int, end: int) -> Voice | None:
        """The voice of `start:end` of a sentence's paragraph, by the attribution that holds most of it."""
        best, most = None, 0
        for attribution, voice in self._said.get((source, sentence), ()):
            shared = min(end, attribution.end) - max(start, attribution.start)
            if shared > most:
                best, most = voice, shared
        return best

    def origins(
        self, quoted: Sequence[tuple[str, Voice | None, bool]], copy_of: Mapping[str, str]
    ) -> list[tuple[str, str]]:
        """(key, label) of the origin of each (source, voice, own voice of its author) of one fact."""
        spoken = {voice.key: voice.label for _, voice, _ in quoted if voice}
        out = []
        for source, voice, own in quoted:
            first = copy_of.get(source, source)
            if self._origin.get(first) or self._origin.get(source):
                label = self._origin.get(source) or self._origin.get(first) or ""
                out.append((f"origin-{slug(label) or normal(label)}", label))
            elif voice:
                out.append((voice.key, voice.label))
            elif own:
                out.append((f"author-{first}", f"author of {first}"))
            else:
                carried = sorted(self._carried.get(source, set()) & spoken.keys())
                out.append((carried[0], spoken[carried[0]]) if carried else ("unnamed", UNNAMED))
        return out


def _spellings(name: Name) -> list[str]:
    return [alias.text for alias in name.aliases] + ([name.abbreviation] if name.abbreviation else [])
