// A synthesis as a document: the tables of GRADE-CERQual, the claims and quotes beneath, what speaks against.
package org.quoin.app.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.quoin.app.Labels;
import org.quoin.app.Quoin;
import org.quoin.app.export.References;
import org.quoin.app.export.References.Cited;
import org.quoin.app.export.report.Block;
import org.quoin.app.export.report.Report;
import org.quoin.app.export.report.Run;
import org.quoin.graph.Iris;
import org.quoin.graph.PaperRecord;
import org.quoin.graph.Vocabulary;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;
import org.quoin.model.Quotation;
import org.quoin.model.Synthesis;
import org.quoin.model.SynthesisId;
import org.quoin.synthesis.Claims;
import org.quoin.synthesis.LookAgain;
import org.quoin.synthesis.StudyClaim;
import org.quoin.synthesis.WorkSheet;
import org.quoin.text.Section;
import org.quoin.text.Sections;

public final class SynthesisReport {
    private final Synthesis synthesis;
    private final Claims claims;
    private final Vocabulary vocabulary;
    private final Iris iris;
    private final long sequence;
    private final Map<String, WorkSheet> sheets = new HashMap<>();
    private final References references;

    private SynthesisReport(Quoin quoin, SynthesisId id, long sequence) {
        this.synthesis = quoin.syntheses().get(id);
        this.claims = quoin.syntheses().claims();
        this.vocabulary = quoin.vocabulary();
        this.iris = quoin.iris();
        this.sequence = sequence;
        synthesis.findings().forEach(finding -> sheets.put(finding.name(), WorkSheet.of(synthesis, finding, claims)));
        this.references = References.of(papers().stream()
                .flatMap(paper -> claims.paper(paper).stream())
                .map(record -> new Cited(record.paper(), Labels.of(record)))
                .toList());
    }

    /// All of it is of one state of the base.
    ///
    /// @throws org.quoin.model.ProblemException ([org.quoin.model.Problem.NotFound])
    public static Report of(Quoin quoin, SynthesisId id) {
        return quoin.readAt(sequence -> new SynthesisReport(quoin, id, sequence).report(Instant.now()));
    }

    private Report report(Instant at) {
        var blocks = new ArrayList<Block>();
        if (synthesis.description() != null) {
            blocks.add(Block.Paragraph.of(synthesis.description()));
        }
        blocks.add(Block.Paragraph.of("Synthesis by " + synthesis.by().name() + "."));
        if (beneath().stream().anyMatch(claim -> claim.paper().paper().fictional())) {
            blocks.add(new Block.Paragraph(List.of(new Run.Strong(
                    "It rests on fictional studies, written for demonstration: nothing in it is evidence."))));
        }
        blocks.add(ReportParts.origin(at, sequence));
        blocks.addAll(findings());
        blocks.addAll(lookAgain());
        blocks.addAll(categories());
        blocks.addAll(otherwise());
        blocks.addAll(absences());
        blocks.addAll(credibility());
        blocks.addAll(ReportParts.leftOut(leftOut()));
        blocks.addAll(ReportParts.references(references));
        return new Report(synthesis.title(), at, blocks);
    }

    private WorkSheet sheet(Synthesis.Finding finding) {
        return sheets.computeIfAbsent(finding.name(), name -> WorkSheet.of(synthesis, finding, claims));
    }

    private List<Block> findings() {
        if (synthesis.findings().isEmpty()) {
            return List.of(
                    new Block.Heading(2, "Summary of qualitative findings"),
                    Block.Paragraph.of("No synthesised finding is stated yet."));
        }
        var tables = new CerqualTables(synthesis.findings(), this::sheet, references, vocabulary);
        return List.of(
                new Block.Heading(2, "Summary of qualitative findings"),
                tables.summaryOfFindings(),
                new Block.Heading(2, "Evidence profile"),
                tables.evidenceProfile());
    }

    private List<Block> lookAgain() {
        var items = new ArrayList<List<Run>>();
        for (Synthesis.Finding finding : synthesis.findings()) {
            for (LookAgain mark : LookAgain.at(synthesis, finding, claims)) {
                items.add(ReportParts.line(
                        List.of(
                                new Run.Strong(finding.statement()),
                                ReportParts.text(" The claim " + mark.claim() + " " + mark.words() + ".")),
                        claims.find(mark.claim())
                                .map(claim -> List.<Run>of(
                                        ReportParts.text(" ("),
                                        references.citation(claim.id().paper()),
                                        ReportParts.text(")")))
                                .orElse(List.of())));
            }
        }
        return List.of(
                new Block.Heading(2, "To be looked at again"),
                items.isEmpty()
                        ? Block.Paragraph.of("Nothing beneath an assessment has changed since it was made.")
                        : new Block.Bullets(items));
    }

