// Makes the pages of a paper and of an evidence item.
package org.quoin.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Quoin;
import org.quoin.app.SearchNames;
import org.quoin.app.export.ExportFormat;
import org.quoin.graph.PaperRecord;
import org.quoin.graph.Vocabulary.KindInfo;
import org.quoin.model.Agent;
import org.quoin.model.ConceptRef;
import org.quoin.model.EvidenceItem;
import org.quoin.model.ItemId;
import org.quoin.model.Paper;
import org.quoin.model.PaperId;
import org.quoin.model.Publication;
import org.quoin.model.Quotation;
import org.quoin.model.Span;
import org.quoin.model.TextPart;
import org.quoin.text.NormalisedText;
import org.quoin.text.Section;
import org.quoin.text.Sections;
import org.quoin.text.Sentences;
import org.quoin.web.page.Download;
import org.quoin.web.page.EvidencePage;
import org.quoin.web.page.EvidencePage.Quoted;
import org.quoin.web.page.Fact;
import org.quoin.web.page.ItemCard;
import org.quoin.web.page.ItemGroup;
import org.quoin.web.page.PaperPage;

final class PaperPages {
    private final Quoin quoin;
    private final Templates templates;
    private final Show show;

    PaperPages(Quoin quoin, Templates templates) {
        this.quoin = quoin;
        this.templates = templates;
        this.show = new Show(quoin);
    }

    void paper(Context ctx) {
        PaperRecord record = quoin.paper(new PaperId(ctx.pathParam("id")));
        Paper paper = record.paper();
        NormalisedText text = record.text();
        var page = new PaperPage(
                show.study(record),
                paper.language() == null ? "" : paper.language(),
                facts(paper),
                show.tags(studyConcepts(record)),
                text.sha256(),
                "%,d".formatted(text.codePointLength()),
                earlier(record),
                outline(record),
                pages(record),
                QuotedText.nodes(text, record.sections(), pageStarts(record), highlights(record)),
                groups(record),
                record.items().size(),
                downloads("/api/papers/" + paper.id() + "/export"),
                quoin.iris().paper(paper.id()).getURI());
        Answers.html(ctx, templates.render("paper", "papers", page));
    }

    void evidence(Context ctx) {
        var id = new ItemId(ctx.pathParam("id"));
        EvidenceItem item = quoin.item(id);
        PaperRecord record = quoin.paper(id.paper());
        KindInfo kind = show.kind(item.kind());
        String iri = quoin.iris().item(id).getURI();
        var page = new EvidencePage(
                item.headline(),
                item.statement() == null ? "" : item.statement(),
                item.kind().key(),
                show.name(item.kind()),
                kind.definition(),
                show.study(record),
                quoted(item.quotations(), record),
                quoted(item.illustrations(), record),
                show.itemTags(item),
                show.tags(studyConcepts(record)),
                facts(item),
                citation(record, item, iri),
                Negotiation.downloads(
                        DataIris.PATH + iri.substring(quoin.iris().base().length())),
                iri);
        Answers.html(ctx, templates.render("evidence", "papers", page));
    }

    /// What is known, and what is not: a gap that is not named looks as if nobody had looked.
    private static List<Fact> facts(Paper paper) {
        var facts = new ArrayList<Fact>();
        facts.add(fact("Title", paper.title(), "no title in the source"));
        facts.add(fact(
                "Authors",
                paper.authors().isEmpty() ? null : String.join("; ", paper.authors()),
                "none in the source"));
        facts.add(fact("Year", paper.year() == null ? null : paper.year().toString(), "none in the source"));
        facts.add(fact("DOI", paper.doi(), "none in the source"));
        Publication publication = paper.publication();
        addIfKnown("In", place(publication), facts);
        addIfKnown("PubMed", publication.pmid(), facts);
        addIfKnown("PubMed Central", publication.pmcid(), facts);
        addIfKnown(
                "Keywords", publication.keywords().isEmpty() ? null : String.join("; ", publication.keywords()), facts);
        addIfKnown("Licence", publication.licence(), facts);
        facts.add(Fact.of("Source", paper.type()));
        facts.add(fact("Language", paper.language(), "not stated"));
        return facts;
    }

