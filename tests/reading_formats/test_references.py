"""Files of references: CSL JSON, RIS and BibTeX say the same, beside a document or as one."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.errors import UnreadableError
from generator.model import Metadata
from generator.reading.citations import parse_bibtex, parse_csl, parse_ris

from . import make_fixtures as made
from .support import read_one

CSL = """[{"type": "article", "title": "Basin works",
 "author": [{"family": "Brandt", "given": "Ana"}, {"literal": "Port Office"}],
 "container-title": "Harbour Review", "issued": {"date-parts": [[2020, 10, 7]]},
 "accessed": {"date-parts": [["2021", 2]]},
 "URL": "https://r.example/1", "language": "en-GB"}]"""
RIS = """TY  - JOUR\r
TI  - Basin works\r
AU  - Brandt, Ana\r
AU  - Port Office\r
T2  - Harbour Review\r
DA  - 2020/10/07/\r
Y2  - 2021/02//\r
UR  - https://r.example/1\r
LA  - en\r
ER  - \r
TY  - JOUR\r
TI  - Another\r
"""
BIB = r"""@comment{made by hand}
@article{brandt2020,
  title = {{Basin} works}, author = "Brandt, Ana and {Port Office}",
  journal = {Harbour Review}, year = 2020, month = oct, url = {https://r.example/1}, urldate = {2021-02}, langid = {en}
}"""


def test_reference_files_say_the_same() -> None:
    csl, ris, bib = parse_csl(CSL), parse_ris(RIS), parse_bibtex(BIB)
    assert csl == Metadata(
        title="Basin works", author="Ana Brandt; Port Office", publisher="Harbour Review", published="2020-10-07",
        published_from="CSL-JSON issued", url="https://r.example/1", retrieved="2021-02", language="en",
    )  # fmt: skip
    assert (ris.title, ris.author, ris.publisher, ris.published, ris.retrieved) == (
        csl.title,
        csl.author,
        csl.publisher,
        csl.published,
        csl.retrieved,
    )
    assert (bib.title, bib.author, bib.published, bib.url) == (csl.title, csl.author, "2020-10", csl.url)


@pytest.mark.parametrize(
    ("value", "title"),
    [
        (r"{Gr{\"o}{\ss}e}", "Größe"),
        (r'"Caf\'{e} \& bar"', "Café & bar"),
        ("{A -- B}", "A – B"),
        ("{{A {d{ee}per}} one}", "A deeper one"),
        (r"{\v{C}apek, \H{o}, \aa, ``said''}", "Čapek, ő, å, “said”"),
        ("{Growth of 5% & more, #1}", "Growth of 5% & more, #1"),
        ("{a {$5}~fee, x^2}", "a $5 fee, x^2"),
        ('{Port: "open"}', 'Port: "open"'),
        ('"Port {"}open{"}"', 'Port "open"'),
        ('"Basin " # works', "Basin in use"),
        ('works # { and "} # 2 # {"}', 'in use and "2"'),
        ("nobody", None),
        ('nobody # " known"', "known"),
        ('"A" # \u00a0 # " port"', "A port"),
        (r"{\verb|x \verb}", "verb|x verb"),
        ("{" * 50 + "x" + "}" * 50, "x"),
    ],
)
def test_bibtex_values(value: str, title: str | None) -> None:
    assert parse_bibtex(f"@string{{use = {{in use}}}} @string(WORKS = use) @misc{{k, title = {value}}}").title == title


BIB_OF_NAMES = r"""@string{hr = "Harbour Review"}
@preamble{"@misc{no, title={No}}"}
@article{k, title = {First}, title = {Second}, journal = HR, publisher = {Basin Press},
  author = {Brandt, Ana and {Ministry of Food and Health, Norland} and Ludwig van der Berg and Pe{\~n}a, Jr., Luis},
  year = 2020, month = "7~" # oct, url = {\url{https://r.example/~ana\_b?x=1%20}}, note = {{{{aside}}}}}"""


def test_bibtex_names_are_looked_up_and_names_in_braces_stay_whole() -> None:
    found = parse_bibtex(BIB_OF_NAMES)
    assert (found.title, found.publisher, found.published) == ("First", "Harbour Review", "2020-10-07")
    assert found.author == "Ana Brandt; Ministry of Food and Health, Norland; Ludwig van der Berg; Luis Peña Jr."
    assert found.url == "https://r.example/~ana_b?x=1%20"


@pytest.mark.parametrize(
    ("month", "published"),
    [("oct", "2020-10"), ("{October}", "2020-10"), ('oct # "~7"', "2020-10-07"), ("10", "2020-10"), ("{7}", "2020-07"),
     ("{Spring}", "2020"), ("{31 February}", None)],
)  # fmt: skip
def test_bibtex_months(month: str, published: str | None) -> None:
    assert parse_bibtex(f"@misc{{k, year = 2020, month = {month}}}").published == published
    assert parse_bibtex(f"@misc{{k, year = 2020, month = {month}, date = {{2021}}}}").published == "2021"
    assert parse_bibtex(f"@misc{{k, month = {month}}}").published is None


def test_bibtex_of_great_depth_is_refused_where_it_is_read() -> None:
    deep = "{" * 51 + "x" + "}" * 51
    assert parse_bibtex(f"@misc{{k, title = {{A}}, note = {deep}}}").title == "A"
    with pytest.raises(UnreadableError, match="more than 50 braces"):
        parse_bibtex(f"@misc{{k, title = {{{deep}}}}}")


def test_a_reference_beside_a_document_goes_before_it_and_a_sidecar_before_both() -> None:
    both: dict[str, Any] = {"p__csl__json": CSL.encode(), "p__meta__yml": b"title: Mine\n"}
    found = read_one("p.html", made.page(), **both).metadata
    assert (found.title, found.author, found.published) == ("Mine", "Ana Brandt; Port Office", "2020-10-07")
    assert read_one("p.html", made.page(), p__ris=RIS.encode()).metadata.title == "Basin works"
    assert read_one("p.html", made.page(), p__html__bib=BIB.encode()).metadata.title == "Basin works"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("p__csl__json", b"{", "p.csl.json: no readable CSL-JSON"),
        ("p__ris", b"x", "p.ris: no RIS record: it has no TY line"),
        ("p__bib", b"x", "p.bib: no BibTeX entry"),
        ("p__bib", b"x\n@misc{k, title = {open", "p.bib: BibTeX: what begins in line 2 has no end or no key"),
    ],
)
def test_broken_references_are_told(name: str, data: bytes, reason: str) -> None:
    beside: dict[str, Any] = {name: data}
    with pytest.raises(UnreadableError, match=f"^{re.escape(reason)}$"):
        read_one("p.html", made.page(), **beside)
