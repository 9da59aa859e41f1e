"""Which words of an article are out: looked up by place, it is what a walk over all words would count."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Article, Metadata, Paragraph, Span
from generator.text.counting import word_places
from generator.text.word_spans import PublishedWords

SPANS = st.builds(Span, st.integers(0, 3), st.integers(0, 30), st.integers(0, 30))


@given(st.lists(st.text("ab \n港", max_size=24), min_size=1, max_size=2), st.lists(SPANS, max_size=6))
def test_the_same_words_are_out_as_all_words_looked_at_would_tell(texts: list[str], spans: list[Span]) -> None:
    words = PublishedWords(Article("a", "sources/a.txt", "text", Metadata(), tuple(map(Paragraph, texts))))
    places = {(number, start, end) for number, text in enumerate(texts, start=1) for start, end in word_places(text)}
    out: set[tuple[int, int, int]] = set()
    for span in spans:
        held = {
            (n, start, end) for n, start, end in places if n == span.paragraph and start < span.end and end > span.start
        }
        assert words.new(span) == len(held - out)
        words.publish(span)
        out |= held
        assert words.out == len(out)
    assert words.total == len(places)
