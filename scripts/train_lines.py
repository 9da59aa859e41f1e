"""Makes generator/data/line_weights.json: train_lines.py DATA [--write].

DATA holds scrapes/NAME.txt and gold.json with the body of each. Prints what the model scores on pages that it was not
trained on (five folds) and on those it was, then writes the weights of all. Deterministic. Needs numpy, which YAKE
brings."""

from __future__ import annotations

import difflib
import json
import random
import re
import sys
from pathlib import Path

import numpy as np

from generator.reading.scrape.line_features import ScrapeLine, features, measure
from generator.reading.scrape.line_model import viterbi

ROOT = Path(__file__).resolve().parent.parent

WORD = re.compile(r"\w+")
SWITCH = 1.0
LEAN = 0.3  # towards keeping: a lost sentence costs more than a kept button
RIDGE = 100.0
FOLDS = 5

Case = tuple[list[ScrapeLine], list[bool]]


def gold_labels(raw: list[str], body: str) -> list[bool]:
    """Which of the lines `raw` the gold body holds, by aligning the words of both."""
    words, owner = [], []
    for number, line in enumerate(raw):
        for word in WORD.findall(line):
            words.append(word)
            owner.append(number)
    hits, count = [0.0] * len(raw), [0] * len(raw)
    for number in owner:
        count[number] += 1
    matcher = difflib.SequenceMatcher(None, words, WORD.findall(body), autojunk=False)
    for start, _, size in matcher.get_matching_blocks():
        for at in range(start, start + size):
            hits[owner[at]] += 1 if size >= 3 else 0.34
    return [bool(n) and hit / n >= 0.5 for hit, n in zip(hits, count, strict=True)]


def case(raw: list[str], labels: list[bool]) -> Case:
    lines, kept, gap = [], [], 0
    for number, (text, keep) in enumerate(zip(raw, labels, strict=True), 1):
        if text.strip():
            lines.append(measure(text, number, gap))
            kept.append(keep)
        gap = 0 if text.strip() else gap + 1
    return lines, kept


def variants(raw: list[str], labels: list[bool], seed: str) -> list[Case]:
    """The page as it is; and as scrapes come that somebody cut: little junk around, no blank lines, no indent."""
    chance = random.Random(seed)
    whole = case(raw, labels)
    if not any(labels):
        return [whole]
    first, last = labels.index(True), len(labels) - 1 - labels[::-1].index(True)
    made = [whole]
    for before, after in ((chance.randrange(1, 6), chance.randrange(1, 12)), (0, 0), (chance.randrange(3, 12), 0)):
        start, end = max(0, first - before), min(len(raw), last + 1 + after)
        picked = [(t.strip(), k) for t, k in zip(raw[start:end], labels[start:end], strict=True)]
        if before == 0:
            picked = [(t, k) for t, k in picked if k or not t]
        if chance.random() < 0.4:
            picked = [(t, k) for t, k in picked if t]
        made.append(case([t for t, _ in picked], [k for _, k in picked]))
    return made


def fit(x: np.ndarray, y: np.ndarray, w: np.ndarray) -> tuple[np.ndarray, float]:
    """Weights and bias of a logistic regression with an L2 penalty on standardised features, by Newton's method."""
    mean, scale = x.mean(0), x.std(0) + 1e-9
    z = np.hstack([(x - mean) / scale, np.ones((len(x), 1))])
    penalty = np.append(np.full(x.shape[1], RIDGE), 1e-6)
    beta = np.zeros(z.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(z @ beta, -30, 30)))
        gradient = z.T @ (w * (y - p)) - penalty * beta
        hessian = (z * (w * p * (1 - p))[:, None]).T @ z + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta += step
        if np.abs(step).max() < 1e-8:
            break
    weights = beta[:-1] / scale
    return weights, float(beta[-1] - weights @ mean)


def train(cases: list[Case], rows: list[np.ndarray]) -> tuple[np.ndarray, float]:
    x = np.vstack(rows)
    y = np.concatenate([np.array(kept, float) for _, kept in cases])
    w = np.concatenate([np.full(len(kept), 1 / len(kept)) for _, kept in cases])
    return fit(x, y, w * len(w) / w.sum())


def shingles(text: str) -> dict[tuple[str, ...], int]:
    words: list[str] = WORD.findall(text)
    found: dict[tuple[str, ...], int] = {}
    for at in range(max(1, len(words) - 3)):
        key = tuple(words[at : at + 4])
        found[key] = found.get(key, 0) + 1
    return found


def measure_page(gold: str, got: str) -> np.ndarray:
    g, p = shingles(gold), shingles(got)
    hit = sum(min(n, p.get(key, 0)) for key, n in g.items())
    sums = np.array([hit, sum(p.values()) - hit, sum(g.values()) - hit], float)
    return sums / (sums.sum() or 1)


def report(name: str, sums: list[np.ndarray]) -> None:
    tp, fp, fn = np.sum(sums, axis=0)
    each = [2 * s[0] / (2 * s[0] + s[1] + s[2]) if s[0] else 0.0 for s in sums]
    print(f"{name}: F1 {2 * tp / (2 * tp + fp + fn):.4f}, mean page F1 {np.mean(each):.4f}, pages {len(sums)}")


def keep(lines: list[ScrapeLine], rows: np.ndarray, weights: np.ndarray, bias: float) -> str:
    labels = viterbi((rows @ weights + bias + LEAN).tolist(), SWITCH)
    return "\n".join(line.text for line, kept in zip(lines, labels, strict=True) if kept)


def main(data: Path, write: bool) -> None:
    gold = json.loads((data / "gold.json").read_text(encoding="utf-8"))
    cases: list[list[Case]] = []
    for name in sorted(gold):
        raw = (data / "scrapes" / f"{name}.txt").read_text(encoding="utf-8").split("\n")
        cases.append(variants(raw, gold_labels(raw, gold[name]["body"]), name))
    bodies = [gold[name]["body"] for name in sorted(gold)]
    rows = [[np.array([list(f.values()) for f in features(lines)]) for lines, _ in page] for page in cases]
    names = list(features(cases[0][0][0])[0])

    def learn(pages: list[int]) -> tuple[np.ndarray, float]:
        return train([c for i in pages for c in cases[i]], [r for i in pages for r in rows[i]])

    everything = list(range(len(cases)))
    held: list[list[np.ndarray]] = [[] for _ in range(4)]
    for fold in range(FOLDS):
        weights, bias = learn([i for i in everything if i % FOLDS != fold])
        for i in everything[fold::FOLDS]:
            for n, (lines, _) in enumerate(cases[i]):
                held[n].append(measure_page(bodies[i], keep(lines, rows[i][n], weights, bias)))
    for n, name in enumerate(("whole pages", "nearly clean pages", "clean pages", "pages with a head")):
        report(f"not trained on, {name}", held[n])
    weights, bias = learn(everything)
    report(
        "trained on, whole pages",
        [measure_page(bodies[i], keep(cases[i][0][0], rows[i][0], weights, bias)) for i in everything],
    )
    if write:
        made = {
            "about": "log-odds, by feature, that a line of a scrape is the article; made by scripts/train_lines.py",
            "bias": round(bias + LEAN, 4),
            "switch": SWITCH,
            "weights": {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)},
        }
        text = json.dumps(made, indent=1, ensure_ascii=False) + "\n"
        (ROOT / "generator" / "data" / "line_weights.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--write" in sys.argv)
