"""Where a text ends for those who have not paid."""

from __future__ import annotations

import pytest

from generator.model import Dropped, Paragraph
from generator.reading.paywall import cut_at_paywall

STORY = (
    "The ferry to the outer islands will stop for three weeks in March, the harbour office said on Friday.",
    "Its engines are to be replaced in the yard of Vellmar, which has waited for such an order since spring.",
)
WALLS = [
    "Subscribe to continue reading. Every story, every day. Only 1 euro for 4 weeks",
    "This article is only available to subscribers.",
    "You have reached your limit of free articles this month.",
    "To continue reading, log in or create a free account.",
    "Want to read more? Subscribe for full access.",
    "Start your free trial to keep reading",
    "The rest of this article is for our members.",
    "Jetzt abonnieren und weiterlesen",
    "Um weiterzulesen, melden Sie sich bitte an.",
    "Dieser Artikel ist exklusiv für Abonnenten.",
    "Sie haben Ihr Kontingent an kostenlosen Artikeln aufgebraucht.",
    "Weiterlesen mit dem Probeabo für 1 Euro im Monat",
    "Abonnez-vous pour lire la suite de cet article.",
    "Cet article est réservé aux abonnés.",
    "Il vous reste 72 % de cet article à lire.",
    "Suscríbete para seguir leyendo",
    "Contenido exclusivo para suscriptores",
    "Abbonati per continuare a leggere",
    "Conteúdo exclusivo para assinantes",
    "Dit artikel is alleen voor abonnees.",
    "Prenumerera för att fortsätta läsa",
    "Ten artykuł jest dostępny tylko dla subskrybentów.",
    "Подпишитесь, чтобы читать дальше",
    "この記事は有料会員限定です。",
    "続きを読むには会員登録が必要です。",
    "请订阅后继续阅读",
    "이 기사는 유료 회원 전용입니다.",
    "هذا المحتوى متاح للمشتركين فقط",
]
NO_WALLS = [
    "Readers must subscribe to continue reading the paper's site, its publisher said on Friday.",
    "“Subscribe to continue reading,” the screen in the waiting room said.",
    "Subscribe to our newsletter to read more about the harbour.",
    "He signed up for a trial of the new ferry and kept reading the papers on deck.",
    "The council will continue reading the bill on Tuesday.",
    "Nur für Abonnements im Hafen gilt die Regel nicht, sagte der Rat, denn sie sind alt.",
    "Members only came to the meeting because the minister had promised to be there.",
    "Les abonnés du port ont continué à lire le journal, dit le maire.",
]


def story(*more: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text, line=n) for n, text in enumerate((*STORY, *more), 1))


@pytest.mark.parametrize("wall", WALLS)
def test_a_wall_goes_and_the_text_is_cut_off(wall: str) -> None:
    cut = cut_at_paywall(story(wall), ())
    assert [p.text for p in cut.paragraphs] == list(STORY)
    assert cut.cut_off
    assert [(d.text, d.reason, d.line) for d in cut.dropped] == [(wall, "paywall", 3)]


@pytest.mark.parametrize("line", NO_WALLS)
def test_what_only_speaks_of_it_stays(line: str) -> None:
    cut = cut_at_paywall(story(line), ())
    assert (cut.paragraphs, cut.dropped, cut.cut_off) == (story(line), (), False)


def test_a_wall_at_a_paragraphs_end_leaves_what_stands_before_it() -> None:
    cut = cut_at_paywall(story("The yard has forty workers. Subscribe to continue reading. Only 1 euro."), ())
    assert cut.paragraphs[-1].text == "The yard has forty workers."
    assert cut.dropped[0].text == "Subscribe to continue reading. Only 1 euro."
    assert cut.cut_off


OFFERS = [
    "Only 1 euro for 4 weeks", "Cancel any time.", "Already a subscriber? Log in", "Log in", "See all offers",
    "Nur 99 Cent im ersten Monat", "Monatlich kündbar", "Sans engagement", "¿Ya eres suscriptor?",
    "いつでも解約できます", "月額 1,980円",
]  # fmt: skip


@pytest.mark.parametrize("offer", OFFERS)
def test_offers_beside_a_wall_go_with_it(offer: str) -> None:
    assert cut_at_paywall(story(WALLS[1], offer), ()).paragraphs == story()
    assert [p.text for p in cut_at_paywall(story(offer, WALLS[1]), ()).paragraphs] == list(STORY)
    assert cut_at_paywall(story(offer), ()).paragraphs == story(offer)


def test_a_prompt_amid_a_whole_text_is_no_end() -> None:
    whole = (*STORY, WALLS[0], *STORY * 3)
    cut = cut_at_paywall(tuple(Paragraph(text) for text in whole), ())
    assert WALLS[0] not in [p.text for p in cut.paragraphs]
    assert not cut.cut_off


@pytest.mark.parametrize(
    ("dropped", "cut_off"),
    [
        (Dropped(3, WALLS[0], "outside the article"), True),
        (Dropped(0, WALLS[0], "outside the article"), False),
        (Dropped(3, WALLS[0], "hidden on the page"), False),
        (Dropped(3, NO_WALLS[0], "outside the article"), False),
    ],
)
def test_a_wall_that_was_dropped_counts_where_it_was_seen_after_the_text(dropped: Dropped, cut_off: bool) -> None:
    assert cut_at_paywall(story(), (dropped,)).cut_off == cut_off


def test_a_dropped_wall_under_a_long_text_is_a_mere_box() -> None:
    cut = cut_at_paywall(story(*STORY * 12), (Dropped(99, WALLS[0], "outside the article"),))
    assert not cut.cut_off
