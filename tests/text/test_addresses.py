"""What an address may tell on a public page."""

from __future__ import annotations

import pytest

from generator.text.addresses import is_tracking, published_address, without_private_parts

PLACE = "https://ledger.example/basin"


@pytest.mark.parametrize(
    "url",
    [
        PLACE,
        f"{PLACE}?id=3&page=2",
        f"{PLACE}?b",
        f"{PLACE}#Sec-2.1",
        f"{PLACE}#%C3%9Cberblick",
        "https://ledger.example:8443/basin",
        "https://Ledger.Example/Basin;v=2",
        "https://[2606:4700::1111]/basin",
        "https://web.archive.org/web/2020/http://ledger.example/basin?page=2",
        f"{PLACE}?target=quay&gateway=3&ticket=1&passage=2&pkg=4&keyword=sea&author=Lind",
    ],
)
def test_what_leads_to_a_page_stays_as_it_is(url: str) -> None:
    assert published_address(url) == url


@pytest.mark.parametrize(
    ("url", "published"),
    [
        ("https://ana:pw@ledger.example/basin", PLACE),
        (f"{PLACE}?utm_source=x&page=2&fbclid=y", f"{PLACE}?page=2"),
        (f"{PLACE};jsessionid=1F?page=2", f"{PLACE}?page=2"),
        (f"{PLACE}?userEmail=x&auth_token=y&sid=z", PLACE),
        (f"{PLACE}?t=ana%40port.example", PLACE),
        (f"{PLACE}?q=eyJhbGciOiJIUzI1NiIsInR5cCI6", PLACE),
        (f"{PLACE}#access_token=x", PLACE),
        (f"{PLACE}?gad_source=1&srsltid=x&elqTrackId=y&_openstat=z&page=2", f"{PLACE}?page=2"),
        (f"{PLACE}?spMailingID=1&fb_action_ids=2&CNDID=3&s=basin", f"{PLACE}?s=basin"),
        (f"{PLACE}?page=2&https://ana:word@ledger", f"{PLACE}?page=2"),
        (f"{PLACE}#/inbox/x", PLACE),
        (f"{PLACE}#:~:text=quay", PLACE),
        (f"{PLACE}#3f2b9c8d7e6a5b4c3d2e1f0a9b8c7d6e", PLACE),
        ("https://web.archive.org/web/2020/https://u:p@ledger.example/basin?utm_a=1&b=2",
         "https://web.archive.org/web/2020/https://ledger.example/basin?b=2"),
        ("https://go.example/?to=https%3A%2F%2Fu%3Ap%40ledger.example%2Fbasin&page=2",
         "https://go.example/?to=https://ledger.example/basin&page=2"),
    ],
)  # fmt: skip
def test_what_tells_of_a_reader_goes(url: str, published: str) -> None:
    assert published_address(url) == published


@pytest.mark.parametrize(
    "url",
    ["http://localhost:8000/x", "http://10.0.0.2/x", "http://[::1]/x", "http://[fe80::1%25eth0]/x", "http://wiki/x",
     "http://wiki.port.internal/x", "http://printer.local/x", "https://[broken/x", "https://ledger.example:port/x"],
)  # fmt: skip
def test_an_address_that_a_stranger_cannot_open_is_none(url: str) -> None:
    assert published_address(url) is None


def test_a_published_address_is_not_changed_again() -> None:
    once = published_address(f"{PLACE}?utm_source=x&to=https%3A%2F%2Fport.example%2F%3Fsid%3D1%26page%3D2#x=1")
    assert once is not None
    assert published_address(once) == once


@pytest.mark.parametrize(("key", "tells"), [("utm_id", True), ("mc_cid", True), ("sid", False), ("page", False)])
def test_a_session_is_no_tracking(key: str, tells: bool) -> None:
    assert is_tracking(key) is tells


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (f"See {PLACE}?sid=1&page=2.", f"See {PLACE}?page=2."),
        (f"({PLACE}?utm_source=x), then", f"({PLACE}), then"),
        ("at https://ana:pw@ledger.example/basin; and", "at https://ledger.example/basin; and"),
        ("at www.ledger.example/basin?fbclid=1 today", "at www.ledger.example/basin today"),
        ("from ftp://ana:pw@files.example/a.txt", "from ftp://files.example/a.txt"),
        ("from postgres://ana:pw@db/basin!", "from postgres://db/basin!"),
        ("on http://ana:pw@localhost/x", "on http://localhost/x"),
        (f"“{PLACE}?token=x”", f"“{PLACE}”"),
        (f"{PLACE}?a=1#part-2 and {PLACE}?sid=2", f"{PLACE}?a=1#part-2 and {PLACE}"),
        ("http://[broken and ana@port.example stay", "http://[broken and ana@port.example stay"),
        ("a://b, //, www., 3:4", "a://b, //, www., 3:4"),
    ],
)
def test_an_address_within_a_text_tells_no_more(written: str, told: str) -> None:
    assert without_private_parts(written) == told
