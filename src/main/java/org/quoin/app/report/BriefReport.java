// A brief as a document: one page for a policy analyst, then every line in full, with the papers that it quotes.
package org.quoin.app.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quoin.app.Quoin;
import org.quoin.app.Syntheses;
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
import org.quoin.synthesis.BriefLine.Finding;
import org.quoin.synthesis.BriefLine.Gap;
import org.quoin.synthesis.BriefLine.Place;
import org.quoin.synthesis.BriefLine.Related;
import org.quoin.synthesis.BriefLine.Said;
import org.quoin.synthesis.BriefQuote;
import org.quoin.synthesis.BriefRequest;
import org.quoin.synthesis.LookAgain;
import org.quoin.synthesis.Matrix;

public final class BriefReport {
    private final Vocabulary vocabulary;
    private final Iris iris;
    private final Syntheses syntheses;
    private final Brief brief;
    private final References references;
    private final Map<Finding, List<LookAgain>> marks = new HashMap<>();

    private BriefReport(Quoin quoin, Brief brief) {
        this.vocabulary = quoin.vocabulary();
        this.iris = quoin.iris();
        this.syntheses = quoin.syntheses();
        this.brief = brief;
        this.references = References.of(brief.papers().stream()
                .map(paper -> new Cited(paper.paper(), paper.label()))
                .toList());
    }

    public static Report of(Quoin quoin, Brief brief) {
        return new BriefReport(quoin, brief).report(Instant.now());
    }

