// A brief as a terminal shows it.
package org.quoin.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quoin.app.json.AskView;
import org.quoin.app.json.AskView.AgainstView;
import org.quoin.app.json.AskView.DisputeView;
import org.quoin.app.json.AskView.DoubtsView;
import org.quoin.app.json.AskView.FindingView;
import org.quoin.app.json.AskView.GapView;
import org.quoin.app.json.AskView.LineView;
import org.quoin.app.json.AskView.PlaceView;
import org.quoin.app.json.AskView.QuoteInBrief;
import org.quoin.app.json.AskView.ScaleView;
import org.quoin.app.json.AskView.SectionView;

record BriefPrint(AskView brief, PrintStream out) {
    private static final String IN = "   ";

    void print() {
        brief.verdict().words().forEach(out::println);
        if (brief.answered()) {
            printScale(brief.scale());
            brief.sections().forEach(this::print);
            print(brief.doubts());
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
            out.println(IN + "and " + section.more() + " more (--lines)");
        }
    }

    private void print(int number, LineView line) {
        boolean said = line.type().equals("claim");
        out.printf("%d. %s%n", number, Terminal.bold(said ? "“" + line.words() + "”" : line.words()));
        out.println(IN
                + Stream.of(
                                studies(line.studies()),
                                brief.lens().concepts().isEmpty() ? "" : fit(line.fitting()),
                                line.direction().words(),
                                line.fictional() == 0 ? "" : line.fictional() + " fictional",
                                line.unreviewed() == 0
                                        ? ""
                                        : line.unreviewed() + " of " + line.claims() + " unreviewed")
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")));
        String places = Stream.of(line.settings(), line.countries())
                .filter(some -> !some.isEmpty())
                .map(BriefPrint::places)
                .collect(Collectors.joining(" · "));
        if (!places.isEmpty()) {
            out.println(IN + places);
        }
        line.confidence().forEach(finding -> print(finding, !line.type().equals("finding")));
        if (said) {
            line.quotes().forEach(quote -> out.println(IN + source(quote)));
        } else {
            line.quotes().forEach(quote -> print(quote, IN));
        }
        print(line.against());
    }

    private static String fit(int number) {
        return number + (number == 1 ? " fits" : " fit");
    }

    private static String studies(int number) {
        return number + (number == 1 ? " study" : " studies");
    }

    private static String places(List<PlaceView> places) {
        return places.stream()
                .map(place -> place.label() + (place.studies() == 1 ? "" : " (" + place.studies() + ")"))
                .collect(Collectors.joining(", "));
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
                                quote.reviewed() ? "" : "not yet reviewed",
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
        against.disputes().forEach(dispute -> print(dispute, IN));
        against.gaps().forEach(gap -> print(gap, IN));
    }

    private void print(DisputeView dispute, String indent) {
        out.println(indent + "recorded as a contradiction by " + dispute.by()
                + (dispute.rationale().isEmpty() ? "" : ": " + dispute.rationale()));
        print(dispute.claim(), indent + IN);
        print(dispute.other(), indent + IN);
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
        doubts.disputes().forEach(dispute -> print(dispute, ""));
        doubts.gaps().forEach(gap -> print(gap, ""));
        if (!doubts.limitations().isEmpty()) {
            out.println("Limitations that the studies name:");
            doubts.limitations().forEach(quote -> print(quote, IN));
        }
        if (doubts.moreLimitations() > 0) {
            out.println(IN + "and " + doubts.moreLimitations() + " more");
        }
    }
}
