"""Status words stay exact, and belong to the instrument beside them."""

from __future__ import annotations

import pytest

from generator.facts.status import kind, marks

SAID = [
    ("The two countries signed the fisheries treaty on Monday.", [("signed", "treaty")]),
    ("Negotiators finalised the text of the trade agreement.", [("text finalised", "agreement")]),
    (
        "The cabinet gave approval to signing of a memorandum of understanding.",
        [("approved for signing", "memorandum")],
    ),
    (
        "The cabinet approved on Thursday the signing of a memorandum.",
        [("approved for signing", "memorandum")],
    ),
    ("The senate has authorised the minister to sign the treaty.", [("approved for signing", "treaty")]),
    ("The king gave his nod, late on Monday, to the signing of the pact.", [("approved for signing", "agreement")]),
    ("The board cleared the contract for signing, officials said.", [("approved for signing", "contract")]),
    ("The cabinet approved the budget after the signing of a memorandum.", [("signed", "memorandum")]),
    ("The council approved the budget and signed a contract.", [("signed", "contract")]),
    ("The cabinet has not approved the signing of the memorandum.", []),
    ("The cabinet is expected to approve on Thursday the signing of the memorandum.", []),
    ("Town and region sign harbour treaty", [("signed", "treaty")]),
    ("The treaty has not come into force.", []),
    ("The treaty will enter into force in May.", []),
    ("The pact entered into force in May.", [("in force", "agreement")]),
    ("Parliament ratified the convention.", [("ratified", "treaty")]),
    ("The minister proposed a new framework for the ports.", [("proposed", "initiative")]),
    ("The sides agreed to share their data.", [("agreed", "")]),
    ("They are expected to sign the agreement next month.", []),
    ("The agreement was not signed.", []),
    ("The loan depends on the signing of the agreement.", []),
    ("The aid is conditional on the signing of the treaty.", []),
    ("The signing of the agreement, which is expected in May, comes first.", []),
    ("The signing of the agreement was postponed.", []),
    ("The signing of the treaty will follow in spring.", []),
    ("The signing of the treaty was welcomed in the port.", [("signed", "treaty")]),
    ("They attended the signing of the agreement.", [("signed", "agreement")]),
    ("The signing of the pact ended a long dispute.", [("signed", "agreement")]),
    ("She signed autographs for an hour.", []),
    ("The ministry announced in a statement that trains would run again.", []),
]


@pytest.mark.parametrize(("text", "said"), SAID)
def test_a_status_is_read_exactly_and_never_from_a_plan(text: str, said: list[tuple[str, str]]) -> None:
    assert [(mark.status, mark.instrument) for mark in marks(text)] == said


KINDS = [
    ("The council approved the budget on Monday.", 0, "event"),
    ("The network is the largest in the country.", 0, "background"),
    ("The bank will reportedly close forty branches.", 0, "claim"),
    ("The price might double within a year.", 1, "claim"),
    ("We have to remember how little was done.", 0, "opinion"),
    ("This is clearly a mistake of historic size.", 0, "opinion"),
    ("“We will rebuild the bridge,” the mayor said.", 1, "event"),
    ("The US has banned the drug over safety fears.", 0, "event"),
]


@pytest.mark.parametrize(("text", "speakers", "expected"), KINDS)
def test_the_kind_follows_from_stance_hedges_and_verbs(text: str, speakers: int, expected: str) -> None:
    assert kind(text, speakers, bool(marks(text))) == expected
