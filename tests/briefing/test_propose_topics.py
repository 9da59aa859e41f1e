"""Topics proposed from documents: what they are about, told apart, with terms that find something."""

from __future__ import annotations

from generator.analysis import analyse
from generator.briefing.propose_topics import propose_topics
from generator.config import Config
from generator.corpus import read_all
from generator.model import Analysis, SourceFile
from generator.pipeline import run
from generator.text.ids import slug

FERRY = """\
The council approved the electric ferry on Monday. The electric ferry will cost 40 million euros and needs a new pier,
the Harbour Agency of Norway said. Ana Lind wants the electric ferry to sail in winter too.
"""
SCHOOL = """\
The primary school in Farhaven will close its library in June. Parents of the primary school wrote to the ministry. Ana
Lind said that the primary school needs a roof, and the library a librarian.
"""
BOTH = """\
The electric ferry and its pier were praised in Farhaven. The Harbour Agency wants to run the electric ferry itself.
The primary school was not spoken of, nor was its library, and the roof of the primary school still leaks.
"""


def analyses(*texts: str) -> tuple[Analysis, ...]:
    config = Config("", ())
    files = [SourceFile(f"sources/{n}.txt", text.encode()) for n, text in enumerate(texts)]
    articles, skipped = read_all(files, config)
    assert not skipped
    return tuple(analyse(article, config) for article in articles)


def test_each_subject_of_the_documents_is_a_topic_with_what_is_told_near_it() -> None:
    topics = {topic.title: topic for topic in propose_topics(analyses(FERRY, SCHOOL, BOTH))}
    assert {"Electric ferry", "Primary school"} <= set(topics)
    ferry, school = topics["Electric ferry"], topics["Primary school"]
    assert ferry.terms[0] == "electric ferry" and {"pier", "Harbour Agency"} & set(ferry.terms)
    assert school.terms[0] == "primary school" and "library" in school.terms
    assert not set(ferry.terms) & set(school.terms)
    assert ferry.id == "electric-ferry" and ferry.scope.startswith("Statements on electric ferry")


def test_people_places_and_what_is_counted_make_no_topic() -> None:
    words = {term for topic in propose_topics(analyses(FERRY, SCHOOL, BOTH)) for term in topic.terms}
    assert not {"Ana Lind", "Lind", "Norway", "euros"} & words


def test_every_topic_that_is_proposed_has_statements() -> None:
    texts = (FERRY, SCHOOL, BOTH)
    topics = propose_topics(analyses(*texts))
    config = Config("T", topics)
    site = run([SourceFile(f"sources/{n}.txt", text.encode()) for n, text in enumerate(texts)], config)
    assert [content.topic for content in site.brief.briefings if not content.coverage] == []
    assert 1 < len(topics) <= 5
    assert len({topic.id for topic in topics}) == len(topics)
    assert all(topic.id == slug(topic.id) and 1 <= len(topic.terms) <= 6 for topic in topics)


def test_documents_without_a_phrase_have_one_topic_of_their_words() -> None:
    (topic,) = propose_topics(analyses("It was so, and then they said that it was. And so it was with them there.\n"))
    assert topic.id == "documents" and topic.terms
