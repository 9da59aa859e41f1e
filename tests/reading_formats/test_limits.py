"""Files that would hurt: each limit is broken by a file, and the reason names the limit and the setting."""

from __future__ import annotations

import io
import os
import time
import zipfile
import zlib
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from generator.config import Limits
from generator.disk.child import run
from generator.errors import UnreadableError
from generator.model import SourceFile
from generator.reading import read
from tests.hostile import PAGES

from . import make_fixtures as made
from .support import read_one, refusal, texts

DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'


def small(**limits: int) -> Limits:
    return replace(Limits(), **limits)


def raised(setting: str) -> str:
    return f"`limits.{setting}` in briefing.yml raises it"


def nested_mail(depth: int) -> bytes:
    mail = EmailMessage()
    mail.set_content("The basin will be dug.")
    for _ in range(depth):
        outer = EmailMessage()
        outer["Subject"] = "Outer"
        outer.make_mixed()
        outer.attach(mail)
        mail = outer
    return mail.as_bytes()


BREAKERS = [
    ("p.html", made.page().encode(), "file_bytes", 100, "bytes"),
    ("p.html", made.page(body=["<i>a</i>"] * 60).encode(), "elements", 50, "elements"),
    ("p.html", ("<html><body>" + "<div>" * 60 + made.STORY[0]).encode(), "nesting", 40, "elements within one another"),
    ("z.zip", made.zipped({f"{n}.txt": "a" for n in range(11)}), "entries", 10, "entries"),
    ("z.zip", made.zipped({"a.txt": b"a" * 2_000_000}), "unpacked_bytes", 1_000_000, "bytes unpacked"),
    ("z.zip", made.zipped({"a.txt": b"a" * 2_000_000}), "ratio", 100, "times its packed size in an entry"),
    ("d.docx", made.zipped({"x.bin": "a" * 2_000_000}), "unpacked_bytes", 1_000_000, "bytes unpacked"),
    ("d.docx", made.zipped(made.docx_parts()), "elements", 20, "elements"),
    ("d.docx", made.zipped(made.docx_parts()), "text_chars", 50, "characters with markup"),
    ("b.epub", made.epub(), "text_chars", 300, "characters"),
    ("r.pdf", made.pdf([made.two_columns(n) for n in range(1, 5)]), "pages", 3, "pages"),
    ("r.pdf", made.pdf([made.two_columns(1)]), "text_chars", 100, "characters"),
    ("d.rtf", b"{\\rtf1 " + b"{\\b " * 60 + b"deep" + b"}" * 61, "nesting", 50, "groups within one another"),
    ("d.rtf", b"{\\rtf1 " + b"word \\par " * 100 + b"}", "text_chars", 300, "characters"),
    ("f.rss", made.RSS.encode(), "entries", 2, "entries"),
    ("f.rss", made.RSS.encode(), "text_chars", 100, "characters"),
    ("f.rss", made.RSS.encode(), "line_chars", 100, "characters in one line"),
    ("m.eml", nested_mail(30), "nesting", 20, "parts within one another"),
    ("m.eml", made.eml(made.page(), attach=True), "entries", 3, "parts of a mail"),
    ("m.eml", made.eml(), "line_chars", 50, "characters in one line"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "setting", "limit", "what"), BREAKERS, ids=[f"{b[0]}-{b[2]}" for b in BREAKERS]
)
def test_each_limit_is_kept_and_named(name: str, data: bytes, setting: str, limit: int, what: str) -> None:
    reason = refusal(name, data, small(**{setting: limit}))
    assert reason.endswith(f" {what}, more than the limit of {limit:,}; {raised(setting)}")
    assert "\n" not in reason


@pytest.mark.parametrize(("name", "data", "setting", "limit", "what"), BREAKERS[5:6] + BREAKERS[8:14])
def test_the_same_files_are_read_with_the_limits_as_they_come(
    name: str, data: bytes, setting: str, limit: int, what: str
) -> None:
    try:
        assert read_one(
            name, data, replace(Limits(), ratio=100_000, line_chars=10_000_000, text_chars=10_000_000)
        ).paragraphs
    except UnreadableError as error:
        pytest.fail(str(error))


def test_a_pdf_stream_packed_twice_is_refused_before_it_is_drawn() -> None:
    bomb = zlib.compress(zlib.compress(b"0 0 m " * 1_000_000, 9), 9)
    data = made.pdf([made.two_columns(1)]).replace(b"%%EOF", b"9 0 obj\n<<>>stream\n" + bomb + b"\nendstream\n%%EOF")
    reason = refusal("r.pdf", data, small(unpacked_bytes=2_000_000))
    assert reason == f"2,000,001 bytes unpacked, more than the limit of 2,000,000; {raised('unpacked_bytes')}"


def test_entities_are_refused_in_every_xml_part() -> None:
    parts = made.docx_parts()
    for name in ("word/document.xml", "docProps/core.xml", "_rels/.rels"):
        hostile = {**parts, name: parts[name].replace("?>", f"?>{DOCTYPE}", 1)}
        assert refusal("d.docx", made.zipped(hostile)) == f"{name} has a DOCTYPE, which is refused"
    assert refusal("f.rss", DOCTYPE + made.RSS.partition("?>")[2]) == "the feed has a DOCTYPE, which is refused"
    wide = (f'<?xml version="1.0" encoding="UTF-16"?>{DOCTYPE}' + made.RSS.partition("?>")[2]).encode("utf-16")
    assert refusal("f.rss", wide) == "the feed has a DOCTYPE, which is refused"
    plist = made.WEBLOC.replace('PropertyList-1.0.dtd">', 'PropertyList-1.0.dtd" [<!ENTITY a "b">]>')
    assert refusal("s.webloc", plist) == "no readable property list"


