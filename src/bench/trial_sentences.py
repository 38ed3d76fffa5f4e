#!/usr/bin/env python3
# Makes collections for choosing how search weighs: sentences of abstracts of trials, and what a reader might ask for.
"""src/bench/trial_sentences.py SOURCE TARGET

SOURCE is the folder of EBM-NLP in CoNLL form (dev.txt and test.txt: abstracts of randomised trials, their words marked
as population, intervention or outcome). Written below TARGET, in BEIR form with the split `train`:

  copied, copied-titled   the query's outcome stands word for word in a right sentence
  reworded, ...-titled    it comes from another sentence, which is left out

Every sentence is a passage, alone or with the abstract's first sentence as title. A query is "effect of INTERVENTION
compared with INTERVENTION on OUTCOME"; right are the sentences of the abstract's second half whose marked outcomes
share half of the outcome's words. None of the collections that search is reported on is read.
"""
import json
import random
import re
import sys
from pathlib import Path

COMMON = set(
    "the of and in to a with for on by at or an as is was were be patients group groups rate rates level levels score"
    " scores effect effects treatment quality outcome outcomes all".split()
)


def stem(word):
    return re.sub(r"(ies|es|s|ing|ed)$", "", word.lower())


def text(words):
    joined = re.sub(r" ([.,;:%)\]])", r"\1", " ".join(words))
    return re.sub(r"([(\[]) ", r"\1", joined)


def spans(sentence, tag):
    found, current = [], []
    for word, marked in sentence:
        if marked == tag:
            current.append(word)
        elif current:
            found.append(current)
            current = []
    return found + [current] if current else found


def abstracts(folder):
    for name in ("dev.txt", "test.txt"):
        for document in (folder / name).read_text().split("-DOCSTART- ")[1:]:
            sentences = [[]]
            for line in document.split("\n")[1:]:
                if not line.strip():
                    if sentences[-1]:
                        sentences.append([])
                    continue
                word, _, _, tag = line.split(" ")
                sentences[-1].append((word, tag))
                if word == "." and len(sentences[-1]) > 3:
                    sentences.append([])
            sentences = [sentence for sentence in sentences if len(sentence) > 3]
            if len(sentences) >= 5:
                yield re.match(r"\((\d+)\)", document).group(1), sentences


def query(sentences, copied, chance):
    """The text of a query, the numbers of its right sentences and that of the one its outcome comes from."""
    half = max(2, len(sentences) // 2)
    interventions = []
    for sentence in sentences[:half]:
        for span in spans(sentence, "I-INT"):
            known = {" ".join(other).lower() for other in interventions}
            if len(span) <= 6 and any(len(word) > 3 and word.isalpha() for word in span):
                if " ".join(span).lower() not in known:
                    interventions.append(span)
    places = range(half, len(sentences)) if copied else list(range(1, half)) + [0]
    outcomes = [(span, i) for i in places for span in spans(sentences[i], "I-OUT") if len(span) <= 9]
    if not interventions or not outcomes:
        return None
    chance.shuffle(outcomes)
    for outcome, source in outcomes:
        key = {stem(word) for word in outcome if word.isalpha() and word.lower() not in COMMON and len(word) > 2}
        right = [
            i
            for i in range(half, len(sentences))
            if len(key & {stem(word) for span in spans(sentences[i], "I-OUT") for word in span})
            >= max(1, (len(key) + 1) // 2)
        ]
        if key and 1 <= len(right) <= 4:
            against = " compared with " + text(interventions[1]) if len(interventions) > 1 else ""
            return "effect of " + text(interventions[0]) + against + " on " + text(outcome), right, source
    return None


def write(target, corpus, queries, judgements):
    (target / "qrels").mkdir(parents=True, exist_ok=True)
    for name, rows in (("corpus.jsonl", corpus), ("queries.jsonl", queries)):
        (target / name).write_text("".join(json.dumps(row) + "\n" for row in rows))
    lines = ["query-id\tcorpus-id\tscore"] + ["\t".join(row) for row in judgements]
    (target / "qrels" / "train.tsv").write_text("\n".join(lines) + "\n")
    print(f"{target}: {len(corpus)} passages, {len(queries)} queries")


def main(source, target):
    for name, copied, seed in (("reworded", False, 7), ("copied", True, 11)):
        chance = random.Random(seed)
        alone, titled, queries, judgements, left_out = [], [], [], [], set()
        for number, sentences in abstracts(source):
            texts = [text([word for word, _ in sentence]) for sentence in sentences]
            title = texts[0].rstrip(".")
            for i, words in enumerate(texts):
                passage = {"_id": f"{number}-{i}", "text": words}
                alone.append(passage | {"title": ""})
                titled.append(passage | {"title": title if i else ""})
            made = query(sentences, copied, chance)
            if made:
                words, right, origin = made
                queries.append({"_id": f"{number}-q", "text": words})
                judgements += [(f"{number}-q", f"{number}-{i}", "1") for i in right]
                if not copied:
                    left_out.add(f"{number}-{origin}")
        for suffix, corpus in (("", alone), ("-titled", titled)):
            kept = [passage for passage in corpus if passage["_id"] not in left_out]
            write(target / (name + suffix), kept, queries, judgements)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
