"""What is compared by its rare words only is what a comparison of all would find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.text.contained import Contained

TEXTS = st.lists(st.sampled_from(["a", "the", "pact", "pacts", "quay."]), max_size=6).map(" ".join)


@given(st.lists(TEXTS | st.text("ab ", max_size=6), max_size=9), TEXTS | st.text("ab ", max_size=6))
def test_an_index_finds_what_each_text_alone_would_tell(texts: list[str], asked: str) -> None:
    found = Contained(texts).related(asked)
    assert found == tuple(text for text in dict.fromkeys(texts) if text in asked or asked in text)


def test_of_many_texts_only_those_with_the_rarest_word_are_compared() -> None:
    many = Contained([f"the towns agreed on pact{n} of the quay" for n in range(50)])
    assert list(many._holders(["agreed", "pact7", "of"])) == [7]
    assert not list(many._holders(["agreed", "pact99"]))
