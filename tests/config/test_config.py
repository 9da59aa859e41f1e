"""briefing.yml: its values, and its errors in full."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from generator.config import Config, KnownPublishers, Limits, NameRule, Publisher, QuoteLimits, Topic, parse, schema
from generator.errors import BriefingError

CASES = yaml.safe_load((Path(__file__).parent / "errors.yml").read_text(encoding="utf-8"))
GOOD = "title: T\ntopics:\n  - {id: a, title: A, scope: s, terms: [x]}\n"


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_every_problem_is_told_at_once(case: dict[str, str]) -> None:
    with pytest.raises(BriefingError) as caught:
        parse(case["settings"])
    assert str(caught.value).splitlines() == case["says"].splitlines()


@pytest.mark.parametrize("text", ["[" * 1_000 + "]" * 1_000, "{a: " * 1_000 + "}" * 1_000], ids=["lists", "groups"])
def test_settings_nested_without_end_are_one_error(text: str) -> None:
    with pytest.raises(BriefingError) as caught:
        parse(f"title: {text}\n")
    assert str(caught.value) == "briefing.yml: expected settings, found lists or groups nested too deeply"


def test_a_character_that_yaml_does_not_have_is_one_line_with_its_place() -> None:
    with pytest.raises(BriefingError) as caught:
        parse("title: T\ndescription: a \x00 b\n")
    (problem,) = caught.value.problems
    assert (problem.line, "\n" in str(problem)) == (2, False)
    assert problem.message == "not valid YAML: unacceptable character #x0000: special characters are not allowed"


def test_defaults() -> None:
    config = parse(GOOD)
    assert config == Config(title="T", topics=(Topic("a", "A", "s", ("x",)),))
    assert (config.quotes.max_words, config.quotes.max_share, config.publish_full_text) == (45, 0.35, False)


def test_not_is_exclude() -> None:
    config = parse(
        GOOD.replace("terms: [x]", "terms: [x], not: [x y]") + "names:\n  - {name: N, aliases: [M], not: [O]}\n"
    )
    assert config.topics[0].exclude == ("x y",)
    assert config.names == (NameRule("N", None, ("M",), ("O",)),)


def test_a_number_in_a_list_of_terms_is_text() -> None:
    config = parse(
        GOOD.replace("terms: [x]", "terms: [2006, 1.50, 12:30, 2020-10-07, 0x1F], not: [007]")
        + "names:\n  - {name: N, aliases: [86], not: [1_000]}\n"
    )
    assert config.topics[0].terms == ("2006", "1.50", "12:30", "2020-10-07", "0x1F")
    assert config.topics[0].exclude == ("007",)
    assert (config.names[0].aliases, config.names[0].exclude) == (("86",), ("1_000",))


GAZETTE = Publisher("Harbour Gazette", ("gazette.example", "HG"), "Norway", "Fjord Media", "Fjord papers")


def test_publishers_are_read_with_the_house_of_each() -> None:
    config = parse(
        GOOD + "publishers:\n  - name: Harbour Gazette\n    aliases: [gazette.example, HG]\n    country: Norway\n"
        "    owner: Fjord Media\n    family: Fjord papers\n  - name: Courier\n"
    )
    assert config.publishers == (GAZETTE, Publisher("Courier"))
    assert config.families == {"Harbour Gazette": "Fjord papers"}


@pytest.mark.parametrize(
    ("given", "url", "name"),
    [
        ("the HARBOUR  Gazette", None, "Harbour Gazette"),
        ("hg", None, "Harbour Gazette"),
        ("www.Gazette.example", None, "Harbour Gazette"),
        ("Harbour Wire", "https://gazette.example/1", "Harbour Wire"),  # another's text at its address
        (None, "https://news.gazette.example/1", "Harbour Gazette"),
        (None, "https://www.gazette.example:8080/1", "Harbour Gazette"),
        (None, "https://mygazette.example/1", None),
        (None, "https://[gazette.example/1", None),
        (None, None, None),
    ],
)
def test_a_publisher_is_known_by_its_spellings_and_its_address(
    given: str | None, url: str | None, name: str | None
) -> None:
    assert KnownPublishers((GAZETTE,)).name(given, url) == name


@pytest.mark.parametrize(
    ("group", "kind"), [(None, Config), ("quotes", QuoteLimits), ("limits", Limits)], ids=["all", "quotes", "limits"]
)
def test_schema_and_values_name_the_same_settings(group: str | None, kind: type) -> None:
    described = schema()["properties"] if group is None else schema()["properties"][group]["properties"]
    assert set(described) == {f.name for f in fields(kind)} - {"wording"}  # which has a file of its own
    made = kind() if group else None
    for name, about in described.items():
        assert about["description"].endswith((".", '".'))
        if made is not None:
            assert about["default"] == getattr(made, name)
