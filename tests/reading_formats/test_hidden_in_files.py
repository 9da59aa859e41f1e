"""What a reader of a file does not see is not read: hidden, deleted, white and tiny text of Word and RTF. Who made it
is not its author unless the text says so."""

from __future__ import annotations

import pytest

from . import make_fixtures as made
from .make_fixtures import STORY
from .support import read_one, texts

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_WPS = (
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
SECRET = "The secret quay."


def _docx(body: str, **parts: str) -> bytes:
    made_ = made.docx_parts()
    made_["word/document.xml"] = (
        f'<?xml version="1.0"?><w:document {_W} {_MC} {_WPS}><w:body>{body}</w:body></w:document>'
    )
    extra = {
        f"word/{name}.xml": f'<?xml version="1.0"?><w:{name} {_W}>{text}</w:{name}>' for name, text in parts.items()
    }
    return made.zipped(made_ | extra)


def _run(text: str, props: str = "") -> str:
    return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _p(*runs: str, props: str = "") -> str:
    return f"<w:p><w:pPr>{props}</w:pPr>{''.join(runs)}</w:p>"


HIDDEN = {
    "vanish": "<w:vanish/>",
    "vanish, said in full": '<w:vanish w:val="true"/>',
    "hidden by its style": '<w:rStyle w:val="Unseen"/>',
    "hidden by the style of its style": '<w:rStyle w:val="UnseenToo"/>',
    "white": '<w:color w:val="FFFFFF"/>',
    "tiny": '<w:sz w:val="2"/>',
}
SEEN = {
    "vanish that is off": '<w:vanish w:val="0"/>',
    "shown against its style": '<w:rStyle w:val="Unseen"/><w:vanish w:val="false"/>',
    "white on a ground": '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>',
    "small": '<w:sz w:val="12"/>',
}
STYLES = (
    '<w:style w:type="paragraph" w:styleId="UnseenLine"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Unseen"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="UnseenToo"><w:basedOn w:val="Unseen"/></w:style>'
)


@pytest.mark.parametrize("props", HIDDEN.values(), ids=HIDDEN)
def test_hidden_runs_of_word(props: str) -> None:
    body = _p(_run(f"{STORY[0]} "), _run(SECRET, props)) + _p(_run(SECRET, props))
    assert texts(read_one("d.docx", _docx(body, styles=STYLES))) == [STORY[0]]


@pytest.mark.parametrize("props", SEEN.values(), ids=SEEN)
def test_runs_of_word_that_are_seen(props: str) -> None:
    assert texts(read_one("d.docx", _docx(_p(_run(STORY[0], props)), styles=STYLES))) == [STORY[0]]


def test_a_paragraph_whose_style_is_hidden() -> None:
    body = _p(_run(STORY[0])) + _p(_run(SECRET), props='<w:pStyle w:val="UnseenLine"/>')
    assert texts(read_one("d.docx", _docx(body, styles=STYLES))) == [STORY[0]]


def test_tracked_changes_read_as_if_they_were_accepted() -> None:
    who = 'w:id="1" w:author="Carl Oke" w:date="2020-10-07T00:00:00Z"'
    gone = '<w:r><w:delText xml:space="preserve">not </w:delText></w:r>'
    body = _p(
        _run("The basin will "), f"<w:del {who}>{gone}</w:del>", f"<w:ins {who}>{_run('soon ')}</w:ins>",
        f"<w:moveTo {who}>{_run('be dug, ')}</w:moveTo>", _run("he said."),
        f"<w:moveFrom {who}>{_run(' be dug')}</w:moveFrom>",
    )  # fmt: skip
    body += _p(f"<w:del {who}>{_run(SECRET)}</w:del>")
    body += _p(f"<w:ins {who}><w:del {who}>{gone}</w:del></w:ins>", _run(STORY[1]))
    assert texts(read_one("d.docx", _docx(body))) == ["The basin will soon be dug, he said.", STORY[1]]


def test_comments_and_notes_are_no_text() -> None:
    note = '<w:footnote w:id="{}"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>'
    body = _p(
        '<w:commentRangeStart w:id="0"/>', _run("The basin"), '<w:r><w:footnoteReference w:id="2"/></w:r>',
        _run(" will be dug."), '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
    )  # fmt: skip
    comment = '<w:comment w:id="0" w:author="Carl Oke"><w:p><w:r><w:t>Really?</w:t></w:r></w:p></w:comment>'
    notes = note.format(-1, "") + note.format(2, "See the map of 1911.")
    document = read_one("d.docx", _docx(body, comments=comment, footnotes=notes))
    assert texts(document) == ["The basin will be dug."]
    assert [(d.text, d.reason) for d in document.dropped] == [("See the map of 1911.", "footnote")]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{_p(_run(STORY[1]))}</w:txbxContent>"
    drawn = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>'
        "</mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    inner = f"<w:txbxContent>{_p(_run(STORY[2]))}</w:txbxContent>"
    old = f"<w:r><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></w:r>"
    found = texts(read_one("d.docx", _docx(_p(_run(STORY[0]), drawn) + _p(old))))
    assert sorted(found) == sorted(STORY[:3])


RTF_HIDDEN = {
    "hidden": r"{\v SECRET}",
    "hidden, by a number": r"\v1 SECRET\v0 ",
    "hidden until it is plain": r"\v SECRET\plain ",
    "hidden within a group": r"{\b\v {SECRET}}",
    "deleted": r"{\deleted SECRET}",
    "white": r"{\cf1 SECRET}",
    "tiny": r"{\fs2 SECRET}",
    "written by numbers": r"{\v \u83?\u69?}",
    "a comment": r"{\*\annotation SECRET}",
    "a field’s instruction": r"{\field{\*\fldinst SECRET}{\fldrslt }}",
}


@pytest.mark.parametrize("hidden", RTF_HIDDEN.values(), ids=RTF_HIDDEN)
def test_hidden_text_of_rtf(hidden: str) -> None:
    head = r"{\rtf1\ansi{\colortbl;\red255\green255\blue255;\red0\green0\blue0;}"
    text = head + "The basin " + hidden.replace("SECRET", "secretly ") + r"will be dug.\par The quay stays.\par}"
    assert texts(read_one("d.rtf", text.encode())) == ["The basin will be dug.", "The quay stays."]


def test_rtf_that_is_seen_stays() -> None:
    text = (
        r"{\rtf1\ansi{\colortbl;\red255\green255\blue255;\red0\green0\blue0;}{\v0 The }{\cf2 basin }{\fs16 will }"
        r"{\cf1\highlight2 be }\v\plain dug in \u233?t\'e9.\par}"
    )
    assert texts(read_one("d.rtf", text.encode())) == ["The basin will be dug in été."]


@pytest.mark.parametrize(
    ("named", "author"), [("Nobody speaks.", None), ("By Ana Brandt, harbour office", "Ana Brandt")]
)
def test_who_made_a_file_is_its_author_only_where_the_text_names_them(named: str, author: str | None) -> None:
    files = {
        "d.docx": _docx(_p(_run(named))),
        "d.rtf": made.RTF.replace(STORY[0], named).encode("latin-1"),
        "d.pdf": made.pdf([[(72, 700, 11, named)]], "/Title(Basin)/Author(Ana Brandt)"),
    }
    assert {read_one(name, data).metadata.author for name, data in files.items()} == {author}


HIDDEN_MARKUP = f"<div style='display:none'>{SECRET}</div><p>{STORY[0]}</p><p hidden=''>{SECRET}</p><p>{STORY[1]}</p>"


def test_hidden_markup_in_mails_books_and_feeds() -> None:
    escaped = HIDDEN_MARKUP.replace("&", "&amp;").replace("<", "&lt;")
    feed = f"<rss><channel><item><title>x</title><description>{escaped}</description></item></channel></rss>"
    book = made.epub(f"<html><body>{HIDDEN_MARKUP}</body></html>")
    assert texts(read_one("f.rss", feed)) == list(STORY[:2])
    assert texts(read_one("b.epub", book))[:2] == list(STORY[:2])
    assert texts(read_one("m.eml", made.eml(f"<html><body>{HIDDEN_MARKUP}</body></html>"))) == list(STORY[:2])
