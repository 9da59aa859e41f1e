"""A site from what is kept is the site that is made anew, after any change, and only what changed is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generator.checks import pages as checked
from generator.checks.seen import Seen
from generator.config import Config, OwnText, PageRules, Publisher, parse
from generator.disk.cache import Cache
from generator.model import Analysis, Page, Site, SourceFile
from generator.pages import render, source_pages
from generator.pages.context import Context
from generator.pages.source_page import source_page
from generator.pages.views.cited_at import Citing
from generator.pipeline import run
from generator.remember import Memory, keeping, remembering
from generator.text.room import Room
from tests.conftest import FIRST, SECOND, SETTINGS
from tests.long_site import CONFIG as LONG_CONFIG
from tests.long_site import long_brief

CONFIG = replace(parse(SETTINGS), quotes=replace(parse(SETTINGS).quotes, max_share=1.0))
THIRD = "Baker wins a prize\n\nA baker in Lower Wend won a prize for rye bread on Sunday, the guild said.\n"
FILES = tuple(
    SourceFile(f"sources/{name}.txt", text.encode()) for name, text in (("a", FIRST), ("b", SECOND), ("c", THIRD))
)


def kept(folder: Path, files: Sequence[SourceFile] = FILES, config: Config = CONFIG) -> Site:
    """The site of `files`, with what an earlier run left in `folder`."""
    with keeping(Cache(folder, b"k" * 32, b"1")):
        return run(files, config)


Change = Callable[[Sequence[SourceFile], Config], tuple[Sequence[SourceFile], Config]]


def _text(old: str, new: str) -> Change:
    return lambda files, config: (
        [replace(file, data=file.data.replace(old.encode(), new.encode())) for file in files],
        config,
    )


def _beside(name: str, text: str) -> Change:
    return lambda files, config: (
        [
            replace(file, beside=((f"{name}.meta.yml", text.encode()),)) if file.path == f"sources/{name}.txt" else file
            for file in files
        ],
        config,
    )


CHANGES: dict[str, Change] = {
    "one added": lambda files, config: (
        (*files, SourceFile("sources/d.txt", THIRD.replace("rye", "oat").encode())),
        config,
    ),
    "one gone": lambda files, config: (files[1:], config),
    "the last gone": lambda files, config: (files[:-1], config),
    "a copy of one": lambda files, config: ((*files, SourceFile("sources/d.txt", FIRST.encode())), config),
    "one of another name": lambda files, config: ((replace(files[0], path="sources/z.txt"), *files[1:]), config),
    "a word": _text("rye", "oat"),
    "a title": _text("Baker wins", "Bakers win"),
    "a day": _beside("a", "published: 2021-03-04\n"),
    "a publisher": _beside("c", "publisher: Harbour Gazette\nadded: 2021-03-05\n"),
    "a digest": _beside("b", "kind: digest\n"),
    "a longer quote": lambda files, config: (files, replace(config, quotes=replace(config.quotes, max_words=30))),
    "a topic's title": lambda files, config: (
        files,
        replace(config, topics=(replace(config.topics[0], title="Other"), *config.topics[1:])),
    ),
    "pages of quoted sources": lambda files, config: (files, replace(config, pages=PageRules("quoted"))),
    "no pages of sources": lambda files, config: (files, replace(config, pages=PageRules("none"))),
    "a copy of one, pages of quoted sources": lambda files, config: (
        (*files, SourceFile("sources/d.txt", FIRST.encode())),
        replace(config, pages=PageRules("quoted")),
    ),
    "German": lambda files, config: (files, replace(config, language="de")),
    "a publisher's country": lambda files, config: (
        files,
        replace(config, publishers=(Publisher("Harbour Gazette", country="Norland"),)),
    ),
    "own wording": lambda files, config: (files, replace(config, wording=(OwnText("source.about", "other", "Of it"),))),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_after_a_change_and_after_it_is_undone_every_byte_is_that_of_a_first_run(
    tmp_path: Path, change: Change
) -> None:
    files, config = change(FILES, CONFIG)
    assert kept(tmp_path) == run(FILES, CONFIG)
    assert kept(tmp_path, files, config) == run(files, config)
    assert kept(tmp_path) == run(FILES, CONFIG)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of what is made: of sources' pages as they are rendered, and, after a +, of pages as they are read."""
    paths: list[str] = []
    page, seen = source_page, checked.seen

    def making(analysis: Analysis, context: Context, cited: Citing) -> Page:
        one = page(analysis, context, cited)
        paths.append(one.path)
        return one

    def reading(one: Page) -> Seen:
        paths.append(f"+{one.path}")
        return seen(one)

    monkeypatch.setattr(source_pages, "source_page", making)
    monkeypatch.setattr(checked, "seen", reading)
    return paths


