// Makes evidence documents for tests.
package org.quoin.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.model.Kind;
import org.quoin.model.PaperId;
import org.quoin.model.Quotation;
import org.quoin.model.Span;
import org.quoin.model.StudyId;

public final class Evidence {
    private static final List<String> WORDS = List.of(
            "leaders",
            "trust",
            "services",
            "funding",
            "staff",
            "rural",
            "vision",
            "records",
            "time",
            "patients",
            "roles",
            "training",
            "travel",
            "shared",
            "meetings",
            "nurses");

    private Evidence() {}

    /// A barrier whose only text is one quote, from a study without a title.
    public static EvidenceDocument item(PaperId paper, String local, String quote) {
        return document(
                paper, local, "barrier", "", null, null, List.of(quotation(paper, quote, "author")), quote, List.of());
    }

    /// The same from a study that may have several papers.
    public static EvidenceDocument ofStudy(StudyId study, PaperId paper, String local, String quote) {
        EvidenceDocument item = item(paper, local, quote);
        return new EvidenceDocument(
                item.id(),
                item.kind(),
                paper,
                study,
                item.studyLabel(),
                item.studyTitle(),
                item.section(),
                item.statement(),
                item.quotations(),
                item.context(),
                item.concepts(),
                item.studyConcepts(),
                item.broader(),
                item.topics(),
                item.state(),
                item.year(),
                item.fictional());
    }

    /// The same of another kind.
    public static EvidenceDocument ofKind(String kind, PaperId paper, String local, String quote) {
        return document(
                paper, local, kind, "", null, null, List.of(quotation(paper, quote, "author")), quote, List.of());
    }

    public static EvidenceDocument withStatement(
            PaperId paper, String local, String statement, String quote, String context) {
        List<Quotation> quotations = List.of(quotation(paper, quote, "author"));
        return document(paper, local, "barrier", "", null, statement, quotations, context, List.of());
    }

    public static EvidenceDocument withTexts(PaperId paper, String local, String study, String quote, String context) {
        List<Quotation> quotations = List.of(quotation(paper, quote, "author"));
        return document(paper, local, "barrier", study, null, null, quotations, context, List.of());
    }

    public static EvidenceDocument inSetting(PaperId paper, String local, String setting, String country) {
        List<Quotation> quotations = List.of(quotation(paper, "leadership", "author"));
        List<ConceptRef> studyConcepts = List.of(ConceptRef.parse(setting), ConceptRef.parse(country));
        return document(paper, local, "barrier", "", null, null, quotations, "leadership", studyConcepts);
    }

    /// An enabler with everything that a document can carry, of a fictional study.
    public static EvidenceDocument full(PaperId paper, String local) {
        return new EvidenceDocument(
                new ItemId(paper, local),
                new Kind("enabler"),
                paper,
                new StudyId("study-of-" + paper.value()),
                "Integration in hospitals",
                "Integration in hospitals",
                "Results",
                "Leadership helps",
                List.of(
                        quotation(paper, "a steering group", "author"),
                        quotation(paper, "put that aside", "participant")),
                "There was a steering group that met monthly.",
                List.of(ConceptRef.parse("level/organisation"), ConceptRef.parse("factor/leadership")),
                List.of(ConceptRef.parse("country/GB"), ConceptRef.parse("setting/rural")),
                List.of(ConceptRef.parse("factor/organisation"), ConceptRef.parse("factor/context")),
                List.of("Leadership", "management"),
                "accepted",
                2021,
                true);
    }

    /// Some items of random words, the same for the same paper; several have the same words.
    public static List<EvidenceDocument> some(PaperId paper, int count) {
        Random random = new Random(paper.value().hashCode());
        List<EvidenceDocument> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> words = new ArrayList<>();
            for (int j = 0; j <= random.nextInt(6); j++) {
                words.add(WORDS.get(random.nextInt(WORDS.size())));
            }
            documents.add(item(paper, "item-" + i, String.join(" ", words)));
        }
        return documents;
    }

    /// Makes this what an index has of a paper, with vectors, and shows it.
    public static void write(EvidenceIndex index, PaperId paper, List<EvidenceDocument> documents) {
        index.prepare(Map.of(paper, documents));
        index.replace(paper, documents, List.of());
        index.refresh();
    }

    private static EvidenceDocument document(
            PaperId paper,
            String local,
            String kind,
            String studyLabel,
            @Nullable String section,
            @Nullable String statement,
            List<Quotation> quotations,
            String context,
            List<ConceptRef> studyConcepts) {
        return new EvidenceDocument(
                new ItemId(paper, local),
                new Kind(kind),
                paper,
                new StudyId("other-" + paper.value()),
                studyLabel,
                studyLabel,
                section,
                statement,
                quotations,
                context,
                List.of(),
                studyConcepts,
                List.of(),
                List.of(),
                "proposed",
                null,
                false);
    }

    private static Quotation quotation(PaperId paper, String exact, String voice) {
        Span span = new Span(0, exact.codePointCount(0, exact.length()));
        return new Quotation(paper, "0".repeat(64), span, exact, "", "", voice);
    }
}
