"""A fact of two topics is told on each page in words about its topic, with the status that those words give."""

from __future__ import annotations

from dataclasses import replace

from generator.analysis import analyse
from generator.briefing.allowance import Allowance
from generator.briefing.granting import first_words, last_words
from generator.briefing.on_topic import TopicWords, told_for, topic_words
from generator.config import Config, QuoteLimits, Topic
from generator.model import Article, Fact, FactKind, Facts, Metadata, Origin, Paragraph, Quote, Topics

AGREED = "The two cities have agreed to share their harbour pilots and tugs from May."
FINAL = "The text of the ferry treaty between both cities was finalised on Monday night."
FERRIES = "Ferries between the two cities have been a matter of dispute for many years."
HARBOUR = Topic("harbour", "Harbours", "Harbours.", ("harbour", "pilot"))
FERRY = Topic("ferry", "Ferry", "Ferries.", ("ferry treaty", "passenger line"), ("ferry dispute",))
COUNCIL = (Origin("council", "speaker", "council"),)


def about(topic: Topic) -> TopicWords:
    return topic_words((), Topics(()), Config(title="T", topics=(topic,)))[0]


def quote(text: str, status: str | None = None, shown: bool = True) -> Quote:
    return Quote(f"f-{text[:12]}", "a", text, 1, 0, 0, len(text), shown=shown, status=status)


def fact(*quotes: Quote) -> Fact:
    first = quotes[0]
    return Fact(
        "f-1",
        first.text,
        ("harbour", "ferry"),
        "event",
        first.status,
        quotes,
        COUNCIL,
        3.0,
        (),
    )


def test_each_topic_tells_a_fact_in_words_about_itself() -> None:
    both = fact(quote(AGREED, "agreed"), quote(FINAL, "text finalised"))
    assert told_for(both, about(HARBOUR)) == both
    told = told_for(both, about(FERRY))
    assert (told.text, told.status, told.quotes) == (FINAL, "text finalised", both.quotes)


def test_what_names_the_topic_comes_before_its_other_terms_and_then_what_has_the_same_status() -> None:
    line = quote("Both cities agreed on one more passenger line across the bay.", "agreed")
    named = quote(FINAL, "text finalised")
    assert told_for(fact(quote(AGREED, "agreed"), line, named), about(FERRY)).text == FINAL
    second = quote("A new passenger line across the bay was signed for by both mayors.", "signed")
    assert told_for(fact(quote(AGREED, "agreed"), second, line), about(FERRY)).text == line.text


def test_words_that_do_not_stand_alone_leave_the_telling_to_others_about_the_topic() -> None:
    loose, whole = (
        "He called the ferry treaty a gift to both cities on Monday.",
        "A passenger line will join both cities in May.",
    )
    assert told_for(fact(quote(loose), quote(whole)), about(FERRY)).text == loose, "the other does not name the topic"
    named = "The ferry treaty was called a gift to both cities."
    assert told_for(fact(quote(loose), quote(named)), about(FERRY)).text == named
    spoken = "“The ferry treaty is a gift to both cities”, the mayor said."
    assert told_for(fact(quote(loose), quote(spoken), quote(named)), about(FERRY)).text == named


def test_of_words_that_disagree_how_far_it_had_got_those_tell_it_that_claim_least() -> None:
    signed = "Both harbours signed for the pilots and the tugs on Monday night."
    both = fact(quote(signed, "signed"), quote(AGREED, "agreed"))
    told = told_for(both, about(HARBOUR))
    assert (told.text, told.status) == (AGREED, "agreed")


def test_a_whole_sentence_tells_a_fact_before_a_part_of_one() -> None:
    part = quote("the harbour pilots of both cities will share one boat")
    whole = quote("Both cities will share one boat for the pilots of the harbour.")
    assert told_for(fact(part, whole), about(HARBOUR)).text == whole.text


