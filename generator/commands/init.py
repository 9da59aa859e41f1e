"""A project of its own, apart from the generator, that builds at once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from .. import disk
from ..analysis import analyse
from ..briefing.propose_topics import propose_topics
from ..config import Config, Topic
from ..corpus import read_all
from ..disk import new_project
from ..errors import BriefingError, Problem
from ..model import Analysis, Metadata, SourceFile
from ..text.language_tags import language_code
from . import add as adding
from .console import Console

_SCHEMA = ".briefing/briefing.schema.json"
_EDITORIAL_SCHEMA = ".briefing/editorial.schema.json"
_SAMPLE = Topic(
    "ferry",
    "The ferry",
    "The electric ferry to the island of Lunn, what it costs, and who wants what of it.",
    ("ferry", "pier", "crossings"),
)
_SETTINGS = """\
# yaml-language-server: $schema={schema}
#
# The one file to edit. After a change, run `briefing build`; `briefing check` tells what is wrong with it.

title: {title}
language: {language}

# Each topic is a page. Its terms bring statements to it, the rarer the more.{about}
topics:
{topics}"""
_PROPOSED = """
# These were proposed from the documents: give them titles and scopes of your own, mend the terms, delete topics."""


@dataclass(frozen=True, slots=True)
class _Found:
    """The documents that a project begins with: those that can be read, what each says, and why others are left out."""

    files: tuple[SourceFile, ...]
    analyses: tuple[Analysis, ...]
    left: tuple[Problem, ...]


def init(root: Path, documents: Path | None, title: str | None, talk: Console) -> None:
    """Makes the folder `root` a project: with the documents of the folder `documents`, or those that lie in its
    sources/ already, and topics proposed from them, else with a sample. Raises BriefingError, and writes nothing, where
    that would overwrite a file, or where no document can be read."""
    found = _begin(root, documents, talk)
    topics = propose_topics(found.analyses) if found else (_SAMPLE,)
    name = title or _title(root)
    files = {
        "briefing.yml": _settings(name, found, topics).encode(),
        "mkdocs.yml": new_project.shipped("mkdocs.yml"),
        _SCHEMA: new_project.shipped("briefing.schema.json"),
        _EDITORIAL_SCHEMA: new_project.shipped("editorial.schema.json"),
        **_published(name),
    }
    if not found:
        files |= {f"sources/{name}": data for name, data in new_project.shipped_folder("project/sources").items()}
    new_project.create(root, files)
    if found and documents:
        _take_in(root, [documents / file.path.removeprefix("sources/") for file in found.files], talk)
    for problem in found.left if found else ():
        talk.warn(str(problem))
    _tell(root, found, topics, files, talk)


def _begin(root: Path, documents: Path | None, talk: Console) -> _Found | None:
    """The documents to begin with: those of `documents`, else those in the folder's sources/; None without either."""
    own = documents or (root / "sources" if (root / "sources").is_dir() else None)
    return _read(own, talk) if own else None


def _read(folder: Path, talk: Console) -> _Found:
    if not folder.is_dir():
        raise BriefingError(Problem(str(folder), "expected a folder of documents, found none"))
    config = Config(title="", topics=())
    files, unopened = disk.scan(folder, config.limits)
    with talk.progress(len(files)) as step:
        articles, unread = read_all(files, config, disk.parse_apart)
        left = {one.path: one.reason for one in (*unopened, *unread)}
        if not articles:
            raise BriefingError(
                Problem(str(folder), "expected at least one readable document, found none"), *_left(folder, left)
            )
        analyses = []
        for article in articles:
            step(article.path)
            analyses.append(analyse(article, config))
    return _Found(tuple(f for f in files if f.path not in left), tuple(analyses), _left(folder, left))


def _left(folder: Path, left: Mapping[str, str]) -> tuple[Problem, ...]:
    names = ((str(folder / path.removeprefix("sources/")), reason) for path, reason in sorted(left.items()))
    return tuple(Problem(name, f"left out: {reason}", level="warning") for name, reason in names)


