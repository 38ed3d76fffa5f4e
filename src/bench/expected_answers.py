#!/usr/bin/env python3
# Expected answers of the competency questions over the shipped studies, worked out from their files by other means than
# Quoin's: src/bench/expected_answers.py writes src/test/resources/queries/shipped/*.csv. Needs PyYAML.
#
# Run it when the studies, the schemes or the questions change, and read the difference before it is committed.
import csv
import glob
import hashlib
import os
import re
import unicodedata

import yaml
from synthesis_answers import Syntheses

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
OUT = os.path.join(ROOT, "src", "test", "resources", "queries", "shipped")
ID = "https://w3id.org/quoin/id/"
SCHEME = "https://w3id.org/quoin/scheme/"
CONTEXT = 32


def listed(value):
    return [] if value is None else value if isinstance(value, list) else [value]


def scheme(name):
    """Labels, broader and related concepts of a scheme, by key; and its title."""
    text = open(os.path.join(ROOT, "ontology", "schemes", name + ".ttl"), encoding="utf-8").read()
    labels, broader, related = {}, {}, {}
    for block in text.split("\n\n"):
        concept = re.match(r"\s*:([A-Za-z0-9-]+) a skos:Concept", block)
        if concept:
            key = concept.group(1)
            labels[key] = re.search(r'skos:prefLabel "([^"]+)"@en', block).group(1)
            broader[key] = [
                one.strip().lstrip(":")
                for found in re.findall(r"skos:broader ([^;]+);", block)
                for one in found.split(",")
            ]
            related[key] = [
                one
                for found in re.findall(r"skos:relatedMatch ([^;]+);", block)
                for one in re.findall(r"scheme/([a-z-]+/[a-z-]+)>", found)
            ]
    title = re.search(r'dcterms:title "([^"]+)"@en', text).group(1)
    return labels, broader, related, title


def slug(words, longest):
    plain = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c)).lower()
    plain = re.sub("^-|-$", "", re.sub("[^a-z0-9]+", "-", plain))
    if len(plain) > longest:
        cut = plain.rfind("-", 0, longest + 1)
        plain = plain[: cut if cut > 0 else longest]
    return plain


def folded(words):
    return " ".join(words.split())


class Quote:
    def __init__(self, paper, entry, voice):
        self.paper = paper
        self.words = unicodedata.normalize("NFC", entry["quote"])
        self.voice = entry.get("voice") or voice
        text, before, after = paper.text, entry.get("before"), entry.get("after")
        places = [m.start() for m in re.finditer("(?=" + re.escape(self.words) + ")", text)]
        if len(places) > 1:
            places = [
                p
                for p in places
                if (not before or folded(text[:p]).endswith(folded(before)))
                and (not after or folded(text[p + len(self.words) :]).startswith(folded(after)))
            ]
        assert len(places) == 1, (paper.id, self.words, places)
        self.start = places[0]
        self.end = self.start + len(self.words)

    def prefix(self):
        """No more than 32 code points, beginning with a whole character: not with one that combines with the one before."""
        start = max(0, self.start - CONTEXT)
        while start < self.start and combines(self.paper.text, start):
            start += 1
        return self.paper.text[start : self.start]

    def suffix(self):
        end = min(len(self.paper.text), self.end + CONTEXT)
        while end > self.end and combines(self.paper.text, end):
            end -= 1
        return self.paper.text[self.end : end]


def combines(text, place):
    return 0 < place < len(text) and (unicodedata.combining(text[place]) > 0 or text[place] in "\u200d\ufe0f")


class Item:
    def __init__(self, paper, entry, seen):
        self.paper = paper
        self.kind = entry["kind"]
        voice = "participant" if self.kind == "account" else "author"
        self.quotes = [Quote(paper, q, voice) for q in entry.get("quotes", [entry])]
        self.illustrations = [Quote(paper, q, "participant") for q in entry.get("illustrated-by", [])]
        self.statement = entry.get("statement") or ""
        self.levels, self.factors = listed(entry.get("level")), listed(entry.get("factor"))
        self.facets, self.values = listed(entry.get("facet")), listed(entry.get("value"))
        words = "\n".join(q.words for q in self.quotes)
        key = self.kind + "\n" + words
        seen[key] = seen.get(key, 0) + 1
        digest = hashlib.sha256((key + "\n" + str(seen[key])).encode()).hexdigest()[:8]
        self.local = paper.id + "/" + (entry.get("id") or f"{self.kind}-{slug(words, 48)}-{digest}")
        self.iri = ID + "item/" + self.local

    @property
    def study(self):
        return self.paper.study


