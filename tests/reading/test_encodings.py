"""Text in encodings that it does not declare, or wrongly: read as it was written, or not at all."""

from __future__ import annotations

import pytest

from benchmarks.encoded_texts import EncodedText, encoded_texts
from generator.config import Limits
from generator.errors import UnreadableError
from generator.model import SourceFile
from generator.reading import read
from generator.reading.encoding import as_declared, decode, repair

RUSSIAN = "Портовое управление сообщило в понедельник, что город построит дамбу.\nРаботы начнутся следующей весной.\n"
GERMAN = "Die Hafenbehörde kündigte für März größere Arbeiten an den Brücken und Dämmen an, hieß es früh.\n"
CHINESE = "港务局星期一宣布，市政府将投资三亿元修建防洪堤，工程预计两年完工。\n"
TEXTS = list(encoded_texts(3))


@pytest.mark.parametrize("one", TEXTS, ids=lambda one: f"{one.language}-{one.encoding}")
def test_a_text_is_read_in_the_encoding_it_is_in(one: EncodedText) -> None:
    text, notes = decode(one.data, Limits())
    assert text == one.text
    assert len(notes) == 1


def of(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    (document,) = read(SourceFile(f"sources/{name}", data), Limits())
    return " ".join(p.text for p in document.paragraphs), document.notes


def page(text: str, charset: str, encoding: str) -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n") if line)
    head = f'<meta charset="{charset}">' if charset else ""
    return f"<html><head>{head}<title>T</title></head><body><article>{paragraphs}</article></body></html>".encode(
        encoding
    )


@pytest.mark.parametrize("charset", ["", "utf-8", "iso-8859-1", "us-ascii", "x-unknown"])
@pytest.mark.parametrize(
    ("text", "encoding"),
    [(RUSSIAN, "koi8_r"), (RUSSIAN, "cp1251"), (CHINESE, "gb18030"), (GERMAN, "mac_roman"), (GERMAN, "cp1252")],
)
def test_a_page_that_declares_nothing_or_what_it_is_not(text: str, encoding: str, charset: str) -> None:
    assert of(page(text, charset, encoding), "page.html")[0].split() == text.split()


@pytest.mark.parametrize("charset", ["", "; charset=iso-8859-1", "; charset=utf-8", "; charset=nonsense"])
@pytest.mark.parametrize(("text", "encoding"), [(RUSSIAN, "koi8_r"), (CHINESE, "gb18030"), (GERMAN, "cp1252")])
@pytest.mark.parametrize("kind", ["plain", "html"])
def test_a_mail_that_declares_nothing_or_what_it_is_not(kind: str, text: str, encoding: str, charset: str) -> None:
    head = f"From: Ana <ana@port.example>\nSubject: Port\nContent-Type: text/{kind}{charset}\n"
    body = text.encode(encoding) if kind == "plain" else page(text, "", encoding)
    mail = f"{head}Content-Transfer-Encoding: 8bit\n\n".encode() + body
    assert text.split()[0] in of(mail, "mail.eml")[0]


def test_what_is_declared_rightly_is_taken_at_its_word() -> None:
    assert as_declared("Ünlü “Ağaç”".encode("cp1254"), "iso-8859-9") == ("Ünlü “Ağaç”", ())
    assert as_declared("„Müll“".encode("cp1252"), "latin1") == ("„Müll“", ())
    assert as_declared(RUSSIAN.encode("koi8_r"), "koi8-r") == (RUSSIAN, ())
    assert as_declared(b"\xff\xfe\xfd", "utf-8") is None
    assert as_declared(b"text", "rot13") is None


@pytest.mark.parametrize("name", ["text.txt", "text.md", "page.html"])
def test_what_reads_as_no_language_is_not_read(name: str) -> None:
    garbage = bytes(range(0xA0, 0x100)) * 4
    data = page("x", "", "ascii").replace(b"x", garbage) if name == "page.html" else garbage
    with pytest.raises(UnreadableError, match=r"its encoding cannot be told: it is not UTF-8, .* save it as UTF-8"):
        of(data, name)


@pytest.mark.parametrize(
    "data",
    [
        "The mayor said it´s “fine”: 6¼ inches at the café, 30 °C, 5 µg or £3 – all of it was paid for.".encode(
            "cp1252"
        ),
        "title: Müller\npublisher: Zürcher Bote\n".encode("cp1252"),
        "Résumé".encode("cp1252"),
    ],
)
def test_a_few_letters_of_western_europe_are_read(data: bytes) -> None:
    assert decode(data, Limits()) == (data.decode("cp1252"), ("not UTF-8: read as Windows-1252",))


@pytest.mark.parametrize("text", [RUSSIAN, GERMAN])
@pytest.mark.parametrize("codec", ["cp1251", "koi8_r", "cp866", "mac_roman", "cp850"])
def test_utf8_that_was_read_as_another_is_put_right(text: str, codec: str) -> None:
    assert repair(text.encode("utf-8").decode(codec)) == (text, text.count("\n"))


@pytest.mark.parametrize(
    ("text", "encoding", "read_as"),
    [
        (RUSSIAN, "cp1251", "cp1252"),
        (RUSSIAN, "koi8_r", "latin-1"),
        (RUSSIAN, "koi8_r", "cp1251"),
        (RUSSIAN, "cp1251", "koi8_r"),
        (CHINESE, "gb18030", "latin-1"),
    ],
)
def test_another_script_that_was_read_as_latin_is_put_right(text: str, encoding: str, read_as: str) -> None:
    assert repair(text.encode(encoding).decode(read_as))[0] == text


@pytest.mark.parametrize(
    "text",
    [
        RUSSIAN,
        "ГОСУДАРСТВЕННЫЙ КОМИТЕТ ПО ДЕЛАМ ПОРТА. ОАОи ФБРы",
        "Ægir Þór Ólafsson ÁÉÍÓÚ áéíóúö þæðý ö ó á é",
        "¡Qué día! ±5 ®, “café” ‘naïve’ — œuvre",
        "┌──┬──┐ │ box │ ≤ ≥ √",
        CHINESE,
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert repair(text) == (text, 0)


@pytest.mark.parametrize("encoding", ["gb18030", "euc_jp", "cp932"])
def test_a_text_cut_off_within_a_character_is_read(encoding: str) -> None:
    text = (
        CHINESE
        if encoding == "gb18030"
        else "港湾局は月曜日、市が三十億円をかけて防潮堤を建設すると発表した。工事は来年だ"
    ) * 2
    read_, notes = decode(text.rstrip().encode(encoding)[:-1], Limits())
    assert read_.rstrip("\ufffd") == text.rstrip()[:-1]
    assert notes[1:] == ("1 broken character, shown as \ufffd",)
