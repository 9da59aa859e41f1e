"""Makes generator/data/word_classes_en.txt from the lexicon of Pattern (BSD-3-Clause), as TextBlob ships it.

    python scripts/make_word_classes.py PATH/TO/textblob/en/en-lexicon.txt > generator/data/word_classes_en.txt

Only words are kept whose class does not follow from their ending, so that the file stays small and can be read.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

from generator.text.pos_tagger import CLASSES, by_ending
from generator.text.words import stopwords

HEADER = """\
# English words by class, where their ending does not tell it; read by generator.text.pos_tagger, made by
# scripts/make_word_classes.py. V verb, B noun that is a verb too, N noun, J adjective, R adverb, D past participle.
# Derived from the English lexicon of Pattern, https://github.com/clips/pattern, BSD-3-Clause,
# Copyright (c) 2011-2013 University of Antwerp, Belgium: word_classes_en.LICENSE.txt beside this file is its licence.
"""


def inflected(base: str) -> list[str]:
    """What the forms of a verb could look like."""
    stems = [base, base[:-1] if base.endswith("e") else base + base[-1]]
    return [base + "s", base + "es", base + "d", *(s + end for s in stems for end in ("ed", "ing")), base[:-1] + "ied"]


def class_of(word: str, tag: str, also_verb: bool) -> str | None:
    """Our class for a Penn Treebank tag, or None where the tag is of no use here."""
    if tag in {"VB", "VBP", "VBZ"}:
        return "V"
    if tag in {"VBD", "VBN"}:
        return "D" if word.endswith("ed") or tag == "VBN" else "V"
    if tag == "NN":
        return "B" if also_verb else "N"
    return {"RB": "R", "JJ": "J", "NN": "N"}.get(tag[:2])


def main(path: str) -> None:
    """Prints the file, one class a block, words in order."""
    tags: dict[str, str] = {}
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        word, _, rest = line.partition(" ")
        if re.fullmatch(r"[a-z]{2,}", word) and rest:
            tags[word] = rest.split()[0].split("|")[0]
    bases = {w for w, t in tags.items() if t in {"VB", "VBP"}}
    follows = {form for base in bases for form in inflected(base)}
    found: dict[str, list[str]] = defaultdict(list)
    for word in sorted(tags.keys() - stopwords()):
        tag = tags[word]
        also_verb = any(tags.get(f, "").startswith("VB") for f in inflected(word))
        kind = class_of(word, tag, also_verb)
        if kind and kind != by_ending(word) and tag != "NNS" and not (tag == "VBZ" and word in follows):
            found[kind].append(word)
    print(HEADER, end="")
    for kind in CLASSES:
        if found[kind]:
            print(f"[{kind}]")
            line = ""
            for word in found[kind]:
                if len(line) + len(word) > 118:
                    print(line.rstrip())
                    line = ""
                line += word + " "
            print(line.rstrip())


if __name__ == "__main__":
    main(sys.argv[1])
