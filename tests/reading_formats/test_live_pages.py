"""Live pages: posts in the order in which they were written, their times no sentences, their headings headings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from generator.model import Article
from generator.reading import clean

from .make_fixtures import STORY, page
from .support import read_one

POSTS = (
    ("8:50", "Crowd gathers", "A crowd of some two hundred people has gathered in front of the town hall."),
    ("9:11", "Session opens", "The session of the council has opened with a word on the weather of the week."),
    ("10:25", "Fishermen speak", "The fishermen asked for a second survey of the spawning grounds in the bay."),
    ("13:40", "Council votes", "The harbour council has voted for the plan by nine to four, its speaker said."),
)
Shape = Callable[[str, str, str], str]
WITH_HEADINGS: dict[str, Shape] = {
    "time in its element over a heading": lambda t, h, x: f"<div><time>{t}</time><h3>{h}</h3><p>{x}</p></div>",
    "heading over a time": lambda t, h, x: f"<article><h3>{h}</h3><time>{t}</time><p>{x}</p></article>",
    "a span": lambda t, h, x: f"<div class='post'><span class='t'>{t}</span><h3>{h}</h3><p>{x}</p></div>",
    "paragraphs without boxes": lambda t, h, x: f"<p>{t}</p><h2>{h}</h2><p>{x}</p>",
    "bold type, in German": lambda t, h, x: f"<p><strong>{t} Uhr</strong></p><p><b>{h}</b></p><p>{x}</p>",
    "with a zone": lambda t, h, x: f"<section><h2>{h}</h2><p>{t} GMT</p><p>{x}</p></section>",
    "at the foot of each": lambda t, h, x: f"<div><h2>{h}</h2><p>{x}</p><p>Posted at {t}</p></div>",
    "with the day": lambda t, h, x: f"<div><p>7 October 2020, {t}</p><h4>{h}</h4><p>{x}</p></div>",
}
WITHOUT: dict[str, Shape] = {
    "before a dash": lambda t, h, x: f"<p><b>{t}</b> – {x}</p>",
    "items": lambda t, h, x: f"<ul><li><time>{t}</time> {x}</li></ul>",
    "a list of definitions": lambda t, h, x: f"<dt>{t}</dt><dd>{x}</dd>",
    "in French": lambda t, h, x: f"<p>{t.replace(':', 'h')} : {x}</p>",
    "between pluses": lambda t, h, x: f"<p>+++ {t} Uhr +++ {x}</p>",
    "in Japanese": lambda t, h, x: f"<p>{t.replace(':', '時')}分</p><p>{x}</p>",
}


def live(shape: Shape, posts: Sequence[tuple[str, str, str]]) -> Article:
    made = "".join(shape(*post) for post in posts)
    return clean(read_one("p.html", page(body=[], after=f"<div class='feed'>{made}</div>")), "a")


@pytest.mark.parametrize("newest_first", [True, False])
@pytest.mark.parametrize("shape", WITH_HEADINGS.values(), ids=WITH_HEADINGS)
def test_posts_with_headings(shape: Shape, newest_first: bool) -> None:
    article = live(shape, POSTS[::-1] if newest_first else POSTS)
    told = [(p.posted, p.role, p.text) for p in article.paragraphs]
    clock = [f"{t:0>5}" for t, _, _ in POSTS]
    wanted = [
        (c, role, x) for c, (_, h, b) in zip(clock, POSTS, strict=True) for role, x in (("heading", h), ("body", b))
    ]
    assert told == wanted
    assert {d.reason for d in article.dropped if any(t in d.text for t, _, _ in POSTS)} == {"time of a post"}


@pytest.mark.parametrize("newest_first", [True, False])
@pytest.mark.parametrize("shape", WITHOUT.values(), ids=WITHOUT)
def test_posts_without_headings(shape: Shape, newest_first: bool) -> None:
    article = live(shape, POSTS[::-1] if newest_first else POSTS)
    assert [(p.posted, p.text) for p in article.paragraphs] == [(f"{t:0>5}", x) for t, _, x in POSTS]


def test_what_stands_before_the_posts_stays_there() -> None:
    posts = "".join(WITH_HEADINGS["a span"](*post) for post in POSTS[::-1])
    article = clean(read_one("p.html", page(body=[], after=f"<p>{STORY[0]}</p><div>{posts}</div>")), "a")
    assert [p.text for p in article.paragraphs][:2] == [STORY[0], "Crowd gathers"]


def test_of_plain_text_and_markdown_too() -> None:
    text = "\n\n".join(f"{t} – {x}" for t, _, x in POSTS[::-1])
    for name, top in (("a.txt", "Council of Vellmar votes\n\n"), ("a.md", "# Council of Vellmar votes\n\n")):
        article = clean(read_one(name, top + text), "a")
        assert [p.text for p in article.paragraphs if p.posted] == [x for _, _, x in POSTS]


@pytest.mark.parametrize(
    "lines",
    [
        [f"At {t} {x[0].lower()}{x[1:]}" for t, _, x in POSTS],
        ["9:11", *STORY],
        [f"{t} {x}" for (t, _, _), x in zip((POSTS[1], POSTS[0], POSTS[2], POSTS[0]), STORY, strict=True)],
        list(STORY),
    ],
)
def test_an_article_that_tells_times_stays_in_its_order(lines: list[str]) -> None:
    article = clean(read_one("a.md", "# Council of Vellmar votes\n\n" + "\n\n".join(lines)), "a")
    assert [p.text for p in article.paragraphs] == lines


def test_comments_with_times_are_no_live_page() -> None:
    comments = "".join(f"<li><b>{t}</b><p>{x}</p></li>" for t, _, x in POSTS)
    after = f"<section id='comments'><ol class='comments'>{comments}</ol></section>"
    article = clean(read_one("p.html", page().replace("</main>", f"{after}</main>")), "a")
    assert [p.text for p in article.paragraphs][:4] == list(STORY)
