"""`briefing withdraw`: a source is taken back. Its record stays, no word of it is shown, and every statement that this
costs a source or an origin is named."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

import click

from .. import disk
from ..disk.sidecars import amended, with_sidecar
from ..errors import BriefingError, Problem
from ..model import Analysis, Article, Fact, Quote, Site, Skipped, SourceFile
from ..pipeline import run
from ..run_pipeline import compared
from ..text.edtf import is_edtf
from .console import Console

_RECORD = ("title", "publisher", "published", "url")
_SHOWN = 100
_GONE = "lose their last source and are gone"
_UNTOLD = "are told in no words that are left, or may be quoted"
_WEAKER = "lose an origin"


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Why a source is taken back, on which day (EDTF), and by whom, as far as that is told."""

    because: str
    on: str
    by: str | None


def why(because: str, by: str | None, on: str | None) -> Withdrawal:
    """What was given on the command line, checked: a reason, and a day of the calendar, which is today where none was.
    Raises BriefingError."""
    if not because.strip():
        raise BriefingError(Problem("--because", "expected a reason in words, found none"))
    if on is not None and not (len(on) == len("2026-11-28") and is_edtf(on)):
        raise BriefingError(Problem("--on", f"expected a day such as 2026-11-28, found {on!r}"))
    return Withdrawal(because.strip(), on or date.today().isoformat(), by)


def withdraw(project: disk.Project, source: str, why: Withdrawal, talk: Console) -> None:
    """Takes the source back that `source` names, by its path or by the name of its page: writes its sidecar, makes
    docs/ fresh and says on stdout what that costs. Raises BriefingError, before anything is written, where there is no
    such source, where nothing would be left, and where a page was edited by hand."""
    with disk.locked(project.root):
        files, skipped = disk.scan(project.sources, project.config.limits)
        before = _site(project, files, skipped)
        gone = _meant(before, source, project.root)
        file = next(f for f in files if gone[0].article.path.startswith(f.path))
        shared = (
            sum(PurePosixPath(f.path).with_suffix("") == PurePosixPath(file.path).with_suffix("") for f in files) > 1
        )
        name, data = amended(file, shared, _written(gone, file, why))
        changed = with_sidecar(file, name, data)
        after = _site(project, [changed if f is file else f for f in files], skipped)
        _holds(after, file, name)
        written = PurePosixPath(file.path).with_name(name).as_posix()
        disk.apply(project.docs, compared(project, after), beside={written: data})
    talk.say(f"{written}: written; docs/ is fresh")
    for line in told(before, after, [a.article.id for a in gone], why.on):
        click.echo(line)


def told(before: Site, after: Site, sources: Sequence[str], on: str) -> Iterator[str]:
    """What the withdrawal of `sources` did, in lines: each statement that lost its last source, and each that lost an
    origin."""
    yield from (f"withdrawn on {on}: {_called(before, id)}" for id in sources)
    costs = _costs(before, after, frozenset(sources))
    for title, rows in costs.items():
        yield f"statements that {title}: {len(rows)}"
        yield from (f"  {row}" for row in rows)
    if not costs:
        yield "no statement loses its last source or an origin"


def _site(project: disk.Project, files: Sequence[SourceFile], skipped: tuple[Skipped, ...]) -> Site:
    return run(files, project.config, skipped, parser=disk.parse_apart, corrections=project.corrections)


def _meant(site: Site, source: str, root: Path) -> list[Analysis]:
    """The sources that `source` names: one by its page's name, or all of a file."""
    path = Path(source)
    if path.is_absolute() and path.is_relative_to(root):
        source = path.relative_to(root).as_posix()
    every = site.brief.analyses
    found = [a for a in every if _in_file(a.article, source)] or [a for a in every if a.article.id == source]
    if not found:
        raise BriefingError(_unknown(site, source))
    return found


def _in_file(article: Article, file: str) -> bool:
    return article.path == file or article.path.startswith((f"{file}/", f"{file}#"))


def _unknown(site: Site, source: str) -> Problem:
    """Why there is no source of that name to withdraw, and which may be meant."""
    if any(source in (one.id, one.path) for one in site.brief.editorial.withdrawn):
        return Problem(source, "is withdrawn already")
    known = [name for a in site.brief.analyses for name in (a.article.path, a.article.id)]
    near = difflib.get_close_matches(source, known, n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else "name it by its path, such as sources/report.txt"
    return Problem(source, "expected a source of this project, found none of that name", hint=hint)


def _written(gone: Sequence[Analysis], file: SourceFile, why: Withdrawal) -> dict[str, str]:
    """What goes into the sidecar: the withdrawal, and what is known of the source, so that the record stays should its
    text be removed. A file of several sources has no one record."""
    record: dict[str, str] = {}
    article = gone[0].article
    if article.path == file.path:
        told = "\n".join(data.decode("utf-8", "replace") for _, data in file.beside)
        values = {name: getattr(article.metadata, name) for name in _RECORD}
        record = {"id": article.id, **{key: value for key, value in values.items() if value}}
        record = {key: value for key, value in record.items() if f"\n{key}:" not in f"\n{told}"}
    return {
        **record,
        "withdrawn": why.on,
        "withdrawn_because": why.because,
        **({"withdrawn_by": why.by} if why.by else {}),
    }


def _holds(after: Site, file: SourceFile, name: str) -> None:
    """Raises BriefingError where the sidecar could not be read as it would be written."""
    refused = next((one for one in after.brief.skipped if one.path == file.path), None)
    if refused:
        raise BriefingError(
            Problem(name, f"the withdrawal cannot be added at its end: {refused.reason}", hint="write one key a line")
        )


def _costs(before: Site, after: Site, gone: frozenset[str]) -> dict[str, list[str]]:
    """The statements that lost something, by what they lost."""
    costs: dict[str, list[str]] = {_GONE: [], _UNTOLD: [], _WEAKER: []}
    for fact in before.brief.facts.facts:
        rest = [quote for quote in fact.quotes if quote.source not in gone]
        found = _cost(fact, rest, after) if len(rest) < len(fact.quotes) else None
        if found:
            costs[found[0]].append(f"{fact.id} “{_short(fact.text)}” ({', '.join(fact.topics)}){found[1]}")
    return {title: rows for title, rows in costs.items() if rows}


def _cost(fact: Fact, rest: Sequence[Quote], after: Site) -> tuple[str, str] | None:
    """What a statement lost of which the quotes `rest` are left, and how much of it; None where that is nothing."""
    if not rest:
        return _GONE, ""
    left = _now(rest, after)
    if left is None:
        return _UNTOLD, ""
    had, has = len(fact.origins), len(left.origins)
    return (_WEAKER, f": {has} of {had} origins left") if has < had else None


def _now(rest: Sequence[Quote], after: Site) -> Fact | None:
    """The statement that the quotes which are left make now."""
    shared = [
        (sum(_overlap(a, b) for a in rest for b in other.quotes), other.id, other) for other in after.brief.facts.facts
    ]
    best = max(shared, default=None, key=lambda one: one[:2])
    return best[2] if best and best[0] else None


def _overlap(one: Quote, other: Quote) -> int:
    if (one.source, one.paragraph) != (other.source, other.paragraph):
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _called(site: Site, id: str) -> str:
    article = next(a.article for a in site.brief.analyses if a.article.id == id)
    return f"{article.path}" + (f" ({article.metadata.title})" if article.metadata.title else "")


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
