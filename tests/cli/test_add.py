"""`briefing add`: files, addresses, feeds and standard input become named sources with what was found beside them."""

from __future__ import annotations

import hashlib
import os
from datetime import date
from pathlib import Path

import pytest

from generator.disk import keep, name_taken
from tests.cli.adding import TEXT, Run, before, page, sources


def test_a_file_is_copied_named_described_and_built(project: Path, briefing: Run, tmp_path: Path) -> None:
    assert briefing("-q", "-C", project, "build")[0] == 0
    file = tmp_path / "Saved page (1).html"
    file.write_text(page(), encoding="utf-8")
    code, out, err = briefing(
        "-C", project, "add", file, "--archived", "https://archive.example/x?y", "--meta", "note=Mine: 'A'"
    )
    assert (code, out) == (0, "")
    name = "2021-03-05-cranes-leave-the-port.html"
    assert (project / "sources" / name).read_bytes() == file.read_bytes()
    assert (project / "sources" / f"{name}.meta.yml").read_text(encoding="utf-8") == (
        "title: Cranes leave the port\n"
        "publisher: The Ledger\n"
        "published: 2021-03-05 # from: meta article:published_time\n"
        "archived: https://archive.example/x?y\n"
        f"added: {date.today().isoformat()}\n"
        "language: en\n"
        "note: 'Mine: ''A'''\n"
        f"sha256: {hashlib.sha256(file.read_bytes()).hexdigest()}\n"
    )
    lines = err.splitlines()
    assert lines[:6] == [
        f"added sources/{name}",
        "  title:     Cranes leave the port",
        "  publisher: The Ledger",
        "  published: 2021-03-05 (from meta article:published_time)",
        "  archived:  https://archive.example/x?y",
        "  kept:      3 paragraphs, 67 words",
    ]
    assert lines[6].startswith("  dropped:   ")
    assert any(line.startswith("statements: ") and " new" in line for line in lines)
    assert lines[-1].startswith("built site/ from 3 sources")
    made = (project / "docs" / "sources" / "2021-03-05-cranes-leave-the-port.md").read_text(encoding="utf-8")
    assert "https://archive.example/x?y" in made
    assert briefing("-C", project, "check")[0] == 0


def test_what_was_not_found_is_left_to_fill_in(project: Path, briefing: Run, tmp_path: Path) -> None:
    file = tmp_path / "strike.txt"
    file.write_text(TEXT, encoding="utf-8")
    code, _, err = briefing("-C", project, "add", "--no-build", file)
    assert code == 0
    assert "  publisher: not found" in err
    side = project / "sources" / "pilots-strike-in-the-harbour.txt.meta.yml"
    text = side.read_text(encoding="utf-8")
    assert text.startswith("title: Pilots strike in the harbour\n# publisher: # not found; fill in")
    side.write_text(text.replace("# published: #", "published: 2021-05-03 #"), encoding="utf-8")
    assert (
        '"published": "2021-05-03"'
        in briefing("inspect", "--json", project / "sources" / "pilots-strike-in-the-harbour.txt")[1]
    )
    assert not (project / "docs").exists()


def test_verbose_prints_what_was_dropped(project: Path, briefing: Run, tmp_path: Path) -> None:
    file = tmp_path / "strike.txt"
    file.write_text(TEXT, encoding="utf-8")
    err = briefing("-v", "-C", project, "add", "--no-build", file)[2]
    assert "  dropped:   1 line: 1 title\n    line 1: title: Pilots strike in the harbour\n" in err
    assert briefing("-q", "-C", project, "add", "--no-build", file) == (0, "", f"{file}: is there already as "
        "sources/pilots-strike-in-the-harbour.txt, byte for byte\n")  # fmt: skip