    private List<Block> categories() {
        var blocks = new ArrayList<Block>();
        if (!synthesis.categories().isEmpty()) {
            blocks.add(new Block.Heading(2, "Categories and the claims translated into them"));
        }
        for (Synthesis.Category category : synthesis.categories()) {
            blocks.add(new Block.Heading(3, category.label()));
            blocks.add(Block.Paragraph.of(category.definition()
                    + Optional.ofNullable(category.broader())
                            .flatMap(synthesis::category)
                            .map(broader -> " (Narrower than: " + broader.label() + ".)")
                            .orElse("")));
            claims.find(category.claims()).forEach(claim -> blocks.addAll(withQuotes(claim)));
        }
        for (Synthesis.Finding finding : synthesis.findings()) {
            if (!finding.claims().isEmpty()) {
                blocks.add(new Block.Heading(3, "Without a category: " + finding.statement()));
                claims.find(finding.claims()).forEach(claim -> blocks.addAll(withQuotes(claim)));
            }
        }
        return blocks;
    }

    private List<Block> withQuotes(StudyClaim claim) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Paragraph(named(claim)));
        blocks.addAll(quotes(claim, quote -> true));
        return blocks;
    }

    private List<Block> quotes(StudyClaim claim, Predicate<Quotation> wanted) {
        return claim.quotations()
                .filter(wanted)
                .<Block>map(quote -> new Block.Quote(words(claim, quote), place(claim, quote)))
                .toList();
    }

    /// What a claim is called. A quote is not said twice: a claim without a statement is called by its kind
    /// alone.
    private List<Run> named(StudyClaim claim) {
        String statement = claim.item().statement();
        String counts = claim.retracted() != null
                ? " Its paper is retracted: it is not counted."
                : claim.counts() ? "" : " Its coding was rejected: it is not counted.";
        return ReportParts.line(
                List.of(
                        new Run.Strong(ReportParts.capitalised(
                                vocabulary.kind(claim.item().kind()).label())),
                        ReportParts.text((statement == null ? "" : ": " + statement) + " (")),
                List.of(references.citation(claim.id().paper()), ReportParts.text(")")),
                counts.isEmpty() ? List.of() : List.of(new Run.Strong(counts)));
    }

    private Run.Words words(StudyClaim claim, Quotation quote) {
        return ReportParts.words(iris, claim.paper().paper(), quote.textSha256(), quote.span(), quote.exact());
    }

    private List<Run> place(StudyClaim claim, Quotation quote) {
        PaperRecord record = claim.paper();
        String voice =
                vocabulary.require(new ConceptRef("voice", quote.voice())).label();
        return ReportParts.line(
                ReportParts.place(
                        references.citation(quote.paper()),
                        Sections.at(record.sectionsOf(quote), quote.span().start())
                                .map(Section::heading)
                                .orElse(null),
                        quote.span(),
                        record.isLost(quote)),
                List.of(ReportParts.text("; voice: " + voice.toLowerCase(Locale.ROOT))));
    }

    /// What people recorded of claims against one another, and what else the work-sheets found against
    /// findings.
    private List<Block> otherwise() {
        var blocks = new ArrayList<Block>();
        var compared = new HashSet<ItemId>();
        synthesis.comparisons().forEach(comparison -> {
            blocks.addAll(compared(comparison));
            compared.add(comparison.from());
            compared.add(comparison.to());
        });
        for (Synthesis.Finding finding : synthesis.findings()) {
            List<WorkSheet.Dissent> dissent = sheet(finding).dissent().stream()
                    .filter(against -> !compared.contains(against.claim().id()))
                    .toList();
            if (!dissent.isEmpty()) {
                blocks.add(new Block.Heading(3, "Against: " + finding.statement()));
                dissent.forEach(against -> {
                    blocks.add(new Block.Paragraph(ReportParts.line(
                            named(against.claim()), List.of(ReportParts.text(" – " + against.words())))));
                    blocks.addAll(quotes(against.claim(), quote -> true));
                });
            }
        }
        if (blocks.isEmpty()) {
            blocks.add(Block.Paragraph.of("Nothing is recorded that contradicts or qualifies the findings."));
        }
        blocks.addFirst(new Block.Heading(2, "Agreement, qualification and contradiction"));
        return blocks;
    }

    private List<Block> compared(Synthesis.Comparison comparison) {
        Optional<StudyClaim> from = claims.find(comparison.from());
        Optional<StudyClaim> to = claims.find(comparison.to());
        if (from.isEmpty() || to.isEmpty()) {
            return List.of();
        }
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(3, label("relation", comparison.relation())));
        blocks.add(new Block.Paragraph(
                ReportParts.line(named(from.get()), List.of(new Run.Emphasis(" and ")), named(to.get()))));
        if (comparison.rationale() != null) {
            blocks.add(Block.Paragraph.of(
                    comparison.rationale() + " (" + comparison.by().name() + ")"));
        }
        for (StudyClaim claim : List.of(from.get(), to.get())) {
            blocks.addAll(quotes(
                    claim,
                    quote -> comparison.basedOn().contains(words(claim, quote).source())));
        }
        return blocks;
    }

    private List<Block> absences() {
        if (synthesis.absences().isEmpty()) {
            return List.of();
        }
        return List.of(
                new Block.Heading(2, "Looked for and not there"),
                new Block.Bullets(synthesis.absences().stream()
                        .map(absence -> ReportParts.line(
                                List.of(
                                        new Run.Strong(vocabulary
                                                .require(absence.sought())
                                                .label()),
                                        ReportParts.text(": " + label("absence", absence.absence()) + " (")),
                                searched(absence),
                                List.of(ReportParts.text(
                                        "), recorded by " + absence.by().name()))))
                        .toList()));
    }

    private List<Run> searched(Synthesis.Absence absence) {
        return iris.paperIn(absence.textIri())
                .filter(paper -> claims.paper(paper).isPresent())
                .map(paper -> List.<Run>of(references.citation(paper)))
                .orElse(List.of(ReportParts.text(absence.textIri())));
    }

    private List<Block> credibility() {
        var blocks = new ArrayList<Block>();
        for (Synthesis.Credibility credibility : synthesis.credibility()) {
            claims.find(credibility.finding()).ifPresent(claim -> {
                blocks.add(new Block.Paragraph(List.of(
                        new Run.Strong(label("jbi-credibility", credibility.rating())),
                        ReportParts.text((credibility.rationale() == null ? "" : ": " + credibility.rationale()) + " ("
                                + credibility.by().name() + ")"))));
                blocks.addAll(withQuotes(claim));
            });
        }
        if (!blocks.isEmpty()) {
            blocks.addFirst(new Block.Heading(2, "Credibility of single findings (JBI)"));
        }
        return blocks;
    }

    private List<String> leftOut() {
        var notes = new ArrayList<String>();
        List<String> retracted = beneath().stream()
                .filter(claim -> claim.retracted() != null)
                .map(claim -> claim.id().paper().value())
                .distinct()
                .toList();
        if (!retracted.isEmpty()) {
            notes.add("retracted papers, marked and not counted: " + String.join(", ", retracted));
        }
        notes.add("of the work-sheets, the contexts of the studies and their own words on their limitations; the"
                + " synthesis as JSON has them");
        return notes;
    }

    /// What the synthesis has translated, or states findings over.
    private List<StudyClaim> beneath() {
        return claims.find(Stream.concat(
                        synthesis.categories().stream().flatMap(category -> category.claims().stream()),
                        synthesis.findings().stream().flatMap(finding -> finding.claims().stream()))
                .distinct()
                .toList());
    }

    /// All that may be cited.
    private Set<PaperId> papers() {
        var papers = new LinkedHashSet<PaperId>();
        beneath().forEach(claim -> papers.add(claim.id().paper()));
        synthesis
                .comparisons()
                .forEach(comparison -> Stream.of(comparison.from(), comparison.to())
                        .map(ItemId::paper)
                        .forEach(papers::add));
        synthesis
                .credibility()
                .forEach(credibility -> papers.add(credibility.finding().paper()));
        synthesis.absences().forEach(absence -> iris.paperIn(absence.textIri()).ifPresent(papers::add));
        for (Synthesis.Finding finding : synthesis.findings()) {
            sheet(finding)
                    .dissent()
                    .forEach(against -> papers.add(against.claim().id().paper()));
            LookAgain.at(synthesis, finding, claims)
                    .forEach(mark -> papers.add(mark.claim().paper()));
        }
        return papers;
    }

    private String label(String scheme, String key) {
        return vocabulary.require(new ConceptRef(scheme, key)).label();
    }
}
