"""What a reader of the page never saw is not quoted, and what he did see is."""

from __future__ import annotations

import pytest

from generator.reading.html.hidden import is_hidden_by_itself

from . import make_fixtures as made
from .make_fixtures import STORY, page
from .support import read_one, texts

SECRET = "The mayor of Vellmar sold the quay to his brother for nothing, the ministry confirmed on Monday."

HIDDEN = [
    "<p hidden>{}</p>",
    "<p hidden='until-found'>{}</p>",
    "<p style='display:none'>{}</p>",
    "<p style='DISPLAY : None !important'>{}</p>",
    "<p style='display:/**/n\\6fne'>{}</p>",
    "<p style='visibility:hidden'>{}</p>",
    "<p style='visibility: collapse'>{}</p>",
    "<p style='opacity:0'>{}</p>",
    "<p style='opacity: 0.0'>{}</p>",
    "<p aria-hidden='true'>{}</p>",
    "<template><p>{}</p></template>",
    "<p class='visually-hidden'>{}</p>",
    "<p class='sr-only'>{}</p>",
    "<p class='screen-reader-text'>{}</p>",
    "<p class='u-visuallyHidden'>{}</p>",
    "<p class='VisuallyHidden-sc-1a2b3c'>{}</p>",
    "<p class='show-for-sr'>{}</p>",
    "<p class='element-invisible'>{}</p>",
    "<p class='d-none'>{}</p>",
    "<p class='is-hidden'>{}</p>",
    "<p style='font-size:0'>{}</p>",
    "<p style='font-size: 1px'>{}</p>",
    "<p style='width:0;height:0;overflow:hidden'>{}</p>",
    "<p style='max-height:0;overflow:hidden'>{}</p>",
    "<p style='position:absolute;width:1px;height:1px;overflow:hidden'>{}</p>",
    "<p style='position:absolute;clip:rect(0 0 0 0)'>{}</p>",
    "<p style='position:absolute;clip:rect(1px, 1px, 1px, 1px)'>{}</p>",
    "<p style='clip-path:inset(50%)'>{}</p>",
    "<p style='position:absolute;left:-9999px'>{}</p>",
    "<p style='position:fixed;top:-100em'>{}</p>",
    "<p style='text-indent:-9999px'>{}</p>",
    "<p style='transform:scale(0)'>{}</p>",
    "<p style='color:transparent'>{}</p>",
    "<p style='color:#fff'>{}</p>",
    "<p style='color:rgb(255, 255, 255)'>{}</p>",
    "<p style='color:rgba(0,0,0,0)'>{}</p>",
    "<p><font color='white'>{}</font></p>",
    "<p style='color:#0a0a0a;background:#0b0b0b'>{}</p>",
    "<div style='background-color:navy'><p style='color:#000080'>{}</p></div>",
    "<table bgcolor='black'><tr><td style='color:#000'>{}</td></tr></table>",
    "<style>.zz{{display:none}}</style><p class='zz'>{}</p>",
    "<style>@media screen {{ p#zz {{ position:absolute; left:-5000px }} }}</style><p id='zz'>{}</p>",
    "<style>.zz, .other {{ visibility: hidden }}</style><p class='zz'>{}</p>",
    "<dialog><p>{}</p></dialog>",
    "<noscript><p>{}</p></noscript>",
    "<math><semantics><mi>x</mi><annotation>{}</annotation></semantics></math>",
    "<div hidden><div><p>{}</p></div></div>",
    "<video><p>{}</p></video>",
]
SEEN = [
    "<details><summary>What the ministry said</summary><p>{}</p></details>",
    "<p style='display:block'>{}</p>",
    "<p style='display:none;display:block'>{}</p>",
    "<p style='opacity:0.9'>{}</p>",
    "<p style='opacity:0;transition:opacity 1s'>{}</p>",
    "<p aria-hidden='false'>{}</p>",
    "<p class='not-sr-only'>{}</p>",
    "<p class='hidden md:block'>{}</p>",
    "<p class='d-none d-md-block'>{}</p>",
    "<p class='hidden-gem'>{}</p>",
    "<p style='color:#333'>{}</p>",
    "<div style='background:#000'><p style='color:#fff'>{}</p></div>",
    "<div style='background:url(night.jpg)'><p style='color:#fff'>{}</p></div>",
    "<div style='visibility:hidden'><p style='visibility:visible'>{}</p></div>",
    "<div style='font-size:0'><p style='font-size:16px'>{}</p></div>",
    "<p style='text-indent:-1em;margin-left:1em'>{}</p>",
    "<p style='height:0'>{}</p>",
    "<style>@media print {{ .zz {{ display:none }} }}</style><p class='zz'>{}</p>",
    "<style>.zz {{ display:none }} .open .zz {{ display:block }}</style><p class='zz'>{}</p>",
    "<style>.zz:hover {{ display:none }}</style><p class='zz'>{}</p>",
    "<p aria-hidden='true'>{}</p><p class='sr-only'>The same for readers of screens</p>",
    "<div hidden id='S:3'><p>{}</p></div>",
]


