"""A notice that asks for consent is never the article, and an article in a margin is found."""

from __future__ import annotations

import pytest

from generator.reading import clean
from generator.reading.consent import asks_for_consent

from .make_fixtures import STORY, TITLE, page
from .support import read_one, texts

NOTICES = [
    "We use cookies and similar technologies to improve your experience on our site. By clicking Accept you agree.",
    "We and our 120 partners store and access information on a device. You can change your preferences at any time.",
    "Wir verwenden Cookies, um Inhalte zu personalisieren. Mit Ihrer Einwilligung nutzen wir und unsere Partner sie.",
    "Nous et nos partenaires utilisons des cookies. Vous pouvez accepter ou refuser, et retirer votre consentement.",
    "Utilizamos cookies propias y de terceros. Si continúa navegando, consideramos que acepta su uso.",
    "Questo sito utilizza cookie per migliorare la navigazione. Cliccando su Accetta tutti acconsenti al loro uso.",
    "Este site usa cookies. Ao continuar a navegar, você concorda com a nossa política de privacidade.",
    "Deze website gebruikt cookies. Door verder te gaan geeft u uw toestemming voor het plaatsen ervan.",
    "Vi använder cookies för att förbättra din upplevelse. Godkänn alla eller välj själv.",
    "Używamy plików cookie. Klikając Akceptuję, wyrażasz zgodę na ich użycie.",
    "Мы используем cookie. Продолжая пользоваться сайтом, вы соглашаетесь с этим.",
    "当サイトではCookieを使用しています。サイトの利用を続けると、Cookieの使用に同意したものとみなされます。",
]
REPORTS = [
    "The ministry fined the port's website for cookies that it had placed before anybody agreed to them.",
    "“We use cookies to count visitors and you consent to it,” the harbour office had written on its page.",
    "The bakery sold four thousand cookies on Tuesday, its owner said.",
    "Die Bäckerei verkaufte im Hafen viertausend Cookies.",
    "Le port a été condamné pour ses cookies, selon le ministère.",
]


@pytest.mark.parametrize("text", NOTICES)
def test_a_notice_is_known(text: str) -> None:
    assert asks_for_consent(text)


@pytest.mark.parametrize("text", [*REPORTS, *STORY])
def test_a_report_is_none(text: str) -> None:
    assert not asks_for_consent(text)


def marginal(open_: str, close: str, notice: str) -> str:
    body = "".join(f"<p>{line}</p>" for line in STORY)
    return (
        f"<html lang='en'><head><title>{TITLE}</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<div><p>{notice}</p></div>{open_}<h1>{TITLE}</h1>{body}{close}<footer><p>About us</p></footer></body></html>"
    )


@pytest.mark.parametrize("notice", NOTICES)
def test_the_article_is_found_in_a_margin(notice: str) -> None:
    markup = marginal("<aside class='main-col'>", "</aside>", notice)
    assert texts(read_one("p.html", markup), "body") == list(STORY)


@pytest.mark.parametrize(
    ("open_", "close"),
    [
        ("<aside>", "</aside>"),
        ("<div class='sidebar'>", "</div>"),
        ("<form id='aspnetForm'><div>", "</div></form>"),
        ("<nav class='story'>", "</nav>"),
        ("<aside><table><tr><td>", "</td></tr></table></aside>"),
        ("<div role='complementary'><section class='widget'>", "</section></div>"),
        ("<header><div>", "</div></header>"),
    ],
)
def test_whatever_the_margin_is_made_of(open_: str, close: str) -> None:
    document = read_one("p.html", marginal(open_, close, NOTICES[0]))
    assert texts(document, "body") == list(STORY)
    assert "cookies" not in " ".join(texts(document))


@pytest.mark.parametrize("notice", NOTICES)
@pytest.mark.parametrize("place", ["before", "after"])
def test_within_the_article_it_goes(notice: str, place: str) -> None:
    body = f"<div><p>{notice}</p><p>Accept all cookies</p></div>"
    found = page(before=body) if place == "before" else page(after=body)
    assert texts(read_one("p.html", found)) == list(STORY)


@pytest.mark.parametrize("notice", NOTICES)
def test_in_a_scrape_it_goes(notice: str) -> None:
    article = clean(read_one("a.txt", "\n".join([notice, TITLE, "", *STORY, notice])), "a")
    assert notice not in [p.text for p in article.paragraphs]
    assert {"cookie or consent notice"} == {d.reason for d in article.dropped if d.text == notice}


def test_reports_of_cookies_stay() -> None:
    document = read_one("p.html", page(body=[*STORY, *REPORTS[:3]]))
    assert texts(document) == [*STORY, *REPORTS[:3]]


def test_what_readers_wrote_is_no_article() -> None:
    comments = "".join(f"<li><p>{line} So I was told by a friend of mine.</p></li>" for line in STORY * 2)
    after = f"<section id='comments'><ol class='comment-list'>{comments}</ol></section>"
    found = texts(read_one("p.html", page(body=[STORY[0]]).replace("</main>", f"</main>{after}")))
    assert not any("friend of mine" in text for text in found)
