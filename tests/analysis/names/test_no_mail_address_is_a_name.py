"""The words of a mail address are neither a name nor a keyphrase; the name beside it is."""

from __future__ import annotations

from generator.analysis import analyse
from generator.config import Config
from generator.model import Article, Metadata, Paragraph
from generator.text.mail_addresses import without_mail_addresses

TEXT = (
    "The port office (Press.Office@port.example) answers questions, and Ana.Brandt@port.example others. "
    "Write to Carl Oke <Carl.Oke@quillon.example> or to mailto:Desk@Quillon-Port.example, by Friday."
)


def test_addresses_name_nobody() -> None:
    article = Article("a", "a.txt", "text", Metadata(title="Ask Zoe.Ruiz@port.example"), (Paragraph(TEXT),))
    found = analyse(article, Config(title="", topics=()))
    told = [mention.text for mention in found.names]
    assert "Carl Oke" in told
    words = " ".join((*told, *(k.phrase for k in found.keyphrases), *(f for k in found.keyphrases for f in k.forms)))
    assert not any(part in words.casefold() for part in ("ana", "brandt", "quillon", "press", "zoe", "ruiz", "example"))
    for mention in found.names:
        assert TEXT[mention.start : mention.end] == mention.text


def test_places_stay_the_same() -> None:
    assert without_mail_addresses("to a@b.example now") == "to ··········· now"
    assert without_mail_addresses("at 5 @ 3, and @ana too") == "at 5 @ 3, and @ana too"