def test_only_what_changed_is_made_and_read(tmp_path: Path, made: list[str]) -> None:
    first = kept(tmp_path)
    assert sorted(made) == sorted([*(f"sources/{n}.md" for n in "abc"), *(f"+{page.path}" for page in first.pages)])
    made.clear()
    kept(tmp_path)
    assert made == []
    files, config = CHANGES["one added"](FILES, CONFIG)
    second = kept(tmp_path, files, config)
    assert [path for path in made if not path.startswith("+")] == ["sources/d.md"]
    changed = {page.path for page in second.pages if page not in first.pages}
    assert {path[1:] for path in made if path.startswith("+")} == changed
    assert "sources/a.md" not in changed


def test_a_preview_makes_as_little(made: list[str]) -> None:
    memory = Memory()
    for files in (FILES, FILES, CHANGES["one added"](FILES, CONFIG)[0]):
        made.clear()
        with remembering(memory):
            site = run(files, CONFIG)
    assert [path for path in made if not path.startswith("+")] == ["sources/d.md"]
    assert site == run(files, CONFIG)


@pytest.mark.parametrize("damage", [b"", b"\0" * 99, None], ids=["emptied", "overwritten", "cut short"])
def test_damage_only_costs_time(tmp_path: Path, damage: bytes | None) -> None:
    site = kept(tmp_path)
    entries = [path for path in tmp_path.glob("*/*") if path.is_file()]
    assert entries
    for entry in entries:
        entry.write_bytes(entry.read_bytes()[:-9] if damage is None else damage)
    assert kept(tmp_path) == site


def test_a_fault_is_found_again_on_a_page_that_is_kept(tmp_path: Path) -> None:
    site = run(FILES, CONFIG)
    spoiled = replace(site, pages=tuple(replace(page, text=f"{page.text}\n[a](gone.md)\n") for page in site.pages))
    with keeping(Cache(tmp_path, b"k" * 32, b"1")):
        first = list(checked.check_pages(spoiled))
        assert list(checked.check_pages(spoiled)) == first
        assert list(checked.check_pages(site)) == []
        without = replace(site, pages=site.pages[1:])
        assert list(checked.check_pages(without)) == list(checked.check_pages(without))
    assert len(first) == len(site.pages)


def test_the_page_of_a_source_is_made_of_nothing_that_its_digest_does_not_hold() -> None:
    whole = Context(run(FILES, CONFIG).brief, CONFIG)
    part = source_pages._part(next(iter(whole.analyses.values())), whole, {})
    narrow = source_pages._Narrow(part, whole)
    for name in ("brief", "facts", "differences", "briefings"):
        assert hasattr(whole, name)
        assert not hasattr(narrow, name)
    known = {"config", "room", "words", "topics", "titles"}  # of the settings, whose digest it is too
    assert set(vars(narrow)) - known == {"analyses", "labels", "copies", "coverage", "summaries", "shown", "places"}
    for name in ("days", "entries", "topics"):
        with pytest.raises(AttributeError):
            getattr(narrow.places, name)
    with pytest.raises(KeyError):
        narrow.places.topic("port", "f-unknown")


def test_a_page_leads_to_the_row_of_the_original_that_lost_its_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of what the page of a source is made from, this alone is another: where the source is found that it copies."""
    for paged in (True, False, True):
        whole = Context(run((*FILES, SourceFile("sources/d.txt", FIRST.encode())), CONFIG).brief, CONFIG)
        copy, original = next(iter(whole.copies.items()))
        whole.analyses = {copy: whole.analyses[copy]}
        with monkeypatch.context() as patch, keeping(Cache(tmp_path, b"k" * 32, b"1")):
            patch.setattr(whole.places, "has_page", ((copy,), (copy, original))[paged].__contains__)
            (page,) = source_pages.pages_of_sources(whole)
        assert ("index.md#of-" in page.text) is not paged


def test_pages_of_a_long_source_are_kept_each_with_its_own_part(tmp_path: Path) -> None:
    brief, room = long_brief(sources=2, facts=30, carriers=2, sentences=200), Room(page=20_000)
    cold = render(brief, LONG_CONFIG, room)
    assert sum("/part-" in page.path for page in cold.pages if page.path.startswith("sources/")) > 2
    for _ in range(2):
        with keeping(Cache(tmp_path, b"k" * 32, b"1")):
            assert render(brief, LONG_CONFIG, room) == cold


def test_pages_of_other_room_are_other_pages(tmp_path: Path) -> None:
    brief = run(FILES, CONFIG).brief
    for room in (Room(), Room(page=3000), Room(page=2000, numbers=1), Room()):
        with keeping(Cache(tmp_path, b"k" * 32, b"1")):
            assert render(brief, CONFIG, room) == render(brief, CONFIG, room)
            site = render(brief, CONFIG, room)
        assert site == render(brief, CONFIG, room)
