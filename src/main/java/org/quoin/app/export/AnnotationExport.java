// Codings as a collection of W3C Web Annotations, for annotation clients.
package org.quoin.app.export;

import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.quoin.app.export.WebAnnotation.Body;
import org.quoin.app.export.WebAnnotation.Creator;
import org.quoin.app.export.WebAnnotation.SpecificResource;
import org.quoin.app.export.WebAnnotation.TextPosition;
import org.quoin.app.export.WebAnnotation.TextQuote;
import org.quoin.app.export.WebAnnotation.TextualBody;
import org.quoin.graph.GraphStore;
import org.quoin.graph.Iris;
import org.quoin.graph.PaperNames;
import org.quoin.graph.PaperRecord;
import org.quoin.graph.Vocabulary;
import org.quoin.graph.Vocabulary.KindInfo;
import org.quoin.model.ConceptRef;
import org.quoin.model.EvidenceItem;
import org.quoin.model.Paper;
import org.quoin.model.PaperId;
import org.quoin.model.Quotation;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// The source of every target is the text version: an offset means nothing in any other text, such as the
/// publisher's page. The document that the text was taken from is the target's scope: the paper, and its DOI
/// where it is known.
final class AnnotationExport {
    private static final String CONTEXT = "http://www.w3.org/ns/anno.jsonld";
    /// The stream belongs to the caller; a page that broke off must not look whole.
    private static final ObjectWriter JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build()
            .writerWithDefaultPrettyPrinter()
            .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .without(StreamWriteFeature.AUTO_CLOSE_CONTENT);

    private final GraphStore store;

    AnnotationExport(GraphStore store) {
        this.store = store;
    }

    /// One collection whose one page is inside it and is written paper by paper.
    void write(List<PaperId> papers, OutputStream out) {
        String id = collection(papers);
        long total = papers.stream().mapToLong(store::items).sum();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("@context", CONTEXT);
            json.writeStringProperty("id", id);
            json.writeStringProperty("type", "AnnotationCollection");
            json.writeStringProperty("label", label(papers));
            json.writeNumberProperty("total", total);
            // A page has at least one annotation.
            if (total > 0) {
                json.writeObjectPropertyStart("first");
                json.writeStringProperty("id", id + "#page-1");
                json.writeStringProperty("type", "AnnotationPage");
                json.writeStringProperty("partOf", id);
                json.writeNumberProperty("startIndex", 0);
                json.writeArrayPropertyStart("items");
                papers.forEach(paper -> annotations(paper).forEach(json::writePOJO));
                json.writeEndArray();
                json.writeEndObject();
                json.writeStringProperty("last", id + "#page-1");
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    /// Where the same collection can be had from a server of this base.
    private String collection(List<PaperId> papers) {
        Iris iris = store.iris();
        if (papers.size() == 1) {
            return iris.paper(papers.getFirst()).getURI() + "/annotations";
        }
        String some = papers.equals(store.papers())
                ? ""
                : papers.stream().map(paper -> "paper=" + paper).collect(Collectors.joining("&", "?", ""));
        return iris.base() + "annotations" + some;
    }

    private String label(List<PaperId> papers) {
        if (papers.size() != 1) {
            return "Evidence coded in " + papers.size() + " papers";
        }
        Paper paper = store.paper(papers.getFirst()).orElseThrow().paper();
        return "Evidence coded in " + (paper.title() == null ? paper.id().value() : "“" + paper.title() + "”")
                + (paper.fictional() ? " (a fictional study)" : "");
    }

    private List<WebAnnotation> annotations(PaperId id) {
        Graph graph = store.graph(id);
        var names = new PaperNames(store.iris(), id, graph);
        return store.mapper().fromGraph(id, graph).stream()
                .flatMap(record -> record.items().stream().map(item -> annotation(record, item, names)))
                .toList();
    }

    private WebAnnotation annotation(PaperRecord record, EvidenceItem item, PaperNames names) {
        return WebAnnotation.of(
                names.coding(item.id()),
                names.codedAt(item.id()).map(Instant::toString).orElse(null),
                Creator.of(store.iris().agent(item.codedBy().id()).getURI(), item.codedBy()),
                bodies(record, item, names),
                item.quotations().stream()
                        .map(quotation -> piece(record, quotation, names))
                        .toList());
    }

    private List<Body> bodies(PaperRecord record, EvidenceItem item, PaperNames names) {
        KindInfo kind = store.vocabulary().kind(item.kind());
        var bodies = new ArrayList<Body>();
        if (item.statement() != null) {
            bodies.add(TextualBody.describing(item.statement(), record.paper().language()));
        }
        bodies.add(TextualBody.tagging(kind.label()));
        item.concepts().map(this::label).map(TextualBody::tagging).forEach(bodies::add);
        bodies.add(TextualBody.tagging(label(new ConceptRef("curation-state", item.state()))));
        if (record.paper().fictional()) {
            bodies.add(TextualBody.tagging("fictional study"));
        }
        bodies.add(SpecificResource.whole(store.iris().item(item.id()).getURI(), "identifying"));
        bodies.add(SpecificResource.whole(kind.iri(), "classifying"));
        item.concepts()
                .map(concept -> SpecificResource.whole(Vocabulary.iri(concept), "classifying"))
                .forEach(bodies::add);
        // Words that illustrate a finding are not what it rests on, and so no target.
        item.illustrations().stream()
                .map(quotation -> piece(record, quotation, names).as("linking"))
                .forEach(bodies::add);
        return bodies;
    }

    /// Old DOIs hold characters that an address must not.
    private static String address(String doi) {
        return "https://doi.org/"
                + URLEncoder.encode(doi, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("%2F", "/");
    }

    private String label(ConceptRef concept) {
        return store.vocabulary().require(concept).label();
    }

    private SpecificResource piece(PaperRecord record, Quotation quotation, PaperNames names) {
        Paper paper = record.paper();
        return SpecificResource.piece(
                names.quotation(quotation).orElse(null),
                names.text(quotation.textSha256()),
                Stream.concat(
                                Stream.of(store.iris().paper(paper.id()).getURI()),
                                Stream.ofNullable(paper.doi()).map(AnnotationExport::address))
                        .toList(),
                List.of(
                        new TextQuote("TextQuoteSelector", quotation.exact(), quotation.prefix(), quotation.suffix()),
                        new TextPosition(
                                "TextPositionSelector",
                                quotation.span().start(),
                                quotation.span().end())));
    }
}