def test_what_reports_have_in_common_and_what_speaks_more_of_another_topic() -> None:
    config = Config(title="T", topics=(HARBOUR, FERRY))
    texts = {"a": ("Pilots agree", "2021-03-02", AGREED), "b": ("Ferry treaty", "2021-03", f"{AGREED} {FINAL}")}
    analyses = tuple(
        analyse(Article(n, f"sources/{n}.txt", "text", Metadata(title=t, published=d), (Paragraph(p),)), config)
        for n, (t, d, p) in texts.items()
    )
    harbour, ferry = topic_words(analyses, Topics(()), config)
    assert harbour.reports.published == {"a": "2021-03-02"}, "a month is no day"
    assert (harbour.reports.leads["pilot"], harbour.reports.leads["treati"]) == (1.0, 0.5)
    assert "monday" not in harbour.reports.leads, "a second sentence is no lead"
    assert (harbour.relevance(AGREED), ferry.relevance(AGREED)) == ((2.0, False), (0.0, True))


def test_words_that_are_kept_back_or_give_no_status_do_not_tell_it() -> None:
    hidden = fact(quote(AGREED, "agreed"), quote(FINAL, "text finalised", shown=False))
    assert told_for(hidden, about(FERRY)) == hidden
    silent = fact(quote(AGREED, "agreed"), quote(FERRIES))
    assert told_for(silent, about(FERRY)) == silent
    dispute = fact(quote("The council heard both mayors on the matter last week."), quote("The ferry dispute is old."))
    assert told_for(dispute, about(FERRY)) == dispute


def test_a_bottom_line_gets_the_words_of_every_topic_that_leads_with_it() -> None:
    text = f"{AGREED} {FINAL}"
    spans = [
        replace(quote(t, s), start=text.index(t), end=text.index(t) + len(t))
        for t, s in ((AGREED, "agreed"), (FINAL, "text finalised"))
    ]
    both = fact(*spans)
    shown = first_words(Facts((both,), (), (), ()), {"f-1": (FINAL, AGREED)}, _allowance(text, 1.0))
    assert [q.shown for q in shown.facts[0].quotes] == [True, True]
    scarce = first_words(Facts((both,), (), (), ()), {"f-1": (FINAL,)}, _allowance(text, 0.5))
    assert (scarce.facts[0].text, scarce.facts[0].status) == (FINAL, "text finalised")
    assert [q.text for q in scarce.facts[0].quotes if q.shown] == [FINAL]


def test_a_status_that_no_published_words_give_is_not_stated() -> None:
    text = f"{FERRIES} {FINAL}"
    quiet = replace(quote(FERRIES), end=len(FERRIES))
    loud = replace(quote(FINAL, "text finalised"), start=text.index(FINAL), end=len(text))
    both = replace(fact(quiet, loud), status="text finalised")
    for share, expected in ((1.0, "text finalised"), (0.5, None)):
        allowance = _allowance(text, share)
        said = last_words(first_words(Facts((both,), (), (), ()), {}, allowance), allowance)
        assert said.facts[0].status == expected


def test_words_of_the_background_are_shown_without_the_status_that_others_give() -> None:
    text = f"{FERRIES} {FINAL}"
    quiet = replace(quote(FERRIES), end=len(FERRIES))
    loud = replace(quote(FINAL, "text finalised"), start=text.index(FINAL), end=len(text))
    cases: tuple[tuple[tuple[Quote, ...], FactKind, str | None], ...] = (
        ((quiet, loud), "background", None),
        ((quiet, loud), "event", "text finalised"),
        ((loud, quiet), "background", "text finalised"),
    )
    for quotes, kind, expected in cases:
        both = replace(fact(*quotes), status="text finalised", kind=kind)
        allowance = _allowance(text, 1.0)
        said = last_words(first_words(Facts((both,), (), (), ()), {}, allowance), allowance)
        assert said.facts[0].text == quotes[0].text
        assert said.facts[0].status == expected


def _allowance(text: str, share: float) -> Allowance:
    config = Config(title="T", topics=(), quotes=QuoteLimits(max_share=share))
    return Allowance((analyse(Article("a", "sources/a.txt", "text", Metadata(), (Paragraph(text),)), config),), config)