class Paper:
    def __init__(self, file):
        form = yaml.safe_load(open(file, encoding="utf-8"))
        raw = open(os.path.join(os.path.dirname(file), form["text"]), encoding="utf-8", newline="").read()
        self.text = unicodedata.normalize("NFC", raw.replace("\r\n", "\n").lstrip("\ufeff"))
        self.sha = hashlib.sha256(self.text.encode()).hexdigest()
        self.id = form["paper"]
        self.study = ID + "study/" + form.get("study", form["paper"])
        self.iri = ID + "paper/" + self.id
        self.coder, self.state = form["coded-by"]["name"], form["state"]
        seen = {}
        self.items = [Item(self, entry, seen) for entry in form["evidence"]]


PAPERS = [Paper(f) for f in glob.glob(os.path.join(ROOT, "data", "**", "evidence.yaml"), recursive=True)]
ITEMS = [item for paper in PAPERS for item in paper.items]
FACTORS, BROADER, RELATED, _ = scheme("factor")
LEVELS = scheme("level")[0]
SETTINGS = scheme("setting")[1]
SYNTHESES = Syntheses(ROOT, ID, ITEMS)
assert all(paper.state == "suggested" for paper in PAPERS)


def of(*kinds):
    return [item for item in ITEMS if item.kind in kinds]