def test_standard_input_is_one_document(project: Path, briefing: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner

    from generator.cli import main

    for text, name in ((TEXT, "pilots-strike-in-the-harbour.txt"), (page(), "2021-03-05-cranes-leave-the-port.html")):
        done = CliRunner().invoke(main, ["-C", str(project), "add", "--no-build", "-"], input=text)
        assert done.exit_code == 0, done.output
        assert name in sources(project)


def test_front_matter_is_not_said_twice(project: Path, briefing: Run, tmp_path: Path) -> None:
    clip = tmp_path / "clip.md"
    clip.write_text(
        f"---\ntitle: Pilots strike\nsource: https://ledger.example/p\ndate: 2021-05-03\nmood: x\n---\n\n{TEXT}"
    )
    code, _, err = briefing("-C", project, "add", "--no-build", clip, "--meta", "publisher=The Ledger")
    assert code == 0
    assert "  note:      front matter, line 5: mood: no key that is known; passed over" in err
    side = (project / "sources" / "2021-05-03-pilots-strike.md.meta.yml").read_text(encoding="utf-8")
    assert [line.split(":")[0] for line in side.splitlines()] == ["publisher", "added", "sha256"]


def test_what_lies_beside_a_file_is_taken_in(project: Path, briefing: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.ris").write_text("TY  - NEWS\nTI  - Pilots walk out\nDA  - 2021/05/03/\nT2  - The Ledger\nER  -\n")
    assert briefing("-C", project, "add", "--no-build", tmp_path / "a.txt")[0] == 0
    side = (project / "sources" / "2021-05-03-pilots-walk-out.txt.meta.yml").read_text(encoding="utf-8")
    assert "publisher: The Ledger\npublished: 2021-05-03 # from: RIS DA\n" in side


def test_several_are_added_and_what_cannot_be_is_told(project: Path, briefing: Run, tmp_path: Path) -> None:
    good, same, odd = tmp_path / "good.txt", tmp_path / "same.txt", tmp_path / "odd.xyz"
    good.write_text(TEXT, encoding="utf-8")
    same.write_bytes((project / "sources" / "first.txt").read_bytes())
    odd.write_text(f"{TEXT}\nMore.\n", encoding="utf-8")
    there = project / "sources" / "second.txt"
    code, _, err = briefing("-C", project, "add", "--no-build", good, same, odd, tmp_path / "none.txt", tmp_path, there)
    assert code == 1
    assert f"{same}: is there already as sources/first.txt, byte for byte" in err
    assert f"{odd}: not added: no reader for .xyz; known here:" in err
    assert f"{tmp_path / 'none.txt'}: not added: cannot be opened: no such file or directory" in err
    assert f"{tmp_path}: not added: not an ordinary file" in err
    assert f"{there}: not added: lies in sources/ already: `briefing build` reads it there" in err
    assert len(sources(project)) == 4
    assert briefing("-C", project, "add", good)[::2] == (
        0, f"{good}: is there already as sources/pilots-strike-in-the-harbour.txt, byte for byte\n"
    )  # fmt: skip


def test_two_of_one_name_are_told_apart(project: Path, briefing: Run, tmp_path: Path) -> None:
    for number in (1, 2):
        file = tmp_path / f"{number}.txt"
        file.write_text(
            f"{TEXT}\nThe ships will wait for {number + 1} days, the harbour office said.\n", encoding="utf-8"
        )
        assert briefing("-C", project, "add", "--no-build", file)[0] == 0
    assert {"pilots-strike-in-the-harbour.txt", "pilots-strike-in-the-harbour-2.txt"} <= set(sources(project))


def test_a_copy_of_what_is_there_is_found(project: Path, briefing: Run, tmp_path: Path) -> None:
    long = " ".join(f"The harbour office counted {n + 3} ships and {2 * n + 5} barges at berth {n}." for n in range(12))
    for name, text in (
        ("one.txt", f"Ships counted\n\n{long}\n"),
        ("two.txt", f"Ships were counted in the harbour\n\n{long[:600]}\n"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert briefing("-C", project, "add", "--no-build", tmp_path / "one.txt")[0] == 0
    err = briefing("-C", project, "add", tmp_path / "two.txt")[2]
    assert ": a version of the text of sources/ships-counted.txt; the two count once" in err.splitlines()[-1]


@pytest.mark.parametrize(
    ("pair", "says"),
    [
        ("publisher", "--meta: expected KEY=VALUE, found 'publisher'"),
        ("publishr=x", "--meta: line 1: publishr: unknown key, did you mean `publisher`?"),
        ("published=yesterday", "--meta: line 1: published: expected a date such as 2020-10-07, 2020-10, 2020 or"),
    ],
)
def test_a_slip_in_what_one_knows_is_told_before_anything_is_done(
    project: Path, briefing: Run, tmp_path: Path, pair: str, says: str
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    code, _, err = briefing("-C", project, "add", tmp_path / "a.txt", "--meta", pair)
    assert code == 2
    assert err.startswith(says)
    before(project)


def test_a_build_that_stops_keeps_what_was_added(project: Path, briefing: Run, tmp_path: Path) -> None:
    briefing("-q", "-C", project, "render")
    topic = project / "docs" / "topics" / "port.md"
    topic.write_text(topic.read_text(encoding="utf-8") + "\nMine.\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    code, _, err = briefing("-C", project, "add", tmp_path / "a.txt")
    assert code == 2
    assert "added sources/pilots-strike-in-the-harbour.txt" in err
    assert "docs/topics/port.md: this generated page was edited by hand" in err
    assert "pilots-strike-in-the-harbour.txt" in sources(project)


def test_a_document_and_its_sidecar_are_kept_both_or_neither(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "taken.txt.meta.yml").write_text("title: x\n")
    with pytest.raises(FileExistsError):
        keep(tmp_path, "taken.txt", b"text", "title: y\n")
    genuine = os.rename

    def full(one: str, target: str, **where: int) -> None:
        if target == "a.txt.meta.yml":
            raise OSError(28, "no space left on device")
        genuine(one, target, **where)

    monkeypatch.setattr(os, "rename", full)
    with pytest.raises(OSError, match="no space") as error:
        keep(tmp_path, "a.txt", b"text", "title: x\n")
    assert error.value.filename == str(folder / "a.txt.meta.yml")
    assert [p.name for p in folder.iterdir()] == ["taken.txt.meta.yml"]
    assert name_taken(folder, "TAKEN")
    assert not name_taken(folder, "take")


MAIL = (
    b"Received: from desk.example by gate.example; Fri, 05 Mar 2021 10:00:00 +0000\r\n"
    b"\tid SECRET1\r\nDelivered-To: secret2@desk.example\r\nTo: secret3@desk.example\r\n"
    b"X-Originating-IP: [192.0.2.7]\r\n"
    b"Message-ID: <secret4@desk.example>\r\nFrom: Harbour Office <office@port.example>\r\n"
    b"Subject: Cranes leave\r\n the port\r\nDate: Fri, 05 Mar 2021 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: text/plain;\r\n charset=utf-8\r\n\r\n"
) + TEXT.replace("\n", "\r\n").encode()


def test_a_mail_keeps_the_headers_that_are_needed_only(project: Path, briefing: Run, tmp_path: Path) -> None:
    file = tmp_path / "mail.eml"
    file.write_bytes(MAIL)
    assert briefing("-q", "-C", project, "add", "--no-build", file)[0] == 0
    (kept,) = (project / "sources").glob("*.eml")
    data = kept.read_bytes()
    assert not any(secret in data.lower() for secret in (b"secret", b"192.0.2.7", b"received"))
    assert b"Subject: Cranes leave\r\n the port\r\n" in data and data.endswith(MAIL[-200:])
    note = (project / "sources" / f"{kept.name}.meta.yml").read_text(encoding="utf-8")
    assert f"sha256: {hashlib.sha256(data).hexdigest()}\n" in note
    assert "is there already" in briefing("-q", "-C", project, "add", "--no-build", file)[2]
