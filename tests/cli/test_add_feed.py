"""`briefing add` with a feed: the pages of its new entries, once each, whatever becomes of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.fetching import Fetched, Fetcher
from tests.cli.adding import TEXT, Run, page, sources
from tests.web import Web


def feed(*entries: tuple[str, str, str]) -> str:
    rows = "".join(
        f"<item><title>{t}</title><link>{link}</link><pubDate>{day}</pubDate></item>" for t, link, day in entries
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour feed</title>{rows}</channel></rss>'


def test_a_feed_gives_the_pages_of_its_new_entries(project: Path, briefing: Run, web: Web) -> None:
    days = [f"0{n} Mar 2021 10:00:00 GMT" for n in range(1, 4)]
    for n in range(1, 4):
        web.page(f"/{n}", page(f"Crane {n} leaves the port", f"2021-03-0{n}"))
    entries = [(f"Crane {n}", f"/{n}", days[n - 1]) for n in range(1, 4)]
    url = web.page("/feed", feed(*entries, ("Gone", "/gone", days[0])), "application/rss+xml")
    add = ("-C", project, "add", "--allow-private", "--no-build", url)
    code, _, err = briefing(*add, "--most", "1")
    assert code == 0
    assert f"{url}: a feed of 4 entries, 4 new, 1 of them now (--all takes all)" in err
    assert "2021-03-03-crane-3-leaves-the-port.html" in sources(project), "the newest"
    assert "/1" not in web.paths
    code, _, err = briefing(*add, "--all")
    assert code == 1
    assert f"{web.url('/gone')}: not added: it answers 404 Not Found" in err
    assert sum(name.endswith(".html") for name in sources(project)) == 3
    assert web.paths.count("/3") == 1


def test_a_feed_says_what_a_page_does_not(project: Path, briefing: Run, web: Web) -> None:
    web.page("/1", f"<html><body><h1>Pilots strike</h1><p>{TEXT.replace(chr(10), ' ')}</p></body></html>")
    url = web.page("/feed", feed(("Pilots strike", "/1", "Wed, 05 May 2021 10:00:00 GMT")), "text/xml")
    assert briefing("-C", project, "add", "--allow-private", "--no-build", url)[0] == 0
    side = (project / "sources" / "2021-05-05-pilots-strike.html.meta.yml").read_text(encoding="utf-8")
    assert "publisher: Harbour feed\npublished: 2021-05-05 # from: date of the feed's entry\n" in side


def three(web: Web) -> str:
    """A feed of three pages, the second of which is not there, and one of which is told of twice."""
    for n in (1, 3):
        web.page(f"/{n}", page(f"Crane {n} leaves the port", f"2021-03-0{n}"))
    rows = [(f"Crane {n}", f"/{n}", f"0{n} Mar 2021 10:00:00 GMT") for n in (1, 2, 3)]
    return web.page("/feed", feed(*rows, ("Crane 3 again", "/3?utm_source=feed", rows[2][2])), "text/xml")


NEW = ["2021-03-01-crane-1-leaves-the-port.html", "2021-03-03-crane-3-leaves-the-port.html"]


def watching(project: Path, url: str) -> tuple[object, ...]:
    settings = project / "briefing.yml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}watch: [{url}]\n", encoding="utf-8")
    return ("-C", project, "add", "--watched", "--all", "--allow-private", "--no-build")


def test_what_is_watched_is_added_and_nothing_twice(project: Path, briefing: Run, web: Web) -> None:
    url = three(web)
    add = watching(project, f"{web.url('/none')}, {url}")
    code, _, err = briefing(*add)
    assert code == 1
    assert [name for name in sources(project) if name.endswith(".html")] == NEW
    assert err.splitlines()[-2:] == [
        f"{web.url('/none')}: not added: it answers 404 Not Found",
        f"{web.url('/2')}: not added: it answers 404 Not Found",
    ], "what could not be added is told together, after the rest"
    assert f"{url}: a feed of 4 entries, 3 new" in err
    asked = len(web.asked)
    assert briefing(*add)[0] == 1
    assert [name for name in sources(project) if name.endswith(".html")] == NEW
    assert [path for path in web.paths[asked:] if path != "/robots.txt"] == ["/none", "/feed", "/2"]


def test_a_source_that_was_withdrawn_does_not_come_back(project: Path, briefing: Run, web: Web) -> None:
    add = watching(project, three(web))
    briefing(*add)
    why = ("--because", "not ours", "--by", "Bo Ek", "--on", "2021-05-01")
    assert briefing("-C", project, "withdraw", f"sources/{NEW[0]}", *why)[0] == 0
    for _ in range(2):
        assert briefing(*add)[0] == 1
        assert web.paths.count("/1") == 1
        (project / "sources" / NEW[0]).unlink(missing_ok=True)  # the record alone is enough


def test_where_it_is_stopped_what_was_added_stays_and_what_failed_is_told(
    project: Path, briefing: Run, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = watching(project, three(web))

    genuine = Fetcher.fetch

    def stopped(self: Fetcher, url: str) -> Fetched:
        if url.endswith("/1"):
            raise KeyboardInterrupt
        return genuine(self, url)

    monkeypatch.setattr(Fetcher, "fetch", stopped)
    code, _, err = briefing(*add)
    assert code != 0
    assert f"{web.url('/2')}: not added: it answers 404 Not Found" in err
    assert [name for name in sources(project) if name.endswith(".html")] == [NEW[1]]


def test_a_feed_beyond_the_limit_of_entries_is_told_and_the_next_is_added(
    project: Path, briefing: Run, web: Web
) -> None:
    good = three(web)
    many = web.page("/many", feed(*[("x", f"/m{n}", "") for n in range(30)]), "text/xml")
    settings = project / "briefing.yml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}limits: {{entries: 20}}\n", encoding="utf-8")
    code, _, err = briefing(*watching(project, f"{many}, {good}"))
    assert code == 1
    assert f"{many}: not added: 30 entries" in err
    assert [name for name in sources(project) if name.endswith(".html")] == NEW
    assert not any(path.startswith("/m1") for path in web.paths)


def test_where_nothing_is_watched_or_named_that_is_told(project: Path, briefing: Run) -> None:
    assert briefing("-C", project, "add", "--watched") == (
        0, "", "nothing is watched: list the addresses of feeds under `watch` in briefing.yml\n"
    )  # fmt: skip
    code, _, err = briefing("-C", project, "add")
    assert code == 2
    assert "expected a file, an address or -, or --watched" in err
