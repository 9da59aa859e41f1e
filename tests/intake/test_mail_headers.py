"""Which headers a mail keeps that becomes a source."""

from __future__ import annotations

from base64 import encodebytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


OUTER = b'From: B <b@b.example>\r\nTo: me@b.example\r\nContent-Type: multipart/mixed; boundary="x y"\r\n\r\n'
INNER = HEAD + b"\nDelivered-To: is what the text says\n"
BARE = b"from: A <a@b.example>\nSubject: one\n two\n\nDelivered-To: is what the text says\n"


def _carried(kind: bytes, inner: bytes, outer: bytes = OUTER) -> bytes:
    return outer + b"before\r\n--x y\r\n" + kind + b"\r\n\r\n" + inner + b"\r\n--x y--\r\nX-After: stays\r\n"


@pytest.mark.parametrize(
    "kind", [b"Content-Type: message/rfc822", b"content-type: Message/RFC822; name=x", b"Content-Type: message/global"]
)
def test_a_mail_within_a_mail_keeps_what_it_needs_too(kind: bytes) -> None:
    kept = OUTER.replace(b"To: me@b.example\r\n", b"")
    assert needed_headers(_carried(kind, INNER), ".eml") == _carried(kind, BARE, kept)


def test_a_mail_within_two_mails_does() -> None:
    kind = b"Content-Type: message/rfc822"
    middle = OUTER.replace(b"x y", b"z")
    carried = _carried(kind, middle + b"--z\r\n" + kind + b"\r\n\r\n" + INNER + b"\r\n--z--\r\n")
    told = needed_headers(carried, ".eml")
    assert b"me@b.example" not in told and b"X-Spam" not in told and b"Return-Path" not in told
    assert told.count(b"Subject: one\n two") == 1 and b"Delivered-To: is what" in told and b"X-After: stays" in told


def test_a_digest_carries_mails_that_do_not_say_so() -> None:
    outer = OUTER.replace(b"mixed", b"digest")
    told = needed_headers(outer + b"--x y\r\n\r\n" + INNER + b"\r\n--x y--\r\n", ".eml")
    assert b"Return-Path" not in told and b"X-Spam" not in told and b"Subject: one" in told


def test_a_mail_that_is_packed_within_a_mail_does() -> None:
    packed = encodebytes(INNER)
    kind = b"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64"
    told = needed_headers(_carried(kind, packed), ".eml")
    assert encodebytes(BARE) in told and packed not in told


def test_parts_that_are_no_mails_keep_their_text() -> None:
    text = b"To: be read\r\nCc: too\r\n\r\nas it is"
    assert text in needed_headers(_carried(b"Content-Type: text/plain\r\nX-Box: me", text), ".eml")
    assert b"X-Box" not in needed_headers(_carried(b"Content-Type: text/plain\r\nX-Box: me", text), ".eml")


def test_what_is_needed_once_is_needed_twice() -> None:
    once = needed_headers(_carried(b"Content-Type: message/rfc822", INNER), ".eml")
    assert needed_headers(once, ".eml") == once


def test_a_saved_page_keeps_its_address() -> None:
    page = b"From: <Saved>\r\nSnapshot-Content-Location: https://x.example/\r\nX-Box: me\r\n\r\n--b"
    assert (
        needed_headers(page, ".mhtml") == b"From: <Saved>\r\nSnapshot-Content-Location: https://x.example/\r\n\r\n--b"
    )


@pytest.mark.parametrize("line", [b"To : me@b.example", b"Passed on to me", b"Cc : me", b"Date : today"])
def test_a_malformed_head_does_not_keep_what_is_in_its_parts(line: bytes) -> None:
    """A header with a space before its colon, or what is none at all, ends the head for who reads the mail."""
    kept = needed_headers(
        _carried(b"Content-Type: message/rfc822", INNER, OUTER.replace(b"To: me@b.example", line)), ".eml"
    )
    assert b"X-Spam" not in kept and b"Return-Path" not in kept and b"Subject: one" in kept
    assert needed_headers(kept, ".eml") == kept


LINES = (
    *(*HEAD.splitlines(), *OUTER.splitlines(), b"", b"--x y", b"--x y--"),
    *(b"Sub ject: x", b"To : me", b"no header", b"Content-Type: message/rfc822", b" \xff"),
)


@given(lines=st.lists(st.sampled_from(LINES), max_size=20), end=st.sampled_from([b"\n", b"\r\n"]))
def test_what_is_needed_of_any_head_is_needed_twice(lines: list[bytes], end: bytes) -> None:
    kept = needed_headers(end.join(lines), ".eml")
    assert needed_headers(kept, ".eml") == kept
