"""`briefing check` tells everything at once, with its place and how bad it is; a build tells of the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.commands import check
from generator.errors import Problem
from generator.text import segmenter
from tests.shipped import copy_shipped

Run = Callable[..., tuple[int, str, str]]
BARE = [
    "sources/first.txt: note: has no date and no publisher",
    "sources/second.txt: note: has no date and no publisher",
]


def add(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + text, encoding="utf-8")


def lines(said: str) -> list[str]:
    return said.splitlines()


def dated(project: Path) -> None:
    for name in ("first", "second"):
        add(project / "sources" / f"{name}.meta.yml", "published: 2031-03-04\npublisher: Harbour Gazette\n")


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


def test_a_project_in_order_says_so(project: Path, briefing: Run) -> None:
    dated(project)
    briefing("-q", "-C", project, "render")
    assert briefing("-C", project, "check", "--strict") == (0, "", "all in order\n")


def test_everything_is_told_in_one_go_worst_first_with_file_and_line(project: Path, briefing: Run) -> None:
    add(
        project / "briefing.yml",
        "  - {id: moon, title: Moon, scope: s, terms: [moon]}\n"
        "  - id: money\n    title: Money\n    scope: s\n    terms:\n      - euros\n      - milion\n      - tax\n"
        "names:\n  - name: Ana Lind\n    aliases: [Anna Lynd]\n",
    )
    add(project / "sources" / "empty.txt", "")
    add(project / "sources" / "fist.txt.meta.yml", "kind: report\n")
    add(project / "docs" / "own.md", "# Ours\n\nSee [it](sources/gone.md).\n")
    code, out, err = briefing("-C", project, "check")
    assert (code, out) == (1, "")
    assert lines(err) == [
        "sources/empty.txt: skipped: the file is empty",
        "sources/fist.txt.meta.yml: lies beside no document; was its document renamed to first.txt, which has none? "
        "Name it first.txt.meta.yml",
        "briefing.yml:11: topics.moon.terms: no source holds any of its terms",
        "docs/own.md:3: leads to a page that is not there: sources/gone.md; mend the link, or take it out",
        "briefing.yml:17: warning: topics.money.terms: no source holds the term 'milion'; did you mean 'million'?",
        "docs/index.md: warning: not what the sources make now, as are 12 more; run `briefing render`",
        "briefing.yml:18: note: topics.money.terms: no source holds the term 'tax'",
        "briefing.yml:21: note: names.Ana Lind.aliases: no source holds the spelling 'Anna Lynd'",
        *BARE,
        "4 errors, 2 warnings, 4 notes",
    ]
    assert sorted(p.name for p in (project / "docs").iterdir()) == ["own.md"], "nothing is written"


def test_a_publisher_of_whom_there_is_no_source_is_a_note(project: Path, briefing: Run) -> None:
    dated(project)
    add(
        project / "briefing.yml",
        "publishers:\n  - name: Harbor Gazette\n  - {name: Courier, country: Norway}\n",
    )
    briefing("-q", "-C", project, "render")
    assert briefing("-C", project, "check", "--strict")[2].splitlines() == [
        "briefing.yml:12: note: publishers.Harbor Gazette: no source is of this publisher; "
        "did you mean 'Harbour Gazette'?",
        "briefing.yml:13: note: publishers.Courier: no source is of this publisher",
        "2 notes",
    ]


def test_notes_are_no_problem_and_warnings_are_one_under_strict(project: Path, briefing: Run) -> None:
    briefing("-q", "-C", project, "render")
    assert briefing("-C", project, "check", "--strict") == (0, "", "\n".join([*BARE, "2 notes", ""]))
    settings = project / "briefing.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("harbour]", "harbuor]"), encoding="utf-8")
    said = "briefing.yml:6: warning: topics.port.terms: no source holds the term 'harbuor'; did you mean 'harbour'?"
    code, _, err = briefing("-C", project, "check")
    assert (code, lines(err)[0]) == (0, said)
    assert briefing("-C", project, "check", "--strict")[0] == 1


def test_broken_settings_do_not_hide_what_is_wrong_with_sources(project: Path, briefing: Run) -> None:
    add(project / "briefing.yml", "qotes: {}\n")
    add(project / "sources" / "first.meta.yml", "publishd: 2031-03-04\n")
    add(project / "sources" / "gone.meta.yml", "kind: report\n")
    code, _, err = briefing("-C", project, "check")
    assert code == 1
    assert lines(err)[0] == "briefing.yml:11: qotes: unknown setting; did you mean 'quotes'?"
    assert lines(err)[1].startswith(
        "sources/first.txt: skipped: first.meta.yml line 1: publishd: unknown key, did you mean"
    )
    assert lines(err)[2].startswith(
        "sources/gone.meta.yml: lies beside no document; was its document renamed to second.txt"
    )
    (project / "briefing.yml").unlink()
    assert briefing("-C", project, "check")[0] == 2


def test_json_is_one_object_a_line(project: Path, briefing: Run) -> None:
    add(project / "briefing.yml", "  - {id: moon, title: Moon, scope: s, terms: [moon]}\n")
    code, out, err = briefing("-C", project, "check", "--json")
    rows = [json.loads(line) for line in lines(out)]
    assert (code, err) == (1, "1 error, 1 warning, 2 notes\n")
    assert rows[0] == {
        "level": "error", "file": "briefing.yml", "message": "no source holds any of its terms", "line": 11,
        "key": "topics.moon.terms", "hint": None,
    }  # fmt: skip
    assert [row["level"] for row in rows] == ["error", "warning", "note", "note"]


@pytest.mark.parametrize("asked", [True, False], ids=["where asked for", "in GitHub Actions"])
def test_annotations_name_the_file_and_its_line(
    project: Path, briefing: Run, monkeypatch: pytest.MonkeyPatch, asked: bool
) -> None:
    if not asked:
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
    add(project / "briefing.yml", "  - {id: moon, title: Moon, scope: s, terms: [moon]}\n")
    add(project / "sources" / "100%, or: more\n.txt", "")
    code, out, _ = briefing("-C", project, "check", *(["--annotations"] if asked else []))
    assert code == 1
    assert lines(out) == [
        "::error file=sources/100%25%2C or%3A more\N{REPLACEMENT CHARACTER}.txt::skipped: the file is empty",
        "::error file=briefing.yml,line=11,title=topics.moon.terms::no source holds any of its terms",
        "::warning file=docs/index.md::not what the sources make now, as are 11 more; run `briefing render`",
        "::notice file=sources/first.txt::has no date and no publisher",
        "::notice file=sources/second.txt::has no date and no publisher",
    ]


def test_one_more_finder_is_one_more_row_of_a_table(
    project: Path, briefing: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Problem("editorial/port.yml", "its statement is gone", line=3)
    monkeypatch.setattr(check, "FINDERS", (*check.FINDERS, lambda checked: [found]))
    assert str(found) in lines(briefing("-C", project, "check")[2])


def test_a_renamed_source_does_not_lose_its_metadata_in_silence(project: Path, briefing: Run) -> None:
    dated(project)
    (project / "sources" / "first.txt").rename(project / "sources" / "port-vote.txt")
    code, _, err = briefing("-C", project, "build")
    said = "sources/first.meta.yml: lies beside no document; was its document renamed to port-vote.txt, which has none?"
    assert code == 0
    assert [line for line in lines(err) if line.startswith(said)]
    assert briefing("-C", project, "build", "--strict")[0] == 1
    (project / "sources" / "first.meta.yml").rename(project / "sources" / "port-vote.txt.meta.yml")
    assert briefing("-C", project, "build", "--strict")[0] == 0


def test_a_sidecar_with_a_slip_stops_a_strict_build(project: Path, briefing: Run) -> None:
    add(project / "sources" / "first.meta.yml", "publishd: 2031-03-04\n")
    for verb in (["build"], ["render"], ["render", "--check"]):
        code, _, err = briefing("-C", project, *verb, "--strict")
        assert (code, "sources/first.txt: skipped: first.meta.yml line 1: publishd: unknown key" in err) == (1, True)


def test_another_spelling_of_a_term_and_the_beginning_of_a_longer_one_are_held(project: Path, briefing: Run) -> None:
    terms = "[port, city council, city-council, citycouncil, city, new port, euro, million euros, million]"
    settings = project / "briefing.yml"
    text = settings.read_text(encoding="utf-8").replace("[port, harbour]", terms)
    settings.write_text(text, encoding="utf-8")
    assert "term" not in briefing("-C", project, "check")[2]


@pytest.mark.parametrize("verb", ["build", "render"])
def test_a_build_tells_what_check_tells(project: Path, briefing: Run, verb: str) -> None:
    settings = project / "briefing.yml"
    text = settings.read_text(encoding="utf-8").replace("harbour]", "harbuor, quay]")
    settings.write_text(text + "  - {id: moon, title: Moon, scope: s, terms: [moon]}\n", encoding="utf-8")
    code, _, err = briefing("-q", "-C", project, verb)
    assert (code, lines(err)) == (0, [
        "briefing.yml:11: topics.moon.terms: no source holds any of its terms",
        "briefing.yml:6: warning: topics.port.terms: no source holds the term 'harbuor'; did you mean 'harbour'?",
    ])  # fmt: skip


def test_the_sample_is_in_order_and_its_title_on_other_sources_is_not(tmp_path: Path, briefing: Run) -> None:
    copy_shipped(tmp_path)
    assert "title" not in briefing("-C", tmp_path, "check")[2]
    for path in (tmp_path / "sources").iterdir():
        path.unlink()
    add(
        tmp_path / "sources" / "own.txt",
        "The telecom ministry of Farhaven wants a 5G network, its minister said in May.\n",
    )
    said = (
        "briefing.yml:5: warning: title: still the title of the sample, whose sources are gone; say what your briefing"
    )
    assert [line for line in lines(briefing("-C", tmp_path, "render")[2]) if line.startswith(said)]


def _written(project: Path) -> dict[Path, bytes]:
    """Every file of the project but what it remembers."""
    found = (path for path in project.rglob("*") if path.is_file() and ".briefing" not in path.parts)
    return {path: path.read_bytes() for path in found}


def test_a_dead_target_is_told_once_before_anything_is_written(project: Path, briefing: Run) -> None:
    briefing("-q", "-C", project, "render")
    page = project / "docs" / "topics" / "port.md"
    taken = "".join(
        line for line in page.read_text(encoding="utf-8").splitlines(True) if not line.startswith("briefing:")
    )
    assert taken.count("](../sources/second.md") > 1
    page.write_text(taken + "\n[the vote](../sources/first.md#s-nowhere) [again](../sources/first.md#s-nowhere)\n")
    (project / "sources" / "second.txt").unlink()
    before = _written(project)
    for verb in ("build", "render"):
        code, _, err = briefing("-C", project, verb)
        assert code == 2
        (anchor, gone) = lines(err)
        assert (
            "an anchor that docs/sources/first.md has not: ../sources/first.md#s-nowhere (2 links lead there)" in anchor
        )
        assert "leads to a page that is not there: ../sources/second.md" in gone and "links lead there)" in gone
        assert gone.startswith("docs/topics/port.md:")
    assert _written(project) == before


def test_pages_off_the_site_and_whole_links_are_let_be(project: Path, briefing: Run) -> None:
    add(project / "mkdocs.yml", "exclude_docs: |\n  /notes/\n")
    add(project / "docs" / "notes" / "plan.md", "# Plan\n\n[gone](gone.md)\n")
    add(project / "docs" / "own.md", "# Ours\n\n[site](https://farhaven.example/a.md) [list](sources/index.md#sources) "
        "[page](topics/port.md) [other](more/other.md)\n")  # fmt: skip
    add(project / "docs" / "more" / "other.md", "# Other\n\n[up](../own.md#anything)\n")
    assert briefing("-C", project, "build", "--strict")[0] == 0


def test_a_long_quote_on_a_page_of_ones_own_is_told(project: Path, briefing: Run) -> None:
    add(project / "briefing.yml", "quotes: {max_words: 12}\n")
    long = "Fishing crews protested outside the town hall for two hours. The new port was approved by the city council"
    text = "The new port was approved by the city council on 3 March 2021. The port will cost 45 million euros"
    add(project / "docs" / "own.md", f"# Ours\n\nThey wrote “{text}”.\n\n> {long}\n")
    said = (
        "docs/own.md: warning: quotes 20 words of sources/second.txt, where quotes.max_words is 12: “The new port was "
        "approved by the city council on 3 March 2021. The port will co…”"
    )
    assert [line for line in lines(briefing("-C", project, "check")[2]) if "quotes 2" in line] == [said]


def test_sources_without_spaces_ask_for_what_cuts_them(
    project: Path, briefing: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    dated(project)
    thai = "การท่าเรือประกาศเมื่อวันจันทร์ว่าเทศบาลจะลงทุนเพื่อสร้างเขื่อนกันคลื่น สมาคมชาวประมงกังวลว่าท่าเทียบเรือจะปิด"
    add(project / "sources" / "thai.txt", f"---\nlanguage: th\n---\n{thai}\n")
    add(project / "sources" / "thai2.txt", "---\nlanguage: ja\n---\n港湾局は防潮堤を建設する。\n")
    asked = (
        "sources/thai.txt: warning: written without spaces (ja, th) and 1 more in such a language: without its words, "
        "keyphrases are few and topics miss it; pip install 'briefing[scripts]' brings what cuts them"
    )
    assert asked not in lines(briefing("-C", project, "check")[2])
    monkeypatch.setattr(segmenter, "_breaker", lambda: None)
    assert asked in lines(briefing("-C", project, "check")[2])