def _take_in(root: Path, paths: Sequence[Path], talk: Console) -> None:
    """Copies documents into the project as `briefing add` does: named by date and title, with what is known of them."""
    wanted = adding.Wanted(tuple(map(str, paths)), Metadata(), most=None, allow_private=False)
    adding.add(disk.open_project(root), replace(talk, quiet=True), wanted)


def _title(root: Path) -> str:
    """A title for the site, from the name of its folder."""
    words = " ".join(re.split(r"[\W_]+", root.resolve().name)).strip()
    return words[:1].upper() + words[1:] or "Briefing"


def _settings(title: str, found: _Found | None, topics: Sequence[Topic]) -> str:
    tags = (language_code(a.article.metadata.language) for a in found.analyses) if found else ()
    spoken = Counter(code for code in tags if code)
    rows = [{"id": t.id, "title": t.title, "scope": t.scope, "terms": list(t.terms)} for t in topics]
    return _SETTINGS.format(
        schema=_SCHEMA,
        title=_scalar(title),
        language=_scalar(min(spoken, key=lambda code: (-spoken[code], code), default="en")),
        about=_PROPOSED if found else "",
        topics="\n".join(_indented(row) for row in rows),
    )


def _scalar(text: str) -> str:
    return yaml.safe_dump(text, allow_unicode=True, width=10_000).removesuffix("...\n").strip()


def _indented(row: Mapping[str, object]) -> str:
    """A topic as an item of the list, as a person would write it."""
    lines = [f"{key}: {_scalar(str(value))}" for key, value in row.items() if key != "terms"]
    terms = row["terms"]
    lines += ["terms:", *(f"  - {_scalar(term)}" for term in (terms if isinstance(terms, list) else ()))]
    return "  - " + "\n    ".join(lines) + "\n"


def _published(title: str) -> dict[str, bytes]:
    """What a project in git needs to be published: its workflow, the pinned generator, what git is to pass over."""
    data = new_project.shipped_folder("project")
    about = data["README.md"].decode().replace("{{ title }}", title)
    wheel = new_project.installed_wheel()
    held = {f"wheels/{wheel.name}": wheel.data} if wheel and wheel.data else {}
    return {
        "README.md": about.replace("{{ version }}", new_project.installed_version()).encode(),
        "requirements.txt": _requirements(wheel),
        ".gitignore": data["gitignore"],
        ".gitattributes": data["gitattributes"],
        ".github/workflows/pages.yml": data["pages.yml"],
        ".github/workflows/changes.yml": data["changes.yml"],
        ".github/workflows/watch.yml": data["watch.yml"],
        ".github/dependabot.yml": data["dependabot.yml"],
        **held,
    }


def _requirements(wheel: new_project.Wheel | None) -> bytes:
    """The generator and every package that it needs, pinned by hashes."""
    if wheel is None:
        first = f"briefing=={new_project.installed_version()}"
    elif wheel.data is not None:
        first = f"./wheels/{wheel.name} --hash=sha256:{wheel.sha256}"
    else:
        first = f"briefing @ {wheel.url} --hash=sha256:{wheel.sha256}"
    return f"{first}\n\n".encode() + new_project.shipped("requirements.lock")


def _tell(root: Path, found: _Found | None, topics: Sequence[Topic], files: Mapping[str, bytes], talk: Console) -> None:
    sources = len(found.files) if found else sum(path.startswith("sources/") for path in files)
    talk.say(f"{root}/: a project with {sources} document{'' if sources == 1 else 's'}")
    for topic in topics if found else ():
        talk.say(f"  topic {topic.title}: {', '.join(topic.terms)}")
    if new_project.installed_wheel() is None:
        talk.warn(
            f"{root / 'requirements.txt'}: briefing was not installed from a wheel, so its hash is not known; before "
            "you publish, put the wheel's file or address there, with what `pip hash` prints"
        )
    talk.say(f"next: edit {root / 'briefing.yml'}, then run `briefing -C {root} build`")
