"""`briefing build --pdf`: a PDF for each topic, printed by a browser that is there, into pdf/ of the fresh site."""

from __future__ import annotations

import os
from pathlib import Path
from posixpath import relpath
from urllib.parse import urljoin

from .. import disk
from ..errors import Problem, UnprintedError
from ..material.print_copy import printable, with_link
from ..model import Site
from .console import Console
from .engine_child import SiteSettings

_FOLDER = "pdf"


def print_topics(settings: SiteSettings, site: Site, fresh: Path, talk: Console) -> list[Problem]:
    """Prints every topic of the site that was built in `fresh`, and links each page to its PDF; gives all that went
    wrong. A topic that could not be printed has no PDF and no link to one."""
    browser = disk.find_browser()
    if browser is None:
        return [_none()]
    problems, topics = [], [briefing.topic for briefing in site.brief.briefings]
    with talk.progress(len(topics), "printing", "printed") as step:
        for topic in topics:
            target = f"{_FOLDER}/{topic}.pdf"
            try:
                _print(browser, settings, topic, fresh, target)
            except UnprintedError as error:
                problems.append(Problem(target, str(error), hint=f"the browser is {browser}"))
            step(target)
    talk.say(f"{_FOLDER}/: {len(topics) - len(problems)} of {len(topics)} topics printed by {browser}")
    return problems


def _print(browser: str, settings: SiteSettings, topic: str, fresh: Path, target: str) -> None:
    url = f"topics/{topic}/" if settings.use_directory_urls else f"topics/{topic}.html"
    file = fresh / (f"{url}index.html" if url.endswith("/") else url)
    if not file.is_file():
        raise UnprintedError(f"the site has no page topics/{topic}")
    page = file.read_text(encoding="utf-8")
    address = urljoin(settings.site_url, url) if settings.site_url else ""
    disk.print_page(browser, printable(page, file.as_uri(), address), fresh / target, fresh.parent)
    href = relpath(target, url if url.endswith("/") else "topics")
    file.write_text(with_link(page, href), encoding="utf-8")


def _none() -> Problem:
    named = os.environ.get(disk.BROWSER_SETTING)
    looked = f"looked for {', '.join(disk.BROWSER_NAMES)}, and in /Applications"
    if named:
        looked = f"{disk.BROWSER_SETTING} names no program: {named}"
    return Problem(
        f"{_FOLDER}/",
        f"expected Chromium, Chrome or Edge to print with, found none ({looked}); the site was built without PDFs",
        hint=f"install one of them, or name its program in {disk.BROWSER_SETTING}, and build again",
    )
