// Codings that Quoin exported for another tool and that come back from it.
package org.quoin.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quoin.graph.Vocabulary;
import org.quoin.intake.CodingMemo.OfItem;
import org.quoin.intake.CodingMemo.OfPaper;
import org.quoin.model.Agent;
import org.quoin.model.AgentId;
import org.quoin.model.CodeId;
import org.quoin.model.CodingOrigin;
import org.quoin.model.ConceptRef;
import org.quoin.model.EvidenceItem;
import org.quoin.model.ItemId;
import org.quoin.model.Kind;
import org.quoin.model.Paper;
import org.quoin.model.PaperId;
import org.quoin.model.Publication;
import org.quoin.model.Quotation;
import org.quoin.model.SourceFile;
import org.quoin.model.Span;
import org.quoin.model.StudyId;
import org.quoin.model.TextPart;

/// The items of one source, put together again from their selections.
final class ReturnedCodings {
    private static final Pattern PART = Pattern.compile("(\\d+) (\\d+) (\\d+|-) (\\d+|-) (\\S+)(?: (.*))?");

    private final Vocabulary vocabulary;
    private final PaperId paper;
    private final StudyId study;
    private final Map<String, List<Returned>> items = new LinkedHashMap<>();

    /// @param codes those that the selection carries now and did not carry when it left
    private record Returned(OfItem memo, Quotation quotation, List<CodeId> codes) {}

    ReturnedCodings(Vocabulary vocabulary, PaperId paper, StudyId study) {
        this.vocabulary = vocabulary;
        this.paper = paper;
        this.study = study;
    }

    void add(OfItem memo, Quotation quotation, List<CodeId> addedCodes) {
        items.computeIfAbsent(memo.item(), item -> new ArrayList<>()).add(new Returned(memo, quotation, addedCodes));
    }

    List<EvidenceItem> items() {
        return items.values().stream().filter(this::hasEvidence).map(this::item).toList();
    }

    private boolean hasEvidence(List<Returned> parts) {
        return parts.stream().anyMatch(part -> !part.memo().role().equals("illustration"));
    }

    private EvidenceItem item(List<Returned> parts) {
        OfItem memo = parts.getFirst().memo();
        return new EvidenceItem(
                new ItemId(paper, memo.item()),
                vocabulary.kind(new Kind(memo.kind())).kind(),
                study,
                memo.statement(),
                quotations(parts, false),
                quotations(parts, true),
                concepts("level", memo.level()),
                concepts("factor", memo.factor()),
                concepts("facet", memo.facet()),
                orEmpty(memo.value()).stream().map(ConceptRef::parse).toList(),
                memo.state(),
                new Agent(
                        new AgentId(memo.coder()),
                        memo.coderName(),
                        Agent.Type.valueOf(memo.coderType().toUpperCase(Locale.ROOT))),
                memo.rationale(),
                new CodingOrigin(
                        Stream.concat(
                                        orEmpty(memo.codes()).stream().map(CodeId::new),
                                        parts.stream().flatMap(part -> part.codes().stream()))
                                .toList(),
                        memo.at() == null ? null : Instant.parse(memo.at()),
                        memo.identifier()));
    }

    private static List<Quotation> quotations(List<Returned> parts, boolean illustrations) {
        return parts.stream()
                .filter(part -> part.memo().role().equals("illustration") == illustrations)
                .map(Returned::quotation)
                .toList();
    }

    private static List<ConceptRef> concepts(String scheme, List<String> keys) {
        return orEmpty(keys).stream().map(key -> new ConceptRef(scheme, key)).toList();
    }

    /// What the memo left out because it was empty.
    private static <T> List<T> orEmpty(List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    static Paper paper(OfPaper memo) {
        return new Paper(
                new PaperId(memo.paper()),
                new StudyId(memo.study()),
                memo.title(),
                orEmpty(memo.authors()),
                memo.year(),
                memo.doi(),
                memo.type(),
                memo.language(),
                Boolean.TRUE.equals(memo.fictional()),
                memo.retracted(),
                new Publication(
                        memo.container(),
                        memo.volume(),
                        memo.issue(),
                        memo.pages(),
                        memo.pmid(),
                        memo.pmcid(),
                        orEmpty(memo.keywords()),
                        memo.licence()));
    }

    static List<SourceFile> files(OfPaper memo) {
        return orEmpty(memo.files()).stream()
                .map(file ->
                        new SourceFile(file.substring(file.indexOf(' ') + 1), file.substring(0, file.indexOf(' '))))
                .toList();
    }

    static List<TextPart> parts(OfPaper memo) {
        return orEmpty(memo.parts()).stream()
                .map(PART::matcher)
                .filter(Matcher::matches)
                .map(part -> new TextPart(
                        List.of(part.group(5).split(",", -1)),
                        span(part.group(1), part.group(2)),
                        part.group(3).equals("-") ? null : span(part.group(3), part.group(4)),
                        part.group(6)))
                .toList();
    }

    private static Span span(String start, String end) {
        return new Span(Integer.parseInt(start), Integer.parseInt(end));
    }
}
