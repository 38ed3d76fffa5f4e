// A brief as a document: one page for a policy analyst, with the papers that it quotes.
package org.quoin.app.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quoin.app.Quoin;
import org.quoin.app.export.References;
import org.quoin.app.export.References.Cited;
import org.quoin.app.export.report.Block;
import org.quoin.app.export.report.Report;
import org.quoin.app.export.report.Run;
import org.quoin.graph.Iris;
import org.quoin.graph.Vocabulary;
import org.quoin.synthesis.Brief;
import org.quoin.synthesis.Brief.Labelled;
import org.quoin.synthesis.BriefLine;
import org.quoin.synthesis.BriefLine.Dispute;
import org.quoin.synthesis.BriefLine.Finding;
import org.quoin.synthesis.BriefLine.Gap;
import org.quoin.synthesis.BriefLine.Place;
import org.quoin.synthesis.BriefLine.Said;
import org.quoin.synthesis.BriefQuote;
import org.quoin.synthesis.ComparedPaper;
import org.quoin.synthesis.Matrix;

public final class BriefReport {
    private final Vocabulary vocabulary;
    private final Iris iris;
    private final Brief brief;
    private final References references;

    private BriefReport(Vocabulary vocabulary, Iris iris, Brief brief) {
        this.vocabulary = vocabulary;
        this.iris = iris;
        this.brief = brief;
        this.references = References.of(brief.papers().stream()
                .map(paper -> new Cited(paper.paper(), paper.label()))
                .toList());
    }

    public static Report of(Quoin quoin, Brief brief) {
        return new BriefReport(quoin.vocabulary(), quoin.iris(), brief).report(Instant.now());
    }

    private Report report(Instant at) {
        var blocks = new ArrayList<Block>();
        brief.verdict().inWords().forEach(words -> blocks.add(new Block.Paragraph(List.of(new Run.Strong(words)))));
        if (brief.verdict().answered()) {
            blocks.add(Block.Paragraph.of(scale()));
            brief.sections().forEach(section -> blocks.addAll(section(section)));
            blocks.addAll(doubts());
        } else if (!brief.nearest().isEmpty()) {
            blocks.add(new Block.Heading(2, "Nearest in the base; it does not answer the question"));
            brief.nearest().forEach(quote -> blocks.add(quote(quote)));
        }
        blocks.addAll(ReportParts.references(references));
        blocks.add(new Block.Heading(2, "How this was made"));
        blocks.add(ReportParts.origin(at, brief.sequence()));
        blocks.add(Block.Paragraph.of(brief.verdict().decidedInWords()));
        List<String> narrowed = FilterWords.of(brief.request().filter(), vocabulary);
        if (!narrowed.isEmpty()) {
            blocks.add(Block.Bullets.of(narrowed));
        }
        blocks.addAll(ReportParts.leftOut(brief.leftOut()));
        return new Report(brief.request().question(), at, blocks);
    }

    private String scale() {
        Brief.Scale scale = brief.scale();
        int studies = scale.studies().size();
        var words = new StringBuilder(studies == 1 ? "1 study speaks" : studies + " studies speak").append(" to this");
        if (scale.fictional() > 0) {
            words.append(", ").append(scale.fictional()).append(" of them fictional, written for demonstration");
        }
        words.append('.');
        if (brief.lens().isGiven()) {
            words.append(' ')
                    .append(scale.fitting() == 1 ? "1 fits" : scale.fitting() + " fit")
                    .append(' ')
                    .append(brief.lens().concepts().stream()
                            .map(Labelled::label)
                            .collect(Collectors.joining(", ")))
                    .append(brief.lens().fromQuestion() ? ", as the question names it." : ".");
        }
        if (scale.unreviewed() > 0) {
            words.append(' ')
                    .append(
                            scale.unreviewed() == scale.claims()
                                    ? "None of their %d claims has been reviewed yet.".formatted(scale.claims())
                                    : "%d of their %d claims have not been reviewed yet."
                                            .formatted(scale.unreviewed(), scale.claims()));
        }
        return words.toString();
    }

