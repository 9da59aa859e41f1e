"""Every address that a finished page, the search index or the sitemap names inside the site leads somewhere."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import lxml.html
import pytest

from tests.browser.conftest import ADDRESS, BASE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

HOST = "https://owner.github.io"
NAMES = "//@href | //@src | //form/@action | //@data-clipboard-target"


def place(path: str) -> str:
    return path + "index.html" if path.endswith("/") or not path else path


def leads(address: str, anchors: dict[str, set[str]], site: Path) -> bool:
    """Whether an absolute address is elsewhere on the web, or a file of the site with that anchor."""
    whole, anchor = urldefrag(address)
    if urlsplit(whole).scheme not in {"http", "https"}:
        return urlsplit(whole).scheme in {"mailto", "data"}
    if not whole.startswith(HOST):
        return True
    path = unquote(urlsplit(whole).path)
    file = place(path.removeprefix(BASE))
    if not path.startswith(BASE) or not (site / file).is_file():
        return False
    anchor = unquote(anchor).partition(":~:")[0]
    return not anchor or file not in anchors or anchor in anchors[file]


def test_every_link_leads_somewhere(site: Path) -> None:
    trees = {p.relative_to(site).as_posix(): lxml.html.parse(p).getroot() for p in sorted(site.rglob("*.html"))}
    anchors = {name: set(tree.xpath("//@id")) for name, tree in trees.items()}
    broken = []
    for name, tree in trees.items():
        here = urljoin(ADDRESS, "" if name == "404.html" else name)
        broken += [(name, a) for a in tree.xpath(NAMES) if not leads(urljoin(here, a), anchors, site)]
        assert len(tree.xpath("//@id")) == len(anchors[name]), f"{name}: an id stands twice"
    for file in site.glob("pagefind/fragment/*"):
        page = json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        hits = [f"{page['url'][1:]}#{anchor['id']}" for anchor in page["anchors"]]
        broken += [("search", hit) for hit in hits if not leads(ADDRESS + hit, anchors, site)]
    named = re.findall(r"<loc>([^<]+)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    broken += [
        ("sitemap.xml", address)
        for address in named
        if not address.startswith(ADDRESS) or not leads(address, anchors, site)
    ]
    assert not leads(ADDRESS + "nothing/", anchors, site)
    assert not leads(ADDRESS + "#nothing", anchors, site)
    assert not leads(HOST + "/topics/5g/", anchors, site)  # outside the folder that Pages serves
    assert named
    assert broken == []
