# Expected answers about syntheses, worked out from their files by other means than Quoin's: used by expected_answers.py.
import glob
import os

import yaml


class Syntheses:
    """What the shipped syntheses say of items: of those whose files are in the data's folder."""

    def __init__(self, root, base, items):
        self.base = base
        self.items = {item.local: item for item in items}
        self.forms = [
            yaml.safe_load(open(file, encoding="utf-8"))
            for file in sorted(glob.glob(os.path.join(root, "data", "**", "synthesis.yaml"), recursive=True))
        ]

    def translated(self):
        return {claim for form in self.forms for category in form["categories"] for claim in category["claims"]}

    def findings(self):
        """IRI, form and items of each synthesised finding."""
        for form in self.forms:
            claims = {category["id"]: category["claims"] for category in form["categories"]}
            for finding in form["findings"]:
                iri = f"{self.base}synthesis/{form['synthesis']}/finding/{finding['id']}"
                beneath = {claim for category in finding["categories"] for claim in claims[category]}
                yield iri, finding, [self.items[claim] for claim in beneath]

    def quotes_beneath(self):
        return sorted(
            {
                (iri, finding["statement"], item.study, item.iri, quote.words)
                for iri, finding, items in self.findings()
                for item in items
                for quote in item.quotes + item.illustrations
            },
            key=lambda row: (row[0],) + row[2:],
        )

    def weakest(self, components, concerns):
        rows = []
        for iri, finding, _ in self.findings():
            judged = finding["confidence"]["components"]
            worst = max(list(concerns).index(judgement["concern"]) for judgement in judged.values())
            rows += [
                (-worst, iri, components[key], finding["statement"], concerns[judgement["concern"]], judgement["rationale"])
                for key, judgement in judged.items()
                if list(concerns).index(judgement["concern"]) == worst
            ]
        return [(iri, statement, label, concern, why) for _, iri, label, statement, concern, why in sorted(rows)]

    def low(self, ratings):
        order = list(ratings)
        rows = [
            (-order.index(finding["confidence"]["rating"]), iri, finding)
            for iri, finding, _ in self.findings()
            if finding["confidence"]["rating"] in ("low", "very-low")
        ]
        return [
            (iri, finding["statement"], ratings[finding["confidence"]["rating"]], finding["confidence"]["rationale"])
            for _, iri, finding in sorted(rows, key=lambda row: row[:2])
        ]

    def contradictions(self, relations):
        rows = []
        for form in self.forms:
            for comparison in form["comparisons"]:
                if comparison["relation"] in ("contradicts", "qualifies"):
                    one, other = self.items[comparison["from"]], self.items[comparison["to"]]
                    rows += [
                        (relations[comparison["relation"]], one.study, one.iri, other.study, other.iri, words, comparison["rationale"])
                        for words in comparison["quotes"]
                    ]
        return sorted(rows, key=lambda row: (row[0], row[1], row[3], row[2], row[4], row[5]))
