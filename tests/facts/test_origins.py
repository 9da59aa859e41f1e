"""Articles are not origins."""

from __future__ import annotations

import pytest

from generator.config import Publisher

from .conftest import Grouped

READOUT = "The port of Varn will stay closed until Friday, the Ministry of Transport said in a statement."
SAME = "The port of Varn will remain closed until Friday, according to a statement by the Ministry of Transport."
OTHER = "The port of Varn will be closed until Friday, the pilots' union Lotsa said."
PLAIN = "The port of Varn will be closed until Friday."


def origins(grouped: Grouped, **sources: str) -> tuple[int, int]:
    facts = [f for f in grouped(("port",), sources).facts if len({q.source for q in f.quotes}) > 1]
    assert len(facts) == 1
    return len({q.source for q in facts[0].quotes}), len(facts[0].origins)


def test_two_papers_with_one_readout_are_one_origin(grouped: Grouped) -> None:
    assert origins(grouped, a=READOUT, b=SAME) == (2, 1)


def test_two_speakers_are_two_origins(grouped: Grouped) -> None:
    assert origins(grouped, a=READOUT, b=OTHER) == (2, 2)


def test_what_names_no_speaker_is_one_origin_however_many_print_it(grouped: Grouped) -> None:
    assert origins(grouped, a=PLAIN, b="Until Friday the port of Varn will stay closed.") == (2, 1)


def test_an_unnamed_statement_joins_the_speaker_whom_its_article_carries(grouped: Grouped) -> None:
    carried = PLAIN + " Ferries run from Mola instead, the Ministry of Transport said."
    assert origins(grouped, a=READOUT, b=carried) == (2, 1)


def test_each_quote_names_its_speaker(grouped: Grouped) -> None:
    facts = grouped(("port",), {"a": READOUT, "b": PLAIN})
    assert {q.source: q.by for f in facts.facts for q in f.quotes} == {"a": "Ministry of Transport", "b": None}