    /// Most papers come without these, and nobody would miss them.
    private static void addIfKnown(String name, @Nullable String value, List<Fact> facts) {
        if (value != null) {
            facts.add(Fact.of(name, value));
        }
    }

    private static @Nullable String place(Publication publication) {
        String issue = publication.issue() == null ? "" : "(" + publication.issue() + ")";
        String place = Stream.of(
                        publication.container(),
                        publication.volume() == null ? null : publication.volume() + issue,
                        publication.pages())
                .filter(part -> part != null)
                .collect(Collectors.joining(", "));
        return place.isEmpty() ? null : place;
    }

    private List<Fact> facts(EvidenceItem item) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("State", show.label(SearchNames.state(item.state()))));
        facts.add(Fact.of(
                "Coded by", item.codedBy().name() + " (" + words(item.codedBy().type()) + ")"));
        facts.add(fact("Rationale", item.rationale(), "none given"));
        return facts;
    }

    private static String words(Agent.Type type) {
        return switch (type) {
            case PERSON -> "a person";
            case ORGANIZATION -> "an organisation";
            case SOFTWARE -> "a program";
        };
    }

    private static Fact fact(String name, @Nullable String value, String otherwise) {
        return value == null ? Fact.missing(name, otherwise) : Fact.of(name, value);
    }

    private static Collection<ConceptRef> studyConcepts(PaperRecord record) {
        return record.items().stream()
                .flatMap(item -> item.facetValues().stream())
                .sorted()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// One highlight a place, whatever number of items rest on it.
    private List<QuotedText.Highlight> highlights(PaperRecord record) {
        Map<Span, List<EvidenceItem>> bySpan = new TreeMap<>();
        for (EvidenceItem item : record.items()) {
            Stream.concat(item.quotations().stream(), item.illustrations().stream())
                    .filter(quotation -> !record.isLost(quotation))
                    .map(Quotation::span)
                    .distinct()
                    .forEach(span ->
                            bySpan.computeIfAbsent(span, s -> new ArrayList<>()).add(item));
        }
        return bySpan.entrySet().stream()
                .map(entry -> {
                    EvidenceItem first = entry.getValue().getFirst();
                    return new QuotedText.Highlight(
                            entry.getKey(),
                            first.kind().key(),
                            entry.getValue().stream()
                                    .map(item -> show.name(item.kind()))
                                    .distinct()
                                    .collect(Collectors.joining(", ")),
                            "#" + anchor(first));
                })
                .toList();
    }

    private static List<PaperPage.Link> earlier(PaperRecord record) {
        return record.earlier().stream()
                .map(text -> new PaperPage.Link(
                        "%,d characters, SHA-256 %s…"
                                .formatted(text.codePointLength(), text.sha256().substring(0, 12)),
                        Urls.text(record.paper().id(), text.sha256())))
                .toList();
    }

    private static List<PaperPage.Link> outline(PaperRecord record) {
        return record.sections().stream()
                .map(section -> new PaperPage.Link(section.heading(), "#" + Urls.anchor(section)))
                .toList();
    }

    private static List<PaperPage.Link> pages(PaperRecord record) {
        return pageStarts(record).stream()
                .map(page -> new PaperPage.Link(page.label(), "#" + page.anchor()))
                .toList();
    }

    private static List<QuotedText.PageMark> pageStarts(PaperRecord record) {
        return record.parts().stream()
                .filter(part -> part.isA(TextPart.PAGE) && part.label() != null)
                .map(part -> new QuotedText.PageMark(part.span().start(), String.valueOf(part.label())))
                .toList();
    }

    private List<ItemGroup> groups(PaperRecord record) {
        Map<KindInfo, List<EvidenceItem>> byKind = new TreeMap<>(Comparator.comparingInt(KindInfo::order)
                .thenComparing(info -> info.kind().key()));
        record.items()
                .forEach(item -> byKind.computeIfAbsent(show.kind(item.kind()), k -> new ArrayList<>())
                        .add(item));
        return byKind.entrySet().stream()
                .map(entry -> new ItemGroup(
                        entry.getKey().kind().key(),
                        entry.getKey().pluralLabel(),
                        entry.getValue().stream()
                                .sorted(Comparator.comparing(
                                        item -> item.quotations().getFirst().span()))
                                .map(item -> card(item, record))
                                .toList()))
                .toList();
    }

    private ItemCard card(EvidenceItem item, PaperRecord record) {
        return new ItemCard(
                anchor(item),
                item.statement() == null ? "" : item.statement(),
                places(item.quotations(), record),
                places(item.illustrations(), record),
                show.itemTags(item),
                Urls.evidence(item.id()));
    }

    private static List<ItemCard.Place> places(List<Quotation> quotations, PaperRecord record) {
        return quotations.stream()
                .map(q -> new ItemCard.Place(q.exact(), "#" + Urls.anchor(q.span()), record.isLost(q)))
                .toList();
    }

    private static String anchor(EvidenceItem item) {
        return "i-" + item.id().local();
    }

    private List<Quoted> quoted(List<Quotation> quotations, PaperRecord record) {
        return quotations.stream()
                .map(quotation -> {
                    Span span = quotation.span();
                    NormalisedText text = record.textOf(quotation);
                    Span around = Sentences.around(text, span);
                    return new Quoted(
                            text.slice(new Span(around.start(), span.start())),
                            quotation.exact(),
                            text.slice(new Span(span.end(), around.end())),
                            place(quotation, record),
                            show.label(new ConceptRef("voice", quotation.voice())),
                            Sections.at(record.sectionsOf(quotation), span.start())
                                    .map(Section::heading)
                                    .orElse(""),
                            Urls.place(quotation.paper(), span),
                            record.isLost(quotation));
                })
                .toList();
    }

    private static String place(Quotation quotation, PaperRecord record) {
        Span span = quotation.span();
        String page = record.isLost(quotation)
                ? ""
                : record.page(span.start()).map(label -> "page " + label + ", ").orElse("");
        return page + "characters %,d to %,d".formatted(span.start(), span.end());
    }

    private String citation(PaperRecord record, EvidenceItem item, String iri) {
        Quotation quotation = item.quotations().getFirst();
        Paper paper = record.paper();
        String authors = paper.authors().isEmpty() ? "" : String.join(", ", paper.authors()) + " ";
        String year = paper.year() == null ? "" : "(" + paper.year() + ") ";
        return authors + year + show.study(record).label() + (paper.fictional() ? " [fictional study]" : "")
                + ". “" + quotation.exact() + "”, characters "
                + quotation.span().start() + "–"
                + quotation.span().end() + " of the text with SHA-256 "
                + quotation.textSha256().substring(0, 12) + "…. " + iri;
    }

    /// @param path of the export
    static List<Download> downloads(String path) {
        return List.of(
                download(path, "Turtle", ExportFormat.TURTLE),
                download(path, "JSON-LD", ExportFormat.JSONLD),
                download(path, "TriG", ExportFormat.TRIG),
                download(path, "Excel", ExportFormat.XLSX),
                download(path, "CSV", ExportFormat.CSV),
                download(path, "Web Annotations", ExportFormat.ANNOTATIONS),
                download(path, "REFI-QDA", ExportFormat.REFI_QDA),
                download(path, "RIS", ExportFormat.RIS),
                download(path, "BibTeX", ExportFormat.BIBTEX));
    }

    private static Download download(String path, String label, ExportFormat format) {
        return new Download(label, path + "?format=" + format.formatName());
    }
}