    private List<Block> section(Brief.Section section) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(2, section.part().heading()));
        section.lines().forEach(line -> blocks.addAll(line(line)));
        if (section.more() > 0) {
            blocks.add(
                    Block.Paragraph.of("And " + ReportParts.counted(section.more(), "more line", "more lines") + "."));
        }
        return blocks;
    }

    private List<Block> line(BriefLine line) {
        var blocks = new ArrayList<Block>();
        boolean isWords = line.subject() instanceof Said said && said.claim().statement() == null;
        // What a source says is no heading of ours: its words follow as a quote.
        if (!isWords) {
            blocks.add(new Block.Heading(3, line.subject().words()));
        }
        blocks.add(new Block.Paragraph(measure(line)));
        line.confidence().forEach(finding -> blocks.add(confidence(line, finding)));
        line.quotes().forEach(quote -> blocks.add(quote(quote)));
        if (!line.against().isEmpty()) {
            blocks.addAll(against(line.against()));
        }
        return blocks;
    }

    private List<Run> measure(BriefLine line) {
        Stream<String> rest = Stream.of(
                line.fictional() == 0
                        ? ""
                        : (line.fictional() == line.studies() ? "" : line.fictional() + " ") + "fictional",
                brief.lens().isGiven() ? (line.fitting() == 1 ? "1 fits" : line.fitting() + " fit") : "",
                line.direction().inWords(),
                places(line.settings()),
                places(line.countries()),
                line.unreviewed() == 0
                        ? ""
                        : (line.unreviewed() == line.claims()
                                        ? ""
                                        : line.unreviewed() + " of " + line.claims() + " claims ")
                                + "not yet reviewed");
        return List.of(
                new Run.Strong(Matrix.studies(line.studies())),
                ReportParts.text(rest.filter(part -> !part.isEmpty())
                        .map(part -> "; " + part)
                        .collect(Collectors.joining())));
    }

    private static String places(List<Place> places) {
        return places.stream()
                .map(place -> place.concept().label() + (place.studies() > 1 ? " (" + place.studies() + ")" : ""))
                .collect(Collectors.joining(", "));
    }

    private static Block confidence(BriefLine line, Finding finding) {
        Labelled rating = finding.rating();
        String judged = rating == null
                ? "Confidence has not been judged"
                : rating.label() + " (GRADE-CERQual, judged by " + finding.judgedBy() + ")";
        String rest = line.subject() instanceof Finding
                ? (finding.rationale().isEmpty() ? "." : ": " + finding.rationale())
                : " in “" + finding.statement() + "”";
        String gone = finding.gone() == 0
                ? ""
                : " " + ReportParts.counted(finding.gone(), "claim", "claims") + " beneath it count no more.";
        return new Block.Paragraph(List.of(new Run.Strong(judged), ReportParts.text(rest + gone)));
    }

    private List<Block> against(BriefLine.Against against) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Paragraph(List.of(
                new Run.Strong("What speaks against it."),
                ReportParts.text(
                        against.studies() == 0
                                ? ""
                                : " The opposite is reported by " + Matrix.studies(against.studies()) + "."))));
        against.quotes().forEach(quote -> blocks.add(quote(quote)));
        against.disputes().forEach(dispute -> blocks.addAll(dispute(dispute)));
        blocks.addAll(gaps(against.gaps()));
        return blocks;
    }

    private List<Block> dispute(Dispute dispute) {
        return List.of(
                new Block.Paragraph(List.of(
                        new Run.Strong("Recorded as a contradiction"),
                        ReportParts.text(" by " + dispute.by()
                                + (dispute.rationale().isEmpty() ? "." : ": " + dispute.rationale())))),
                quote(dispute.claim()),
                quote(dispute.other()));
    }

    private static List<Block> gaps(List<Gap> gaps) {
        return gaps.isEmpty()
                ? List.of()
                : List.of(new Block.Bullets(gaps.stream()
                        .map(gap -> List.<Run>of(
                                new Run.Strong(gap.sense().label()),
                                ReportParts.text(": "
                                        + gap.sought().stream()
                                                .map(Labelled::label)
                                                .collect(Collectors.joining(", "))
                                        + ", in " + gap.study().label() + " (recorded by "
                                        + gap.record().by() + ")")))
                        .toList()));
    }

    private List<Block> doubts() {
        Brief.Doubts doubts = brief.doubts();
        if (doubts.isEmpty()) {
            return List.of();
        }
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(2, "What is uncertain"));
        if (!doubts.lowConfidence().isEmpty()) {
            blocks.add(new Block.Heading(3, "Findings with little confidence"));
            blocks.add(new Block.Bullets(doubts.lowConfidence().stream()
                    .map(finding -> List.<Run>of(
                            new Run.Strong(
                                    finding.rating() == null
                                            ? ""
                                            : finding.rating().label()),
                            ReportParts.text(": “" + finding.statement() + "” " + finding.rationale())))
                    .toList()));
        }
        if (!doubts.contradicted().isEmpty()) {
            blocks.add(new Block.Heading(3, "Where studies disagree"));
            blocks.add(Block.Bullets.of(doubts.contradicted().stream()
                    .map(each -> each.factor().concept().label() + ": "
                            + each.direction().inWords())
                    .toList()));
        }
        doubts.disputes().forEach(dispute -> blocks.addAll(dispute(dispute)));
        blocks.addAll(gaps(doubts.gaps()));
        if (!doubts.limitations().isEmpty()) {
            blocks.add(new Block.Heading(3, "Limitations that the studies name"));
            doubts.limitations().forEach(quote -> blocks.add(quote(quote)));
            if (doubts.moreLimitations() > 0) {
                blocks.add(Block.Paragraph.of("And " + doubts.moreLimitations() + " more."));
            }
        }
        return blocks;
    }

    private Block quote(BriefQuote quote) {
        ComparedPaper paper = quote.paper();
        return new Block.Quote(
                ReportParts.words(
                        iris,
                        paper.paper(),
                        quote.words().textSha256(),
                        quote.words().span(),
                        quote.words().exact()),
                ReportParts.line(
                        List.of(ReportParts.text(
                                vocabulary.kind(quote.claim().kind()).label() + ", ")),
                        ReportParts.place(
                                references.citation(paper.id()),
                                quote.words().section(),
                                quote.words().span(),
                                quote.words().lost()),
                        quote.fits() ? List.<Run>of(new Run.Strong(" · fits")) : List.<Run>of()));
    }
}
