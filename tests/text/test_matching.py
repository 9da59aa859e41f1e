"""Terms are found in every spelling, and in no other word."""

from __future__ import annotations

import pytest

from generator.text.matching import matcher


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("5G", "the 5 G network", ["5 G"]),
        ("5G", "5G’s rollout and 5-G phones", ["5G’s", "5-G"]),
        ("5G", "15G and 5GHz and at 5 Grosvenor Place", []),
        (
            "cyber security",
            "cybersecurity, cyber-security and Cyber Security",
            ["cybersecurity", "cyber-security", "Cyber Security"],
        ),
        ("cybersecurity", "a cyber security pact", ["cyber security"]),
        ("supply chain", "Supply chains, a supply-chain’s end", ["Supply chains", "supply-chain’s"]),
        ("supply chains", "one supply chain", ["supply chain"]),
        ("supply chain", "supply, chain", []),
        ("technology", "technologies", ["technologies"]),
        ("IT", "it is an IT matter", ["IT"]),
        ("IPOI", "the ipoi", ["ipoi"]),
        ("port", "the airport reports a port", ["port"]),
        ("供給網", "半導体の供給網を強化", ["供給網"]),
        ("réseau", "le réseau", ["réseau"]),
    ],
)
def test_spellings(term: str, text: str, found: list[str]) -> None:
    matches = matcher([term]).find(text)
    assert [text[m.start : m.end] for m in matches] == found
    assert {m.term for m in matches} <= {term}


def test_the_longest_term_wins() -> None:
    text = "the supply chain resilience initiative"
    assert [m.term for m in matcher(["supply chain", "supply chain resilience"]).find(text)] == [
        "supply chain resilience"
    ]


def test_many_terms_and_a_long_text() -> None:
    many = matcher([f"term number {n}" for n in range(2000)] + ["5G"])
    assert len(many.find("a 5 G net " * 5000)) == 5000
