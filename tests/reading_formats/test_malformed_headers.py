"""A header that Python's own parser fails at is a line of text, and the mail is read."""

from __future__ import annotations

import pytest

from generator.config import Limits
from generator.model import SourceFile
from generator.reading import read

STORY = "The port of Vellmar opened on 4 March 2021 after a storm had kept it closed for eleven days."
MALFORMED = (
    *(("From", value) for value in (":;h", "<", '"', "%.:", ".b/@[a")),
    ("Content-Type", "é?==?;é+9999*"),
)


@pytest.mark.parametrize(("name", "value"), MALFORMED)
def test_a_mail_with_a_malformed_header_is_read(name: str, value: str) -> None:
    data = f"{name}: {value}\nSubject: Basin\n\n{STORY}\n".encode()
    (document,) = read(SourceFile("sources/a.eml", data), Limits())
    assert document.metadata.title == "Basin"
    assert [paragraph.text for paragraph in document.paragraphs] == [STORY]


def test_a_part_with_one_is_read_too() -> None:
    head = "Subject: Basin\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
    data = f"{head}Content-Type: é?==?;é+9999*\nContent-Disposition: x\n\n{STORY}\n--b--\n".encode()
    (document,) = read(SourceFile("sources/a.eml", data), Limits())
    assert [paragraph.text for paragraph in document.paragraphs] == [STORY]
