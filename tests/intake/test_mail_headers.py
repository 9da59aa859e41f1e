"""Which headers a mail keeps that becomes a source."""

from __future__ import annotations

import pytest

from generator.intake import needed_headers

HEAD = b"Return-Path: <a@b.example>\nfrom: A <a@b.example>\nX-Spam: yes\n no\nSubject: one\n two\nCc: c@b.example\n"


def test_folded_headers_stay_or_go_whole() -> None:
    assert (
        needed_headers(HEAD + b"\nTo: be read\n", ".eml")
        == b"from: A <a@b.example>\nSubject: one\n two\n\nTo: be read\n"
    )


@pytest.mark.parametrize("suffix", [".txt", ".html", ".pdf"])
def test_other_files_stay_as_they_are(suffix: str) -> None:
    assert needed_headers(HEAD + b"\nx", suffix) == HEAD + b"\nx"


def test_a_mail_without_an_end_of_its_head_stays_as_it_is() -> None:
    assert needed_headers(b"From: a", ".eml") == b"From: a"


def test_a_saved_page_keeps_its_address() -> None:
    page = b"From: <Saved>\r\nSnapshot-Content-Location: https://x.example/\r\nX-Box: me\r\n\r\n--b"
    assert (
        needed_headers(page, ".mhtml") == b"From: <Saved>\r\nSnapshot-Content-Location: https://x.example/\r\n\r\n--b"
    )