def test_entities_in_a_book_stay_what_they_are() -> None:
    chapter = DOCTYPE.replace("x [", "html [") + f"<html><body><p>{made.STORY[0]} &c; &b;</p></body></html>"
    assert not any("root:" in text or "aaaa" in text for text in texts(read_one("b.epub", made.epub(chapter))))


@pytest.mark.parametrize("name", ["../up.txt", "/root.txt", "a/../../up.txt", "..\\up.txt", "C:/up.txt"])
def test_names_that_lead_out_of_an_archive(name: str) -> None:
    assert refusal("z.zip", made.zipped({name: "x", "a.txt": "y"})) == "the name of an entry leads out of the archive"


@pytest.mark.parametrize("name", ["z.zip", "d.docx", "b.epub"])
def test_what_is_no_archive(name: str) -> None:
    assert refusal(name, b"PK\x03\x04 cut off") == "no readable ZIP archive"


def test_an_archive_of_a_newer_version_of_zip_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a", "b")
    data = bytearray(packed.getvalue())
    data[data.index(b"PK\x01\x02") + 6] = 99  # the version needed to unpack the entry, in tenths
    assert refusal("new.docx", bytes(data)) == "no readable ZIP archive"


def test_a_locked_or_broken_entry() -> None:
    data = bytearray(made.zipped({"a.txt": "The basin will be dug. " * 50}))
    data[45:60] = b"\xff" * 15
    assert refusal("z.zip", bytes(data)) == "its entry a.txt is broken, locked or packed in an unknown way"


def test_a_parser_that_takes_too_long_is_ended_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mammoth.py").write_text(
        "import subprocess, time\nother = subprocess.Popen(['sleep', '60'])\n"
        f"import os; os.symlink(str(other.pid), {str(tmp_path / 'other')!r})\ntime.sleep(60)"
    )
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(UnreadableError) as caught:
        run("docx", b"PK", small(seconds=2))
    reason = "its DOCX parser took more than 2 seconds; `limits.seconds` in briefing.yml raises the limit"
    assert str(caught.value) == reason
    other = int((tmp_path / "other").readlink().name)
    for _ in range(50):
        if not _runs(other):
            return
        time.sleep(0.1)
    pytest.fail("what the parser started still runs")


def _runs(pid: int) -> bool:
    """Whether a process is there and no mere entry that nobody has collected yet."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        return not Path("/proc/self").exists()


@pytest.mark.skipif(os.uname().sysname != "Linux", reason="other systems do not limit a process's memory")
def test_a_parser_that_takes_too_much_memory_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mammoth.py").write_text("bytearray(900_000_000)")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(UnreadableError) as caught:
        run("docx", b"PK", small(memory_bytes=400_000_000))
    assert str(caught.value) == (
        "its DOCX parser took more than 400,000,000 bytes of memory; "
        "`limits.memory_bytes` in briefing.yml raises the limit"
    )


def test_without_a_child_process_no_native_parser_runs() -> None:
    with pytest.raises(
        UnreadableError, match=r"^\.pdf is parsed in a child process only, and none can be started here$"
    ):
        read(SourceFile("sources/r.pdf", made.pdf([[]])), Limits())


@pytest.mark.parametrize(("name", "task", "library"), [("r.pdf", "pdf", "pypdfium2"), ("d.docx", "docx", "mammoth")])
def test_a_missing_extra_says_how_to_install_it(name: str, task: str, library: str) -> None:
    def missing(task: str, data: bytes, limits: Limits) -> object:
        raise ModuleNotFoundError(name=library)

    data = made.everything()["report.pdf" if task == "pdf" else "plan.docx"]
    with pytest.raises(UnreadableError) as caught:
        read(SourceFile(f"sources/{name}", data), Limits(), missing)
    assert (
        str(caught.value) == f"{task.upper()} needs {library}, which is not installed: pip install 'briefing[{task}]'"
    )


def test_the_child_tells_which_library_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mammoth.py").write_text("raise ModuleNotFoundError(name='mammoth')")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError) as caught:
        run("docx", b"PK", Limits())
    assert caught.value.name == "mammoth"


def test_a_child_that_crashes_is_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mammoth.py").write_text("import os\nos.abort()")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(UnreadableError, match=r"^its DOCX could not be parsed \(it ended with -?\d+\)$"):
        run("docx", b"PK", Limits())


def test_the_child_writes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mammoth.py").write_text(f"open({str(tmp_path / 'left')!r}, 'w').write('x' * 100)")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(UnreadableError):
        run("docx", b"PK", Limits())
    assert not (tmp_path / "left").exists() or not (tmp_path / "left").read_bytes()


@pytest.mark.parametrize("kind", PAGES)
def test_hostile_pages_are_read_or_refused(kind: str) -> None:
    try:
        document = read_one("p.html", f"<html><body>{PAGES[kind]}{made.page()}")
        assert document.paragraphs
    except UnreadableError as error:
        assert "\n" not in str(error)


def test_a_page_of_countless_scraps_is_read() -> None:
    scraps = [(72.0 + 40 * (n % 13), 700.0 - n / 100, 8.0, "ab") for n in range(20_000)]
    assert read_one("r.pdf", made.pdf([scraps])).paragraphs