def write(name, header, rows):
    with open(os.path.join(OUT, name + ".csv"), "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header.split())
        writer.writerows(rows)


def placed(name, column, kind, statement):
    rows = sorted(
        ((i.study, i.iri, i.statement, i.paper.iri, q.start, q.words) for i in of(kind) for q in i.quotes),
        key=lambda r: (r[0], r[3], r[4], r[1]),
    )
    if statement:
        write(name, f"study {column} statement paper start quote", rows)
    else:
        write(name, f"study {column} paper start quote", [r[:2] + r[3:] for r in rows])


def studies_of(items):
    return len({i.study for i in items})


placed("cq-01-enablers-with-quotes", "enabler", "enabler", True)

rows = []
for level in [None, *LEVELS]:
    at = [i for i in of("barrier") if (level in i.levels if level else not i.levels)]
    if at:
        iri, label = (SCHEME + "level/" + level, LEVELS[level]) if level else ("", "level not stated")
        rows.append((iri, label, studies_of(at), len(at)))
write("cq-02-barriers-by-level", "level label studies barriers", sorted(rows, key=lambda r: (-r[2], -r[3], r[1])))

placed("cq-03-themes-of-a-study", "theme", "theme", False)

rows = []
for i in ITEMS:
    text = f"{i.paper.iri}/text/{i.paper.sha[:12]}"
    for q in i.quotes + i.illustrations:
        rows.append((i.iri, i.paper.iri, text, i.paper.sha, q.start, q.end, q.prefix(), q.words, q.suffix()))
write(
    "cq-04-place-of-a-quote",
    "item paper text digest start end prefix quote suffix",
    sorted(rows, key=lambda r: (r[1], r[4], r[5], r[0])),
)

placed("cq-05-lessons-learned", "lesson", "lesson", True)

# Nothing says yet what a limitation limits, and no suggestion is translated.
write(
    "cq-06-what-limitations-limit",
    "study limitation quote limited kind",
    sorted((i.study, i.iri, q.words, "", "") for i in of("limitation") for q in i.quotes),
)
write(
    "cq-07-shared-suggestions",
    "category label studies study suggestion quote",
    sorted(("", "not yet translated", "", i.study, i.iri, q.words) for i in of("suggestion") for q in i.quotes),
)

naming = {f: [i for i in ITEMS if f in i.factors] for f in FACTORS}
rows = []
for f, items in naming.items():
    if items:
        by = [studies_of([i for i in items if i.kind == k]) for k in ("enabler", "barrier")]
        rows.append((SCHEME + "factor/" + f, FACTORS[f], studies_of(items), *by))
write("cq-08-studies-per-concept", "factor label studies asEnabler asBarrier", sorted(rows, key=lambda r: (-r[2], r[1])))

write("cq-09-quotes-beneath-a-finding", "finding statement study item quote", SYNTHESES.quotes_beneath())
write(
    "cq-10-themes-not-translated",
    "study theme quote",
    sorted(
        (i.study, i.iri, q.words) for i in of("theme") if i.local not in SYNTHESES.translated() for q in i.quotes
    ),
)
write(
    "cq-11-participant-voice-only",
    "study item kind quote",
    sorted(
        (i.study, i.iri, i.kind, q.words) for i in ITEMS for q in i.quotes + i.illustrations if q.voice == "participant"
    ),
)
write(
    "cq-12-findings-without-illustration",
    "study finding quote",
    sorted(
        (i.study, i.iri, q.words)
        for i in of("finding")
        if all(x.voice != "participant" for x in i.quotes + i.illustrations)
        for q in i.quotes
    ),
)
write(
    "cq-13-weakest-component",
    "finding statement component concern rationale",
    SYNTHESES.weakest(scheme("cerqual-component")[0], scheme("cerqual-concern")[0]),
)
write(
    "cq-14-low-confidence-statements",
    "finding statement confidence rationale",
    SYNTHESES.low(scheme("cerqual-rating")[0]),
)


def is_rural(key):
    return key == "rural" or any(is_rural(b) for b in SETTINGS[key])


def is_asked_for(value):
    place, key = value.split("/")
    return value == "country/GB" or (place == "setting" and is_rural(key))


there = {i.study for i in of("context") if any(is_asked_for(v) for v in i.values)}
rows = {(i.study, i.kind, i.iri, q.words) for i in of("enabler", "barrier") if i.study in there for q in i.quotes}
write(
    "cq-15-determinants-by-country-or-setting",
    "study polarity item quote",
    sorted(rows, key=lambda r: (r[0], r[1] == "barrier", r[2], r[3])),
)

with_sample = {i.study for i in of("context") if "sample" in i.facets}
write(
    "cq-16-studies-without-sample",
    "study standing record",
    [(s, "no statement coded", "") for s in sorted({p.study for p in PAPERS} - with_sample)],
)

rows = []
for f, items in naming.items():
    for helps in (i for i in items if i.kind == "enabler"):
        for hinders in (i for i in items if i.kind == "barrier" and i.study != helps.study):
            for one in helps.quotes:
                for other in hinders.quotes:
                    rows.append((SCHEME + "factor/" + f, FACTORS[f], helps.study, one.words, hinders.study, other.words))
write(
    "cq-17-enabler-here-barrier-there",
    "factor label helpsIn helpsQuote hindersIn hindersQuote",
    sorted(rows, key=lambda r: (r[1], r[2], r[4], r[3], r[5])),
)

write(
    "cq-18-contradictions-between-studies",
    "relation fromStudy fromClaim toStudy toClaim basis rationale",
    SYNTHESES.contradictions(scheme("relation")[0]),
)
write(
    "cq-19-who-judged-on-what",
    "item quote coder state reviewer verdict time",
    sorted((i.iri, q.words, i.paper.coder, "Suggested", "", "", "") for i in ITEMS for q in i.quotes),
)
rows = [(SCHEME + "factor/" + f, FACTORS[f], 1, items[0].study) for f, items in naming.items() if studies_of(items) == 1]
write("cq-20-factors-in-one-study-only", "factor label studies onlyStudy", sorted(rows, key=lambda r: r[1]))
rows = [(ID + "coding/" + i.local, i.iri, i.kind, q.words, i.paper.coder) for i in ITEMS for q in i.quotes]
write("cq-21-codings-still-pending", "coding item kind quote coder", sorted(rows, key=lambda r: (r[1], r[0], r[3])))
write("cq-22-reviewer-disagreements", "coding quote accepting rejecting reason", [])
write("cq-23-accepted-only", "study item kind quote", [])

rows = []
for framework in ("cfir", "rmic", "tdf"):
    labels, _, _, title = scheme(framework)
    for key, label in labels.items():
        items = [i for i in ITEMS if any(framework + "/" + key in RELATED[f] for f in i.factors)]
        if items:
            by = [len([i for i in items if i.kind == k]) for k in ("enabler", "barrier")]
            rows.append((title, label, studies_of(items), *by))
write(
    "cq-24-determinants-by-framework",
    "framework dimension studies enablers barriers",
    sorted(rows, key=lambda r: (r[0], -r[2], r[1])),
)


def is_workforce(key):
    return key == "workforce" or any(is_workforce(b) for b in BROADER[key])


rows = [
    (SCHEME + "factor/" + f, FACTORS[f], i.study, i.kind, q.words)
    for f in FACTORS
    if is_workforce(f)
    for i in naming[f]
    for q in i.quotes
]
write("cq-25-factor-with-narrower", "factor label study polarity quote", sorted(rows, key=lambda r: (r[1], r[2], r[3], r[4])))
