// Papers with their evidence as a REFI-QDA project, for other tools of qualitative analysis.
package org.quoin.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.CodebookMapper;
import org.quoin.graph.GraphName;
import org.quoin.graph.GraphStore;
import org.quoin.graph.PaperRecord;
import org.quoin.graph.Vocabulary;
import org.quoin.intake.CodingMemo;
import org.quoin.intake.coding.Code;
import org.quoin.intake.coding.CodedProject;
import org.quoin.intake.coding.CodedSource;
import org.quoin.intake.coding.CodedSource.Bibliography;
import org.quoin.intake.coding.Coder;
import org.quoin.intake.coding.QdaWriter;
import org.quoin.intake.coding.Selection;
import org.quoin.intake.coding.Selection.Application;
import org.quoin.model.Agent;
import org.quoin.model.CodeId;
import org.quoin.model.ConceptRef;
import org.quoin.model.EvidenceItem;
import org.quoin.model.Paper;
import org.quoin.model.PaperId;
import org.quoin.model.Quotation;
import org.quoin.model.Span;
import org.quoin.model.TextPart;

/// Kinds and concepts become codes, and so do codes that came from another tool; a quotation of an item becomes a
/// selection with these codes. What the format has no place for stands in a [CodingMemo] beside it.
final class QdaExport {
    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Vocabulary vocabulary;
    private final Map<String, Code> codes = new LinkedHashMap<>();
    private final Map<String, Coder> coders = new TreeMap<>();
    private final List<CodedSource> sources = new ArrayList<>();
    private final List<Selection> selections = new ArrayList<>();
    private int lost;
    private int syntheses;

