"""A source's words between our quotation marks."""

import pytest

from generator.text.quotation import same_words, within


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The port is open.", "The port is open."),
        ("“We agreed,” he said.", "‘We agreed,’ he said."),
        ('He said "we agreed" and left.', "He said ‘we agreed’ and left."),
        ('"We agreed," he said, "at last."', "‘We agreed,’ he said, ‘at last.’"),
        ("He said “we agreed", "He said ‘we agreed’"),
        ("we agreed,” he said.", "‘we agreed,’ he said."),
        ("”The port is open.", "The port is open."),
        ("The port is open. “", "The port is open."),
        ("The dockers’ strike isn't over.", "The dockers’ strike isn't over."),
        ('A 5" gun', "A 5’ gun"),
    ],
)
def test_marks_within_a_quote_are_single_and_paired_at_its_ends_only(text: str, shown: str) -> None:
    assert within(text).strip("‘") == shown.strip("‘")
    assert same_words(within(text), text)


@pytest.mark.parametrize("other", ["The port is shut.", "The port is", "port is open.", "The “port” is open."])
def test_other_words_are_no_quote(other: str) -> None:
    assert not same_words(other, "The port is open.")
