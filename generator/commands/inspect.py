"""How one document is read, for people and as JSON."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import click

from ..analysis import analyse
from ..config import Config, Limits
from ..disk import load, parse_apart
from ..errors import UnreadableError
from ..model import Analysis
from ..one_source import clean_one, read_one, refuse_list
from ..text.ids import slug

_MOST_KEYPHRASES = 20


def no_project() -> Config:
    """Settings for looking at a document outside any project."""
    return Config(title="", topics=())


def inspect(path: Path, config: Config, as_json: bool) -> bool:
    """Prints how the document at `path` is read, on stdout; false where it cannot be."""
    try:
        analyses = _analyses(path, config)
    except UnreadableError as error:
        if as_json:
            click.echo(_line({"path": str(path), "error": str(error)}))
        else:
            click.echo(f"{path}: skipped: {error}", err=True)
        return False
    for analysis in analyses:
        row = _row(analysis)
        click.echo(_line(row) if as_json else _told(row))
    return True


def _line(row: dict[str, Any]) -> str:
    """`row` as JSON that any reader of lines takes for one line: these three end a line in some of them."""
    text = json.dumps(row, ensure_ascii=False)
    for char in ("\x85", "\u2028", "\u2029"):
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _analyses(path: Path, config: Config) -> list[Analysis]:
    documents = read_one(_open(path, config.limits), config.limits, parse_apart)
    for document in documents:
        refuse_list(document, config.keep_lists)
    return [analyse(clean_one(document, slug(Path(document.path).stem) or "source"), config) for document in documents]


def _open(path: Path, limits: Limits) -> Any:
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableError("not an ordinary file")
        if found.st_size > limits.file_bytes:
            raise UnreadableError(
                f"too large: {found.st_size:,} bytes, where limits.file_bytes allows {limits.file_bytes:,}"
            )
        return load(path, str(path), limits)
    except OSError as error:
        raise UnreadableError(f"cannot be opened: {(error.strerror or str(error)).lower()}") from None


def _row(analysis: Analysis) -> dict[str, Any]:
    article, meta = analysis.article, analysis.article.metadata
    return {
        "path": article.path,
        "format": article.format,
        "kind": meta.kind,
        "title": meta.title,
        "publisher": meta.publisher,
        "author": meta.author,
        "published": meta.published,
        "published_from": meta.published_from,
        "url": meta.url,
        "language": meta.language,
        "cut_off": article.cut_off,
        "sentences": len(analysis.sentences),
        "unread": article.unread,
        "notes": list(article.notes),
        "body": [p.text for p in article.paragraphs],
        "dropped": [{"line": d.line, "text": d.text, "reason": d.reason} for d in article.dropped],
        "keyphrases": [
            {"phrase": k.phrase, "score": round(k.score, 4), "forms": list(k.forms), "count": k.count}
            for k in analysis.keyphrases[:_MOST_KEYPHRASES]
        ],
        "summary": [analysis.sentences[i].text for i in analysis.summary],
    }


def _told(row: dict[str, Any]) -> str:
    head = [f"{row['path']} ({row['format']}, {row['kind']}, language {row['language'] or 'unknown'})"]
    head += [
        f"  {key + ':':<11} {row[key]}" for key in ("title", "publisher", "author", "published", "url") if row[key]
    ]
    head += ["  cut off by a paywall"] if row["cut_off"] else []
    head += (
        [f"  read up to sentence {row['sentences']:,} of {row['sentences'] + row['unread']:,}"] if row["unread"] else []
    )
    head += [f"  note:       {note}" for note in row["notes"]]
    phrases = ", ".join(k["phrase"] for k in row["keyphrases"])
    dropped = [f"  line {d['line']}: {d['reason']}: {_short(d['text'])}" for d in row["dropped"]]
    return "\n".join(
        [
            *head,
            "",
            "keyphrases",
            f"  {phrases or 'none'}",
            "",
            "summary",
            *(f"  {s}" for s in row["summary"]),
            "",
            f"kept: {len(row['body'])} paragraphs",
            *(f"  {_short(p)}" for p in row["body"]),
            "",
            f"dropped: {len(dropped)} lines",
            *dropped,
            "",
        ]
    )


def _short(text: str, most: int = 100) -> str:
    flat = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"