    private QdaExport(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// @return what was left out, in words
    static List<String> write(GraphStore store, List<GraphName> graphs, OutputStream out) {
        var export = new QdaExport(store.vocabulary());
        var codes = new CodebookMapper(store.iris());
        for (GraphName graph : graphs) {
            switch (graph) {
                case GraphName.OfPaper(PaperId paper) -> store.paper(paper).ifPresent(export::add);
                case GraphName.OfCodebook codebook -> {
                    List<org.quoin.model.Code> all = codes.codes(store.graph(codebook));
                    all.forEach(code -> export.addCode(code, all));
                }
                case GraphName.OfSynthesis _ -> export.syntheses++;
            }
        }
        byte[] project = QdaWriter.project(new CodedProject(
                "Quoin",
                export.description(),
                List.copyOf(export.codes.values()),
                List.copyOf(export.coders.values()),
                export.sources,
                export.selections));
        try {
            out.write(project);
        } catch (IOException e) {
            throw new UncheckedIOException("the export could not be written", e);
        }
        return export.leftOut();
    }

    private String description() {
        List<String> left = leftOut();
        return "Evidence of a Quoin base. Codes are its kinds of evidence and its concepts."
                + (left.isEmpty() ? "" : " Left out: " + String.join("; ", left) + ".");
    }

    private List<String> leftOut() {
        var left = new ArrayList<String>();
        if (lost > 0) {
            left.add(lost + " quotations of earlier texts");
        }
        if (syntheses > 0) {
            left.add(syntheses + (syntheses == 1 ? " synthesis" : " syntheses"));
        }
        if (!sources.isEmpty()) {
            left.add("earlier texts, review decisions, comparisons and assessments");
        }
        return left;
    }

    private void add(PaperRecord record) {
        Paper paper = record.paper();
        String source = CodingMemo.guid("paper/" + paper.id());
        sources.add(new CodedSource(
                source, paper.id().value(), memo(record), record.text(), Bibliography.NONE, null, null));
        record.codes().forEach(code -> addCode(code, record.codes()));
        for (EvidenceItem item : record.items()) {
            item.quotations().forEach(quotation -> add(item, quotation, "evidence", source, record));
            item.illustrations().forEach(quotation -> add(item, quotation, "illustration", source, record));
        }
    }

    private void add(EvidenceItem item, Quotation quotation, String role, String source, PaperRecord record) {
        if (record.isLost(quotation)) {
            lost++;
            return;
        }
        Span span = quotation.span();
        String coder = coder(item.codedBy());
        String own = item.origin().identifier();
        boolean only = item.quotations().size() == 1 && item.illustrations().isEmpty();
        String id = only
                        && own != null
                        && GUID.matcher(own).matches()
                        && selections.stream()
                                .noneMatch(selection -> selection.id().equals(own))
                ? own
                : CodingMemo.guid("item/" + item.id() + "/" + role + "/" + span.start() + "-" + span.end());
        List<Application> applications = Stream.of(
                        Stream.of(kind(item)),
                        item.concepts().sorted().map(this::concept),
                        item.origin().codes().stream().map(code -> guid(code, record.codes())))
                .flatMap(given -> given)
                .distinct()
                .map(code -> new Application(
                        CodingMemo.guid(id + "/" + code),
                        code,
                        coder,
                        item.origin().at()))
                .toList();
        selections.add(new Selection(
                id,
                source,
                span,
                quotation.exact(),
                true,
                item.statement(),
                memo(item, quotation, role),
                applications));
    }

    private String coder(Agent agent) {
        String id = CodingMemo.guid("agent/" + agent.id());
        coders.putIfAbsent(id, new Coder(id, agent.name()));
        return id;
    }

    private String kind(EvidenceItem item) {
        var info = vocabulary.kind(item.kind());
        String id = CodingMemo.guid("kind/" + item.kind());
        codes.putIfAbsent(id, new Code(id, null, info.pluralLabel(), info.definition(), null, true));
        return id;
    }

    private String concept(ConceptRef ref) {
        String scheme = CodingMemo.guid("scheme/" + ref.scheme());
        codes.putIfAbsent(
                scheme,
                new Code(
                        scheme,
                        null,
                        Objects.requireNonNull(vocabulary.schemes().get(ref.scheme()))
                                .label(),
                        null,
                        null,
                        false));
        var concept = vocabulary.require(ref);
        String id = CodingMemo.guid("concept/" + ref);
        codes.putIfAbsent(id, new Code(id, scheme, concept.label(), concept.definition(), null, true));
        return id;
    }

    private void addCode(org.quoin.model.Code code, List<org.quoin.model.Code> among) {
        String id = guid(code.id(), among);
        String parent = code.broader() == null ? null : guid(code.broader(), among);
        codes.putIfAbsent(id, new Code(id, parent, code.name(), code.definition(), code.colour(), true));
    }

    private static String guid(CodeId id, List<org.quoin.model.Code> among) {
        return among.stream()
                .filter(code -> code.id().equals(id))
                .map(org.quoin.model.Code::identifier)
                .filter(known -> known != null && GUID.matcher(known).matches())
                .findFirst()
                .orElseGet(() -> CodingMemo.guid("code/" + id));
    }

    private static String memo(PaperRecord record) {
        Paper paper = record.paper();
        return CodingMemo.write(new CodingMemo.OfPaper(
                paper.id().value(),
                paper.study().value(),
                paper.type(),
                paper.language(),
                paper.title(),
                paper.authors(),
                paper.year(),
                paper.doi(),
                paper.fictional() ? Boolean.TRUE : null,
                paper.retracted(),
                paper.publication().container(),
                paper.publication().volume(),
                paper.publication().issue(),
                paper.publication().pages(),
                paper.publication().pmid(),
                paper.publication().pmcid(),
                paper.publication().keywords(),
                paper.publication().licence(),
                record.files().stream()
                        .map(file -> file.sha256() + " " + file.name())
                        .toList(),
                record.parts().stream().map(QdaExport::part).toList()));
    }

    private static String part(TextPart part) {
        Span heading = part.heading();
        return part.span().start() + " " + part.span().end() + " "
                + (heading == null ? "- -" : heading.start() + " " + heading.end()) + " "
                + String.join(",", part.classes()) + label(part.label());
    }

    private static String label(@Nullable String label) {
        return label == null ? "" : " " + label;
    }

    private static String memo(EvidenceItem item, Quotation quotation, String role) {
        return CodingMemo.write(new CodingMemo.OfItem(
                item.id().local(),
                item.kind().key(),
                role,
                quotation.voice(),
                item.statement(),
                item.rationale(),
                keys(item.levels()),
                keys(item.factors()),
                keys(item.facets()),
                item.facetValues().stream().map(ConceptRef::toString).toList(),
                item.state(),
                item.codedBy().id().value(),
                item.codedBy().name(),
                item.codedBy().type().name().toLowerCase(Locale.ROOT),
                item.origin().codes().stream().map(CodeId::value).toList(),
                item.origin().at() == null ? null : item.origin().at().toString(),
                item.origin().identifier()));
    }

    private static List<String> keys(List<ConceptRef> refs) {
        return refs.stream().map(ConceptRef::key).toList();
    }
}