SPOKEN = [
    ("The port stays closed, the Ministry of Transport said. The port costs too much, according to the ministry.",
     ["Ministry of Transport", "Ministry of Transport"]),
    ("The port stays closed, the Ministry of Transport said. It added that the port costs too much.",
     ["Ministry of Transport", "Ministry of Transport"]),
    ("The Ministry of Transport said in a statement that the port stays closed. The port costs too much, the statement "
     "said.", ["Ministry of Transport", "Ministry of Transport"]),
    ("The Ministry of Transport said the port stays closed. The Ministry of Labour said the port closes too often. "
     "The ministry said that the port costs too much.", ["Ministry of Transport", "Ministry of Labour", "ministry"]),
    ("The Ministry of Transport said the port stays closed. The port costs too much, the ministry said. "
     "The port pays, a spokesman for the Ministry of Labour, Piotr Zalewski, said.",
     ["Ministry of Transport", "Ministry of Transport", "Piotr Zalewski"]),
    ("The port stays closed, the Minister for Harbours, Ana Ruiz, said. Ana Ruiz said that the port costs too much.",
     ["Ana Ruiz", "Ana Ruiz"]),
    ("According to a statement issued after the talks, the port stays closed.", [None]),
    ("The report argues that the port costs far too much.", [None]),
    ("According to the article, the port costs far too much.", [None]),
    ("“The port costs far too much,” the author writes.", [None]),
    ("This paper says that the port costs far too much.", [None]),
    ("The port costs far too much, according to a report by the Ministry of Transport.", ["Ministry of Transport"]),
    ("Transport Minister Ana Ruiz and Mayor Piotr Zalewski said that the port costs too much.",
     ["Ana Ruiz and Piotr Zalewski"]),
    ("In Varn, ministers Ana Ruiz and Piotr Zalewski also stressed that the port costs too much. “The port pays,” "
     "Piotr Zalewski said. “The port pays,” Ana Ruiz said.",
     ["Ana Ruiz and Piotr Zalewski", "Piotr Zalewski", "Ana Ruiz"]),
    ("Ana Ruiz and her ministry said that the port costs too much. The port pays, Ana Ruiz said.",
     ["Ana Ruiz", "Ana Ruiz"]),
    ("The Information Technology (IT) office is at the port. It said that the port costs too much.", [None, None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speakers"), SPOKEN)
def test_a_speaker_is_who_the_document_makes_certain_and_never_the_source_itself(
    grouped: Grouped, text: str, speakers: list[str | None]
) -> None:
    quotes = [q for f in grouped(("port",), {"a": text}).facts for q in f.quotes]
    assert [q.by for q in sorted(quotes, key=lambda q: (q.sentence, q.start))] == speakers


def test_a_sidecar_overrides_the_origin(grouped: Grouped) -> None:
    facts = grouped(("port",), {"a": READOUT, "b": OTHER}, origin={"a": "Harbour wire", "b": "Harbour wire"})
    assert [[(o.kind, o.name) for o in f.origins] for f in facts.facts] == [[("declared", "Harbour wire")]]


WIRE = """The harbour of Varn closed its northern gate on Sunday after a barge had struck the lock and bent its doors,
the port captain Ines Holm told the wire. Divers found no oil in the water, but a crane has to come from Teris to lift
the doors. Ships that wait outside will be sent to Mola, where the quays have room for ten of them.

The owner of the barge has apologised and offered to pay for the crane, whose journey takes three days. The port hopes
to open the gate again by Thursday at noon, and asks captains to call its office before they leave."""


def test_a_wire_copy_is_found_and_counts_as_no_further_origin(grouped: Grouped) -> None:
    cut = WIRE.replace("Divers found no oil in the water, but a", "A")
    facts = grouped(
        ("port", "harbour"), {"a": WIRE, "b": cut, "c": OTHER}, added={"a": "2024-01-01", "b": "2024-01-02"}
    )
    assert facts.copies == (("b", "a"),)
    assert all(
        len(f.origins) <= len({dict(facts.copies).get(q.source, q.source) for q in f.quotes}) for f in facts.facts
    )


def test_two_reports_of_one_event_in_their_own_words_are_no_copies(grouped: Grouped) -> None:
    own = """A barge rammed the northern lock of Varn on Sunday. Its steel doors are bent, and the entrance is shut. The
    port captain expects a floating crane within days and reopening towards the end of the week."""
    assert grouped(("port", "lock"), {"a": WIRE, "b": own}).copies == ()


TOLD_BY = [
    ("an organisation stands behind whoever speaks for it",
     {"a": "The port stays closed, Kestrel chief executive Ana Ruiz said.",
      "b": "The port stays closed, said Olaf Berg, a spokesman at Kestrel.",
      "c": "The port stays closed, said Ida Moe, Kestrel's lawyer.",
      "d": "The director of Kestrel, Karin Lind, said the port stays closed."}, [("speaker", "Kestrel")], 1),
    ("who spoke for it before speaks for nobody now",
     {"a": "The port of Varn stays closed until Friday, Kestrel chief executive Ana Ruiz said.",
      "b": "The port of Varn stays closed until Friday, said Olaf Berg, a former spokesman at Kestrel."},
     [("speaker", "Kestrel"), ("speaker", "Olaf Berg")], 2),
    ("a title is who bears it, in its document",
     {"a": "Mayor Ana Ruiz walked to the port of Varn. The port stays closed, the mayor said.",
      "b": "The port stays closed, Ana Ruiz said."}, [("speaker", "Ana Ruiz")], 1),
    ("a company is what the document calls one",
     {"a": "The port belongs to Kestrel, a large shipping company. The port stays closed, the company said.",
      "b": "The port stays closed, Kestrel said in a statement."}, [("speaker", "Kestrel")], 1),
    ("a capital and a government are the country",
     {"a": "Oslo said the port stays closed. Norway owns it.",
      "b": "The port stays closed, the Norwegian government said. Norway owns it."}, [("speaker", "Norway")], 1),
    ("voices without a name may be more than one",
     {"a": "The port stays closed, officials said.", "b": "Officials said the port stays closed."},
     [("voices", "officials")], 2),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "expected", "most"), [c[1:] for c in TOLD_BY], ids=[c[0] for c in TOLD_BY])
def test_who_stands_behind_a_speaker(
    grouped: Grouped, texts: dict[str, str], expected: list[tuple[str, str]], most: int
) -> None:
    facts = [f for f in grouped(("port",), texts).facts if len({q.source for q in f.quotes}) == len(texts)]
    assert [[(o.kind, o.name) for o in f.origins] for f in facts] == [expected]
    assert facts[0].most_origins == most


def test_who_prints_what_nobody_is_named_for(grouped: Grouped) -> None:
    """Two known papers are two origins, one paper twice is one, and a paper that nobody knows may be either of them."""
    texts = {"a": PLAIN, "b": "Until Friday the port of Varn will stay closed."}

    def found(**publisher: str) -> tuple[list[tuple[str, str]], int]:
        fact = next(f for f in grouped(("port",), texts, publisher=publisher).facts if len(f.quotes) == 2)
        return [(o.kind, o.name) for o in fact.origins], fact.most_origins

    assert found(a="Gazette", b="Courier") == ([("publisher", "Gazette"), ("publisher", "Courier")], 2)
    assert found(a="Gazette", b="Gazette") == ([("publisher", "Gazette")], 1)
    assert found(a="Gazette") == ([("unnamed", "")], 2)
    kinds = grouped(("port",), texts, publisher={"a": "Gazette", "b": "Courier"}, kind={"a": "digest"}).facts
    assert [o.kind for f in kinds for o in f.origins] == ["unnamed"], (
        "a digest credits nothing to the report's publisher"
    )


HOUSE = tuple(Publisher(name, family="Fjord papers") for name in ("Gazette", "Courier"))


def test_papers_of_one_house_that_name_nobody_are_one_origin(grouped: Grouped) -> None:
    texts = {"a": PLAIN, "b": "Until Friday the port of Varn will stay closed."}

    def found(**publisher: str) -> list[tuple[str, str]]:
        fact = next(
            f for f in grouped(("port",), texts, HOUSE, publisher=publisher).facts if len(f.quotes) == len(texts)
        )
        return [(o.kind, o.name) for o in fact.origins]

    assert found(a="Gazette", b="Courier") == [("house", "Fjord papers")]
    assert found(a="Gazette", b="Gazette") == [("publisher", "Gazette")]
    assert found(a="Gazette", b="Herald") == [("publisher", "Gazette"), ("publisher", "Herald")]
    texts["b"] = OTHER
    assert [kind for kind, _ in found(a="Gazette", b="Courier")] == ["publisher", "speaker"]


def test_whose_text_a_feed_passes_on_is_the_origin_of_what_names_nobody(grouped: Grouped) -> None:
    texts = {"a": PLAIN, "b": "Until Friday the port of Varn will stay closed."}

    def found(**texts: str) -> list[tuple[str, str]]:
        passed_on = {"a": "Harbour Wire"}
        facts = grouped(
            ("port",), texts, publisher={"a": "Planet", "b": "Harbour Wire"}, origin=passed_on, origin_from=passed_on
        ).facts
        return [(o.kind, o.name) for o in next(f for f in facts if len(f.quotes) == 2).origins]

    assert found(**texts) == [("publisher", "Harbour Wire")]
    assert found(a=READOUT, b=SAME) == [("speaker", "Ministry of Transport")], "whom it cites goes before"


def test_what_somebody_does_in_speaking_goes_back_to_him_and_is_no_saying_of_his(grouped: Grouped) -> None:
    facts = grouped(("port",), {"a": "Ana Ruiz urged the council to close the port of Varn. Ana Ruiz is the mayor."})
    urged = next(f for f in facts.facts if "urged" in f.text)
    assert [(o.kind, o.name) for o in urged.origins] == [("speaker", "Ana Ruiz")]
    assert [q.by for q in urged.quotes] == [None]
