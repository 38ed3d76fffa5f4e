// A synthesis on a terminal.
package org.quoin.cli;

import java.util.Locale;
import org.quoin.app.json.SuggestionView;
import org.quoin.app.json.SynthesisView;

final class SynthesisPrint {
    private final Terminal terminal;

    SynthesisPrint(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(SynthesisView view) {
        line(Terminal.bold(view.title()));
        if (view.description() != null) {
            line(view.description());
        }
        view.findings().forEach(this::print);
        view.categories().forEach(this::print);
        view.comparisons()
                .forEach(comparison -> line("\n" + comparison.from().study() + " "
                        + comparison.relation().key() + " "
                        + comparison.to().study()
                        + (comparison.rationale() == null ? "" : ": " + comparison.rationale())));
        view.absences()
                .forEach(absence ->
                        line("\n" + absence.paper() + ": " + absence.sought().label() + ", "
                                + absence.absence().label().toLowerCase(Locale.ROOT)));
    }

    private void print(SynthesisView.Finding finding) {
        var confidence = finding.confidence();
        line("\n" + Terminal.bold(finding.statement()));
        line("  " + finding.studies() + (finding.studies() == 1 ? " study, " : " studies, ")
                + (confidence == null
                        ? "confidence not judged"
                        : confidence.rating().label().toLowerCase(Locale.ROOT) + ": " + confidence.rationale()));
        if (confidence != null) {
            confidence
                    .components()
                    .forEach(judgement -> line("  - " + judgement.component().label() + ", "
                            + judgement.concern().label().toLowerCase(Locale.ROOT) + ": "
                            + judgement.rationale()));
        }
        finding.lookAgain().forEach(mark -> line("  look again: " + mark.claim() + " " + mark.words()));
    }

    private void print(SynthesisView.Category category) {
        line("\n" + Terminal.bold(category.label()) + Terminal.faint("  " + category.id()));
        line("  " + category.definition());
        category.claims().forEach(this::print);
    }

    void print(SuggestionView suggestion) {
        line("\n" + Terminal.bold(suggestion.label())
                + (suggestion.category() == null ? "" : Terminal.faint("  into " + suggestion.category())));
        line("  " + suggestion.reason());
        suggestion.claims().forEach(this::print);
    }

    private void print(SynthesisView.ClaimView claim) {
        claim.quotes()
                .forEach(quote -> line("  “" + quote.words() + "”  "
                        + Terminal.faint(claim.kind().key() + " " + claim.id())));
    }

    private void line(String words) {
        terminal.out().println(words);
    }
}
