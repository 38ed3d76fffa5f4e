// A brief as a terminal shows it.
package org.quoin.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quoin.app.json.AskView;
import org.quoin.app.json.AskView.AgainstView;
import org.quoin.app.json.AskView.DoubtsView;
import org.quoin.app.json.AskView.FindingView;
import org.quoin.app.json.AskView.GapView;
import org.quoin.app.json.AskView.LineView;
import org.quoin.app.json.AskView.PlaceView;
import org.quoin.app.json.AskView.QuoteInBrief;
import org.quoin.app.json.AskView.RelatedView;
import org.quoin.app.json.AskView.ScaleView;
import org.quoin.app.json.AskView.SectionView;
import org.quoin.app.json.SynthesisView;

/// @param full whether to print every quote and everything that speaks against a line, or the best words alone
record BriefPrint(AskView brief, PrintStream out, boolean full) {
    private static final String IN = "   ";

    void print() {
        brief.verdict().words().forEach(out::println);
        if (brief.answered()) {
            printScale(brief.scale());
            brief.sections().forEach(this::print);
            print(brief.doubts());
            if (!full) {
                out.println();
                out.println(Terminal.faint(
                        "--all: every line, every quote and what speaks against each; --format docx: as a document"));
            }
        } else if (!brief.nearest().isEmpty()) {
            heading("Nearest in the base; it does not answer the question");
            brief.nearest().forEach(quote -> print(quote, ""));
        }
        brief.leftOut().forEach(left -> out.println("left out: " + left));
        out.println();
        out.println(Terminal.faint(brief.verdict().decided()));
    }

    private void printScale(ScaleView scale) {
        out.println(Stream.of(
                        studies(scale.studies()) + (scale.studies() == 1 ? " speaks" : " speak") + " to this"
                                + (scale.fictional() == 0 ? "" : ", " + scale.fictional() + " fictional"),
                        brief.lens().concepts().isEmpty()
                                ? ""
                                : scale.fitting() + " fit " + brief.lens().label()
                                        + (brief.lens().fromQuestion() ? " (read from the question)" : ""),
                        scale.unreviewed() == 0
                                ? ""
                                : scale.unreviewed() + " of " + scale.claims() + " claims not yet reviewed")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; ", "", ".")));
    }

    private void heading(String words) {
        out.println();
        out.println(Terminal.bold(words.toUpperCase(Locale.ROOT)));
    }

    private void print(SectionView section) {
        heading(section.heading());
        for (int i = 0; i < section.lines().size(); i++) {
            print(i + 1, section.lines().get(i));
        }
        if (section.more() > 0) {
            out.println(IN + section.more() + " more (" + (full ? "--lines" : "--all") + ")");
        }
    }

    private void print(int number, LineView line) {
        boolean said = line.type().equals("claim");
        out.printf("%d. %s%n", number, Terminal.bold(said ? "“" + line.words() + "”" : line.words()));
        out.println(IN + String.join(" · ", line.inShort()));
        line.confidence().stream()
                .filter(finding -> !finding.lookAgain().isEmpty())
                .forEach(finding -> print(finding.lookAgain()));
        List<QuoteInBrief> quotes = full ? line.quotes() : line.quotes().subList(0, 1);
        if (full) {
            String places = Stream.of(line.settings(), line.countries())
                    .filter(some -> !some.isEmpty())
                    .map(BriefPrint::places)
                    .collect(Collectors.joining(" · "));
            if (!places.isEmpty()) {
                out.println(IN + places);
            }
            line.confidence().forEach(finding -> print(finding, !line.type().equals("finding")));
        }
        if (said) {
            quotes.forEach(quote -> out.println(IN + source(quote)));
        } else {
            quotes.forEach(quote -> print(quote, IN));
        }
        if (full) {
            print(line.against());
        } else if (!line.against().words().isEmpty()) {
            out.println(IN + "against it: " + line.against().words());
        }
    }

    private void print(List<SynthesisView.Mark> marks) {
        marks.forEach(mark -> out.println(IN + "to be looked at again: claim " + mark.claim() + " " + mark.words()));
    }

    private static String studies(int number) {
        return number + (number == 1 ? " study" : " studies");
    }

    private static String places(List<PlaceView> places) {
        return places.stream().map(PlaceView::inWords).collect(Collectors.joining(", "));
    }

    private void print(FindingView finding, boolean named) {
        out.println(IN + "confidence: " + finding.ratingLabel()
                + (named ? " in “" + finding.statement() + "”" : ". " + finding.rationale())
                + Terminal.faint(" " + finding.synthesis() + "/" + finding.name())
                + (finding.gone() == 0 ? "" : "; " + finding.gone() + " of its claims count no more"));
    }

    private void print(QuoteInBrief quote, String indent) {
        out.println(indent + "“" + quote.exact() + "”");
        out.println(indent + IN + source(quote));
    }

    private String source(QuoteInBrief quote) {
        return "— "
                + Stream.of(
                                quote.citation(),
                                quote.section() == null ? "" : "in " + quote.section(),
                                quote.fictional() ? "fictional" : "",
                                quote.fits() ? "fits" : "",
                                quote.reviewed() || brief.scale().isNoneReviewed() ? "" : "not yet reviewed",
                                quote.credibility().stream()
                                        .map(judged -> judged.ratingLabel() + " (JBI)")
                                        .collect(Collectors.joining(", ")),
                                quote.url().isEmpty() ? "lost in the present text" : "")
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · "))
                + Terminal.faint(" " + quote.paper() + " " + quote.start() + "-" + quote.end());
    }

    private void print(AgainstView against) {
        if (against.studies() > 0) {
            out.println(IN + "against it: the opposite in " + studies(against.studies()));
            against.quotes().forEach(quote -> print(quote, IN + IN));
        }
        against.disputes().forEach(related -> print(related, IN));
        against.qualifications().forEach(related -> print(related, IN));
        against.gaps().forEach(gap -> print(gap, IN));
    }

    private void print(RelatedView related, String indent) {
        print(related.claim(), indent + IN);
        out.println(indent + related.relationLabel().toLowerCase(Locale.ROOT) + ", as recorded by " + related.by()
                + (related.rationale().isEmpty() ? "" : ": " + related.rationale()));
        print(related.other(), indent + IN);
    }

    private void print(GapView gap, String indent) {
        out.println(indent + gap.senseLabel() + ": " + gap.soughtLabel() + ", in " + gap.label()
                + (gap.fictional() ? " · fictional" : ""));
    }

    private void print(DoubtsView doubts) {
        if (doubts.isEmpty()) {
            return;
        }
        heading("What is uncertain");
        doubts.lowConfidence()
                .forEach(finding ->
                        out.println(finding.ratingLabel() + ": “" + finding.statement() + "” " + finding.rationale()));
        doubts.contradicted()
                .forEach(factor -> out.println("Contradictory: " + factor.label() + ", "
                        + factor.direction().words()));
        if (full) {
            doubts.disputes().forEach(related -> print(related, ""));
            doubts.qualifications().forEach(related -> print(related, ""));
            doubts.gaps().forEach(gap -> print(gap, ""));
        } else if (!doubts.recorded().isEmpty()) {
            out.println("Recorded by reviewers: " + doubts.recorded() + " (--all)");
        }
        if (!doubts.limitations().isEmpty()) {
            out.println("Limitations that the studies name:");
            doubts.limitations().forEach(quote -> print(quote, IN));
        }
        if (doubts.moreLimitations() > 0) {
            out.println(IN + doubts.moreLimitations() + " more (" + (full ? "--lines" : "--all") + ")");
        }
    }
}
