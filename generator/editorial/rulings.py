"""What corrections settle before statements are made: names, dates, and which quotes say what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..config import Config, NameRule
from ..model import (
    Analysis,
    Correction,
    DateMention,
    Dismiss,
    FixDate,
    FixName,
    FixOrigin,
    FixStatus,
    Join,
    Note,
    OwnLine,
    Place,
    Rulings,
    Split,
    Target,
)
from .locate import Located, locate, within


@dataclass(frozen=True, slots=True)
class Settled:
    """The sources with the editor's dates, what is ruled about their quotes, and where each target was found."""

    analyses: tuple[Analysis, ...]
    rulings: Rulings
    located: tuple[Located, ...]
    undated: tuple[FixDate, ...] = ()

    def of(self, target: Target) -> Located:
        """Where `target` was found."""
        return next(one for one in self.located if one.target == target)


def named(config: Config, corrections: Iterable[Correction]) -> Config:
    """`config` with what corrections say of names, as if it stood in the settings."""
    rules = {rule.name: rule for rule in config.names}
    for one in corrections:
        if isinstance(one, FixName):
            rules[one.name] = _more(rules.get(one.name, NameRule(one.name)), one)
    return replace(config, names=tuple(rules.values()))


def _more(rule: NameRule, one: FixName) -> NameRule:
    aliases = [text for text in (one.spelling, one.misspelling) if text]
    return replace(
        rule,
        kind=one.kind or rule.kind,
        aliases=tuple(dict.fromkeys((*rule.aliases, *aliases))),
        exclude=tuple(dict.fromkeys((*rule.exclude, *([one.another] if one.another else [])))),
    )


def settle(corrections: Sequence[Correction], analyses: tuple[Analysis, ...]) -> Settled:
    """What `corrections` rule about `analyses`."""
    located = {target: locate(target, analyses) for one in corrections for target in targets(one)}
    dated, undated = _dated([one for one in corrections if isinstance(one, FixDate)], located, analyses)
    return Settled(dated, _rulings(corrections, located), tuple(located.values()), tuple(undated))


def targets(one: Correction) -> tuple[Target, ...]:
    """The quotes that a correction is about, first the one it begins with."""
    if isinstance(one, OwnLine | Note | FixName | Dismiss):
        return ()
    return (one.target, *more_targets(one))


def more_targets(one: Correction) -> tuple[Target, ...]:
    """The further quotes that a correction is about."""
    if isinstance(one, Split):
        return one.apart
    return one.others if isinstance(one, Join) else ()


def _rulings(corrections: Sequence[Correction], located: Mapping[Target, Located]) -> Rulings:
    """Every ruling is told by one kind of correction alone."""
    return Rulings(
        apart=tuple(_apart(one, located) for one in corrections if isinstance(one, Split)),
        together=tuple(_together(one, located) for one in corrections if isinstance(one, Join)),
        statuses=tuple(row for one in corrections if isinstance(one, FixStatus) for row in _statuses(one, located)),
        origins=tuple(row for one in corrections if isinstance(one, FixOrigin) for row in _origins(one, located)),
    )


def _apart(one: Split, located: Mapping[Target, Located]) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    return located[one.target].places, tuple(place for target in one.apart for place in located[target].places)


def _together(one: Join, located: Mapping[Target, Located]) -> tuple[tuple[Place, ...], ...]:
    return tuple(located[target].places for target in (one.target, *one.others))


def _statuses(one: FixStatus, located: Mapping[Target, Located]) -> list[tuple[Place, str | None]]:
    return [(place, one.status) for place in located[one.target].places]


def _origins(one: FixOrigin, located: Mapping[Target, Located]) -> list[tuple[Place, str, str | None]]:
    return [(place, one.origin, one.speaker) for place in located[one.target].places]


def _dated(
    fixes: Sequence[FixDate], located: dict[Target, Located], analyses: tuple[Analysis, ...]
) -> tuple[tuple[Analysis, ...], list[FixDate]]:
    """`analyses` with the editor's dates, and the corrections of which the words that tell when were not found."""
    known = {a.article.id: a for a in analyses}
    undated = []
    for fix in fixes:
        places = located[fix.target].places
        spans = [(place, span) for place in places if (span := _told_when(fix, place, known[place.source]))]
        for place, span in spans:
            known[place.source] = _with_date(fix, place, span, known[place.source])
        if places and not spans:
            undated.append(fix)
    return tuple(known[a.article.id] for a in analyses), undated


def _told_when(fix: FixDate, place: Place, analysis: Analysis) -> tuple[int, int] | None:
    """The words at `place` that tell when: those that the correction names, or the one date that was found there."""
    if fix.said:
        text = analysis.article.paragraphs[place.paragraph - 1].text[place.start : place.end]
        span = within(fix.said, text)
        return (place.start + span[0], place.start + span[1]) if span and place.sentence >= 0 else None
    found = [(m.start, m.end) for m in _mentions(place, analysis)]
    return found[0] if len(found) == 1 else None


def _mentions(place: Place, analysis: Analysis) -> Iterator[DateMention]:
    for mention in analysis.dates:
        sentence = analysis.sentences[mention.sentence]
        if sentence.paragraph == place.paragraph and place.start <= mention.start and mention.end <= place.end:
            yield mention


def _with_date(fix: FixDate, place: Place, span: tuple[int, int], analysis: Analysis) -> Analysis:
    """`analysis` with the editor's date in place of whatever was found at these words, or with none there."""
    text = analysis.article.paragraphs[place.paragraph - 1].text[slice(*span)]
    at = next(s.index for s in analysis.sentences if s.paragraph == place.paragraph and s.start <= span[0] < s.end)
    others = [m for m in analysis.dates if m.sentence != at or m.end <= span[0] or span[1] <= m.start]
    if fix.date:
        others.append(DateMention(at, *span, text, fix.date, editor=fix.signed.by))
    return replace(analysis, dates=tuple(sorted(others, key=lambda m: (m.sentence, m.start))))
