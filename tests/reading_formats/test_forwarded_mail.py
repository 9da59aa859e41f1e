"""A mail that somebody passes on is the other's: the sender, day, subject and text are those of the inner mail."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from generator.config import Config
from generator.disk import parse_apart
from generator.model import SourceFile
from generator.pipeline import run

from .mails import BODY, CARRIER, MARKUP, PLAIN, SUBJECT, Shape, carried
from .make_fixtures import STORY
from .support import read_all, read_one, refusal, texts

SHAPES = [pytest.param(shape, html, id=f"{shape.name}{' in html' * html}")
          for html, shapes in ((False, PLAIN), (True, MARKUP)) for shape in shapes]  # fmt: skip


@pytest.mark.parametrize(("shape", "html"), SHAPES)
def test_the_inner_mail_is_the_document(shape: Shape, html: bool) -> None:
    mail = read_one("m.eml", carried(shape, html))
    assert texts(mail) == list(STORY)
    assert (mail.metadata.title, mail.metadata.author, mail.metadata.published) == (SUBJECT, shape.sender, shape.day)
    assert mail.metadata.published_from == ("date of the mail that is passed on" if shape.day else None)
    assert mail.notes == (() if shape.sender else ("sender not named",))


def _inner(sender: str = "Ana Brandt <press@port.example>", subject: str = SUBJECT, body: str = BODY) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = sender, subject, "Wed, 07 Oct 2020 23:30:00 +0200"
    mail.set_content(body)
    return mail


def _carrier(*inner: EmailMessage, text: str = "FYI", subject: str = f"Fwd: {SUBJECT}") -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = f"{CARRIER} <b@carrier.example>", subject
    mail["Date"] = "Fri, 09 Oct 2020 08:00:00 +0200"
    mail.set_content(text)
    for one in inner:
        mail.add_attachment(one)
    return mail.as_bytes()


def test_an_attached_mail_is_the_document() -> None:
    mail = read_one("m.eml", _carrier(_inner()))
    assert texts(mail) == list(STORY)
    assert (mail.metadata.title, mail.metadata.author, mail.metadata.published) == (SUBJECT, "Ana Brandt", "2020-10-07")
    assert mail.path == "sources/m.eml"


def test_an_attached_mail_that_carries_another() -> None:
    middle = _inner("Carl Oke <c@second.example>", f"Fwd: {SUBJECT}", "Look.")
    middle.add_attachment(_inner())
    assert read_one("m.eml", _carrier(middle)).metadata.author == "Ana Brandt"
    quoting = _inner("Carl Oke <c@second.example>", f"Fwd: {SUBJECT}", PLAIN[0].text)
    assert read_one("m.eml", _carrier(quoting)).metadata.author == "Ana Brandt"


def test_several_attached_mails_are_sources_of_their_own() -> None:
    first, second = read_all(
        "m.eml", _carrier(_inner(), _inner("Carl Oke <c@x.example>", "Second", "The quay is open."))
    )
    assert [first.metadata.author, second.metadata.author] == ["Ana Brandt", "Carl Oke"]
    assert texts(second) == ["The quay is open."]
    assert first.path != second.path and first.path.startswith("sources/m.eml#")


def test_a_mail_that_says_much_itself_is_its_own() -> None:
    mail = read_one("m.eml", _carrier(_inner(), text=BODY, subject="Our week"))
    assert (mail.metadata.title, mail.metadata.author) == ("Our week", CARRIER)


ANSWER = Shape("answer", f"RE: {SUBJECT}", f"The quay will stay open, Ms Brandt.\n\n-----Original Message-----\n"
               f"From: Ana Brandt <press@port.example>\nSent: Wednesday, October 7, 2020 11:30 PM\nTo: Berta Umbel\n"
               f"Subject: {SUBJECT}\n\n{BODY}")  # fmt: skip


def test_an_answer_is_of_who_answers() -> None:
    mail = read_one("m.eml", carried(ANSWER))
    assert texts(mail) == ["The quay will stay open, Ms Brandt."]
    assert (mail.metadata.author, mail.metadata.published) == (CARRIER, "2020-10-09")
    assert {d.reason for d in mail.dropped} == {"quoted mail"}


def test_an_answer_between_quotations() -> None:
    text = "On Wed, Oct 7, 2020 at 11:30 PM Ana Brandt <press@port.example>\n"
    text += "wrote:\n> Is it open?\n\nYes, it is.\n\n> All day?\n\nAll day.\n"
    mail = read_one("m.eml", carried(Shape("between", "Re: quay", text)))
    assert texts(mail) == ["Yes, it is.", "All day."]
    cited = "<div>Yes.</div><blockquote type='cite'><p>Is it open?</p></blockquote>"
    assert texts(read_one("m.eml", carried(Shape("cited", "Re: quay", cited), html=True))) == ["Yes."]


def test_what_looks_a_little_like_a_head_stays() -> None:
    text = "The plan has three parts.\n\nFrom: the old quay\nTo: the new one\n\nSubject: to the vote of the council.\n"
    mail = read_one("m.eml", carried(Shape("list", "Plan", text)))
    assert texts(mail) == [
        "The plan has three parts.", "From: the old quay To: the new one", "Subject: to the vote of the council.",
    ]  # fmt: skip
    assert mail.metadata.author == CARRIER


@pytest.mark.parametrize(
    ("sender", "author"),
    [
        ("press@port.example", None),
        ("<press@port.example>", None),
        ('"press@port.example" <press@port.example>', None),
        ("press <press@port.example>", None),
        ("press@port.example (Ana Brandt)", "Ana Brandt"),
        ("'Ana Brandt' via Desk <desk@lists.example>", "Ana Brandt"),
        ("Ana Brandt <a@port.example>, Carl Oke <c@port.example>", "Ana Brandt; Carl Oke"),
        ("=?utf-8?q?J=C3=B6rg_=C3=84hren?= <j@port.example>", "Jörg Ähren"),
    ],
)
def test_a_sender_is_a_name_or_not_named(sender: str, author: str | None) -> None:
    head = f"From: {sender}\nSubject: x\nContent-Type: text/plain; charset=utf-8\n\nThe quay is open.\n"
    mail = read_one("m.eml", head)
    assert mail.metadata.author == author
    assert mail.notes == (() if author else ("sender not named",))


def test_nothing_of_the_carrier_and_no_address_is_published() -> None:
    files = [SourceFile(f"sources/{n}.eml", carried(shape)) for n, shape in enumerate(PLAIN)]
    files += [SourceFile(f"sources/h{n}.eml", carried(shape, True)) for n, shape in enumerate(MARKUP)]
    files.append(SourceFile("sources/a.eml", _carrier(_inner())))
    site = run(files, Config(title="Basin", topics=()), parser=parse_apart)
    shown = "\n".join(str(page.text) for page in site.pages)
    assert "carrier.example" not in shown and "port.example" not in shown and "@" not in shown.replace("@media", "")
    assert CARRIER not in shown and "9 October 2020" not in shown


def test_a_mail_without_text_says_so() -> None:
    assert refusal("m.eml", carried(Shape("empty", "x", "> \n"))) == "the mail holds no text of its own"