    private Report report(Instant at) {
        var blocks = new ArrayList<Block>();
        brief.verdict().inWords().forEach(words -> blocks.add(new Block.Paragraph(List.of(new Run.Strong(words)))));
        if (brief.verdict().answered()) {
            blocks.add(Block.Paragraph.of(scale()));
            brief.sections().forEach(section -> blocks.addAll(inShort(section)));
            blocks.addAll(doubtsInShort());
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
                            scale.noneReviewed()
                                    ? "None of their %d claims has been reviewed yet.".formatted(scale.claims())
                                    : "%d of their %d claims have not been reviewed yet."
                                            .formatted(scale.unreviewed(), scale.claims()));
        }
        return words.toString();
    }

    /// The best lines of a part, each with its best words.
    private List<Block> inShort(Brief.Section section) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(2, section.part().heading()));
        List<BriefLine> first =
                section.lines().stream().limit(BriefRequest.PAGE_LINES).toList();
        for (BriefLine line : first) {
            String against = line.against().inShort();
            var runs = new ArrayList<Run>();
            if (!isWords(line)) {
                runs.add(new Run.Strong(line.subject().words() + " "));
            }
            runs.add(ReportParts.text(numbers(line) + again(line) + (against.isEmpty() ? "" : "; ")));
            if (!against.isEmpty()) {
                runs.add(new Run.Strong("against it: " + against));
            }
            blocks.add(new Block.Paragraph(runs));
            blocks.add(quote(line.quotes().getFirst()));
        }
        int more = section.lines().size() - first.size() + section.more();
        if (more > 0) {
            blocks.add(Block.Paragraph.of(ReportParts.counted(more, "more line", "more lines") + ": see the annex."));
        }
        return blocks;
    }

    private String numbers(BriefLine line) {
        return String.join(
                "; ", line.inShort(brief.lens().isGiven(), !brief.scale().noneReviewed()));
    }

    /// Whether its subject is the words of a source, which follow as a quote.
    private static boolean isWords(BriefLine line) {
        return line.subject() instanceof Said said && said.claim().statement() == null;
    }

    private String again(BriefLine line) {
        return line.confidence().stream().allMatch(finding -> marks(finding).isEmpty())
                ? ""
                : ", to be looked at again";
    }

    private List<LookAgain> marks(Finding finding) {
        return marks.computeIfAbsent(finding, each -> syntheses.lookAgain(each.synthesis(), each.name()));
    }

    private List<Block> doubtsInShort() {
        Brief.Doubts doubts = brief.doubts();
        var items = new ArrayList<List<Run>>();
        doubts.lowConfidence()
                .forEach(finding -> items.add(
                        List.of(new Run.Strong(rating(finding)), ReportParts.text(": “" + finding.statement() + "”"))));
        if (!doubts.contradicted().isEmpty()) {
            items.add(List.of(
                    new Run.Strong("Studies disagree"),
                    ReportParts.text(" on "
                            + doubts.contradicted().stream()
                                    .map(each -> each.factor().concept().label())
                                    .collect(Collectors.joining(", ")))));
        }
        if (!doubts.recordedInWords().isEmpty()) {
            items.add(List.of(
                    new Run.Strong("Recorded by reviewers"),
                    ReportParts.text(": " + doubts.recordedInWords() + "; see the annex")));
        }
        doubts.limitations().stream()
                .limit(BriefRequest.PAGE_LINES)
                .forEach(quote -> items.add(ReportParts.line(
                        List.of(new Run.Strong("Limitation: "), words(quote), ReportParts.text(" (")),
                        place(quote),
                        List.of(ReportParts.text(")")))));
        return items.isEmpty()
                ? List.of()
                : List.of(new Block.Heading(2, "What is uncertain"), new Block.Bullets(items));
    }

    private List<Block> section(Brief.Section section) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(2, "Annex: " + lowered(section.part().heading()) + ", every line"));
        section.lines().forEach(line -> blocks.addAll(line(line)));
        if (section.more() > 0) {
            blocks.add(Block.Paragraph.of(ReportParts.counted(section.more(), "more line is", "more lines are")
                    + " not in this document: a part has at most "
                    + section.lines().size() + "."));
        }
        return blocks;
    }

    private static String lowered(String heading) {
        return heading.substring(0, 1).toLowerCase(Locale.ROOT) + heading.substring(1);
    }

    private List<Block> line(BriefLine line) {
        var blocks = new ArrayList<Block>();
        // What a source says is no heading of ours: its words follow as a quote.
        if (!isWords(line)) {
            blocks.add(new Block.Heading(3, line.subject().words()));
        }
        blocks.add(Block.Paragraph.of(numbers(line)));
        if (Stream.of(line.settings(), line.countries()).anyMatch(places -> places.size() > 1)) {
            blocks.add(Block.Paragraph.of(Stream.of(line.settings(), line.countries())
                    .filter(places -> !places.isEmpty())
                    .map(BriefReport::places)
                    .collect(Collectors.joining("; "))));
        }
        line.confidence().forEach(finding -> blocks.add(confidence(line, finding)));
        line.quotes().forEach(quote -> blocks.add(quote(quote)));
        if (!line.against().isEmpty()) {
            blocks.addAll(against(line.against()));
        }
        return blocks;
    }

    private static String places(List<Place> places) {
        return places.stream()
                .map(place -> place.concept().label() + (place.studies() > 1 ? " (" + place.studies() + ")" : ""))
                .collect(Collectors.joining(", "));
    }

    private static String rating(Finding finding) {
        Labelled rating = finding.rating();
        return rating == null ? "Confidence has not been judged" : rating.label();
    }

    private Block confidence(BriefLine line, Finding finding) {
        String judged = rating(finding)
                + (finding.rating() == null ? "" : " (GRADE-CERQual, judged by " + finding.judgedBy() + ")");
        String rest = line.subject() instanceof Finding
                ? (finding.rationale().isEmpty() ? "." : ": " + finding.rationale())
                : " in “" + finding.statement() + "”";
        String gone = finding.gone() == 0
                ? ""
                : " " + ReportParts.counted(finding.gone(), "claim", "claims") + " beneath it count no more.";
        String again = marks(finding).isEmpty()
                ? ""
                : " To be looked at again: "
                        + marks(finding).stream()
                                .map(mark -> "claim " + mark.claim() + " " + mark.words())
                                .collect(Collectors.joining("; "))
                        + ".";
        return new Block.Paragraph(List.of(new Run.Strong(judged), ReportParts.text(rest + gone + again)));
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
        blocks.addAll(related(against.disputes()));
        blocks.addAll(related(against.qualifications()));
        blocks.addAll(gaps(against.gaps()));
        return blocks;
    }

    private List<Block> related(List<Related> pairs) {
        return pairs.stream()
                .flatMap(pair -> Stream.of(
                        quote(pair.claim()),
                        new Block.Paragraph(List.of(
                                new Run.Strong(pair.relation().label() + " the following"),
                                ReportParts.text(", as recorded by " + pair.by()
                                        + (pair.rationale().isEmpty() ? "." : ": " + pair.rationale())))),
                        quote(pair.other())))
                .toList();
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
        blocks.add(new Block.Heading(2, "Annex: what is uncertain"));
        if (!doubts.lowConfidence().isEmpty()) {
            blocks.add(new Block.Heading(3, "Findings with little confidence"));
            blocks.add(new Block.Bullets(doubts.lowConfidence().stream()
                    .map(finding -> List.<Run>of(
                            new Run.Strong(rating(finding)),
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
        blocks.addAll(related(doubts.disputes()));
        blocks.addAll(related(doubts.qualifications()));
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
        return new Block.Quote(
                words(quote),
                ReportParts.line(
                        List.of(ReportParts.text(
                                vocabulary.kind(quote.claim().kind()).label() + ", ")),
                        place(quote)));
    }

    private Run.Words words(BriefQuote quote) {
        return ReportParts.words(
                iris,
                quote.paper().paper(),
                quote.words().textSha256(),
                quote.words().span(),
                quote.words().exact());
    }

    private List<Run> place(BriefQuote quote) {
        return ReportParts.line(
                ReportParts.place(
                        references.citation(quote.paper().id()),
                        quote.words().section(),
                        quote.words().span(),
                        quote.words().lost()),
                quote.credibility().stream()
                        .map(judged -> ReportParts.text(" · " + judged.rating().label() + " (JBI)"))
                        .toList(),
                quote.fits() ? List.<Run>of(new Run.Strong(" · fits")) : List.<Run>of());
    }
}