@pytest.mark.parametrize("markup", HIDDEN)
def test_what_is_hidden_is_not_read(markup: str) -> None:
    document = read_one("p.html", page(after=markup.format(SECRET)))
    assert texts(document)[:4] == list(STORY)
    assert "brother" not in " ".join(texts(document))


@pytest.mark.parametrize("markup", SEEN)
def test_what_is_seen_is_read(markup: str) -> None:
    assert SECRET in texts(read_one("p.html", page(after=markup.format(SECRET))))


def test_a_few_hidden_words_leave_the_sentence_around_them() -> None:
    body = [STORY[0], STORY[1].replace("larger", "<span style='font-size:0'>no</span>larger"), *STORY[2:]]
    assert texts(read_one("p.html", page(body=body))) == list(STORY)


def test_white_text_is_not_judged_where_a_style_sheet_is_out_of_sight() -> None:
    linked = "<link rel='stylesheet' href='/site.css'>"
    markup = f"<div class='dark'><p style='color:white'>{SECRET}</p></div>"
    assert SECRET in texts(read_one("p.html", page(head=linked, after=markup)))
    assert SECRET not in texts(read_one("p.html", page(after=markup)))


def test_what_was_hidden_is_told_as_dropped() -> None:
    dropped = read_one("p.html", page(after=f"<p hidden>{SECRET}</p>")).dropped
    assert [(d.text, d.reason) for d in dropped if "brother" in d.text] == [(SECRET, "hidden on the page")]


@pytest.mark.parametrize("how", ["hidden", "style='opacity:0'", "aria-hidden='true'", "class='hidden'"])
def test_a_page_that_waits_for_its_program_is_read(how: str) -> None:
    assert texts(read_one("p.html", page().replace("<main>", f"<main {how}>"))) == list(STORY)


def test_noscript_is_read_where_it_is_the_article() -> None:
    article = "<noscript><article>" + "".join(f"<p>{line}</p>" for line in STORY) + "</article></noscript>"
    app = f"<html lang='en'><head><title>Ports grow</title></head><body><div id='app'></div>{article}</body></html>"
    assert texts(read_one("p.html", app)) == list(STORY)


@pytest.mark.parametrize("markup", ["<p hidden>{}</p>", "<p style='display:none'>{}</p>", "<p class='sr-only'>{}</p>"])
def test_mails_feeds_and_books_hide_it_too(markup: str) -> None:
    body = "".join(f"<p>{line}</p>" for line in STORY) + markup.format(SECRET)
    feed = (
        "<rss><channel><title>L</title><item><title>T</title><description><![CDATA[" + body + "]]></description>"
        "</item></channel></rss>"
    )
    for name, data in (("m.eml", made.eml(f"<html><body>{body}</body></html>")), ("f.rss", feed.encode())):
        assert "brother" not in " ".join(texts(read_one(name, data)))


MARKDOWN = [
    "<div hidden>\n\n{}\n\n</div>\n\nThe end of it was told in spring.",
    "<div style='display:none'>{}</div>",
    "The council met. <span hidden>{}</span> The end of it was told in spring.",
    "<p class='sr-only'>\n{}\n</p>",
    "The council met. <span style='font-size:0'>{}</span>",
    "<template>\n\n{}\n\n</template>",
    "- an item <i aria-hidden='true'>{}</i>",
    "| a | b |\n| --- | --- |\n| x | <span hidden>{}</span> y |",
    "<font color='white'>{}</font>",
    "## A heading <span style='visibility:hidden'>{}</span>",
]


@pytest.mark.parametrize("markup", MARKDOWN)
def test_markdown_hides_it_too(markup: str) -> None:
    document = read_one("a.md", "\n\n".join([*STORY, markup.format(SECRET)]))
    read = " ".join(texts(document))
    assert "brother" not in read
    assert ("told in spring" in read) == ("told in spring" in markup)


def test_markdown_shows_what_html_in_it_shows() -> None:
    text = "\n\n".join([STORY[0], f"<div class='note'>\n\n{SECRET}\n\n</div>", "<p hidden>no</p>", STORY[1]])
    assert texts(read_one("a.md", text)) == [STORY[0], SECRET, STORY[1]]


def test_an_element_without_a_page_is_judged_by_its_own_words() -> None:
    from lxml.html import fragment_fromstring

    assert is_hidden_by_itself(fragment_fromstring("<p class='visually-hidden'>x</p>"))
    assert not is_hidden_by_itself(fragment_fromstring("<p class='lead'>x</p>"))
