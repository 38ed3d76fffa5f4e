// `(?s ?score ?literal ?graph ?prop) text:query (property "words" limit "lang:en" "highlight:")`, as jena-text
// has it.
package org.quoin.sparql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.Span;
import org.quoin.search.BestHits;
import org.quoin.search.BestHits.BestHit;
import org.quoin.search.EvidenceDocument;
import org.quoin.search.SearchFilter;
import org.quoin.search.SearchRequest;
import org.quoin.search.SearchRequest.Mode;
import org.quoin.sparql.SearchSession.Row;
import org.quoin.sparql.SearchSession.Rows;

/// Ranks by words alone. Where this differs from jena-text stands in `docs/search-in-sparql.md`.
final class TextQuery extends SearchOperator {
    private static final String LANGUAGE = "lang:";
    private static final String HIGHLIGHT = "highlight:";
    private static final String NO_LANGUAGE = "none";
    /// What jena-text can be told of fragments; texts here are short and shown whole.
    private static final Set<String> OF_FRAGMENTS = Set.of("m", "z", "f", "jh", "jf");

    TextQuery(SearchSession session) {
        super(session, "text:query", List.of("s", "score", "literal", "graph", "prop"));
    }

    /// @param properties whose values are looked at; empty for evidence by any of its texts
    /// @param limit most rows; 0 for all
    /// @param language wanted of the literal, in lower case, or null
    private record Search(
            String words,
            Set<IndexedText> properties,
            int limit,
            @Nullable String language,
            @Nullable Highlight highlight,
            @Nullable Set<PaperId> papers) {}

    /// What is put before and after matched words.
    private record Highlight(String before, String after) {
        static final Highlight USUAL = new Highlight("↦", "↤");
    }

    @Override
    Rows rows(List<Node> arguments, Place place) {
        Search search = read(arguments, session().papers(place.context().getActiveGraph(), place.acrossGraphs()));
        return session().rows(search, () -> {
            place.context().checkCancelSignal();
            return find(search, place.context().getDataset());
        });
    }

    private Search read(List<Node> arguments, @Nullable Set<PaperId> papers) {
        var properties = new LinkedHashSet<IndexedText>();
        String words = null;
        int limit = 0;
        String language = null;
        Highlight highlight = null;
        for (Node argument : arguments) {
            if (argument.isURI() && words == null) {
                properties.add(IndexedText.of(argument));
            } else if (isText(argument) && words == null) {
                words = argument.getLiteralLexicalForm();
            } else if (words != null && isNumber(argument)) {
                // jena-text takes a negative limit for none.
                limit = argument.getLiteralLexicalForm().startsWith("-") ? 0 : limit(argument);
            } else if (words != null
                    && isText(argument)
                    && argument.getLiteralLexicalForm().startsWith(LANGUAGE)) {
                language = after(argument, LANGUAGE).toLowerCase(Locale.ROOT);
            } else if (words != null
                    && isText(argument)
                    && argument.getLiteralLexicalForm().startsWith(HIGHLIGHT)) {
                highlight = highlight(after(argument, HIGHLIGHT));
            } else {
                throw Problem.invalid("text:query has no place for " + argument
                        + ": write ?s text:query (property \"words\" 50 \"lang:en\" \"highlight:s:<b> | e:</b>\"),"
                        + " of which only the words must be there");
            }
        }
        if (words == null) {
            throw Problem.invalid("text:query needs words to search for: write ?s text:query (\"words\" 50)");
        }
        return new Search(words, Set.copyOf(properties), limit, language, highlight, papers);
    }

    private static String after(Node argument, String prefix) {
        return argument.getLiteralLexicalForm().substring(prefix.length()).strip();
    }

    private static Highlight highlight(String options) {
        String before = Highlight.USUAL.before();
        String after = Highlight.USUAL.after();
        for (String option : options.split("\\|", -1)) {
            String name = option.strip();
            int colon = name.indexOf(':');
            String key = colon < 0 ? name : name.substring(0, colon);
            String value = colon < 0 ? "" : name.substring(colon + 1);
            if (key.equals("s")) {
                before = value;
            } else if (key.equals("e")) {
                after = value;
            } else if (!key.isEmpty() && !OF_FRAGMENTS.contains(key)) {
                throw Problem.invalid("text:query has no highlight option «" + key + "»; it has s (start) and e (end),"
                        + " and takes no notice of m, z, f, jh and jf");
            }
        }
        return new Highlight(before, after);
    }

    private List<Row> find(Search search, DatasetGraph dataset) {
        if (search.words().isBlank()) {
            return List.of();
        }
        boolean everything = search.limit() == 0;
        // By a property, some of what is found by other texts is left out again.
        int wanted = everything || !search.properties().isEmpty() || search.language() != null
                ? SearchRequest.MAX_WINDOW
                : search.limit();
        BestHits found = session().search(search.words(), SearchFilter.NONE, Mode.BM25, search.papers(), wanted);
        var rows = new ArrayList<Row>();
        var seen = new HashSet<List<@Nullable Node>>();
        for (BestHit hit : found.hits()) {
            for (Row row : rows(hit, search, dataset)) {
                // Many items quote the same words, and all items of a paper have its title.
                if (seen.add(Arrays.asList(
                        row.values().get(0), row.values().get(2), row.values().get(4)))) {
                    rows.add(row);
                    if (rows.size() == search.limit()) {
                        return rows;
                    }
                }
            }
        }
        if (wanted == SearchRequest.MAX_WINDOW && found.total() > wanted) {
            throw Problem.limitReached(
                    "the words of text:query stand in " + found.total() + " items, and only the best "
                            + wanted + " can be looked at: " + (everything ? "give it a limit, or " : "")
                            + "search for rarer words");
        }
        return rows;
    }

    /// @param subject that the row is about
    private record Value(Node subject, Node property, Node literal) {}

    private List<Row> rows(BestHit hit, Search search, DatasetGraph dataset) {
        Node graph = session().iris().graph(hit.document().paper());
        List<Value> values = search.properties().isEmpty()
                ? ofItem(hit.document(), search, dataset)
                : search.properties().stream()
                        .flatMap(property -> values(hit.document(), property, dataset))
                        .filter(value -> fits(value, search) && isMatched(value, search))
                        .toList();
        return values.stream()
                .map(value -> new Row(
                        graph,
                        List.of(
                                value.subject(),
                                NodeFactory.createLiteralDT(Double.toString(hit.score()), XSDDatatype.XSDfloat),
                                search.highlight() == null
                                        ? value.literal()
                                        : highlighted(value.literal(), search.words(), search.highlight()),
                                graph,
                                value.property())))
                .toList();
    }

    /// The item with the text that was matched, or with its words when that was the text around them.
    private List<Value> ofItem(EvidenceDocument document, Search search, DatasetGraph dataset) {
        List<Value> all = Stream.of(IndexedText.values())
                .flatMap(property -> values(document, property, dataset))
                .filter(value -> fits(value, search))
                .map(value -> new Value(session().iris().item(document.id()), value.property(), value.literal()))
                .toList();
        Optional<Value> matched =
                all.stream().filter(value -> isMatched(value, search)).findFirst();
        return matched
                .or(() -> all.stream()
                        .filter(value -> value.property().equals(IndexedText.QUOTE.property()))
                        .findFirst())
                .stream()
                .toList();
    }

    /// As they stand in the graph, so that a pattern with the literal finds it.
    private Stream<Value> values(EvidenceDocument document, IndexedText property, DatasetGraph dataset) {
        Node graph = session().iris().graph(document.paper());
        return property.subjects(document, session().iris()).stream()
                .flatMap(subject -> Iter.asStream(dataset.find(graph, subject, property.property(), Node.ANY)))
                .map(quad -> new Value(quad.getSubject(), quad.getPredicate(), quad.getObject()));
    }

    private static boolean fits(Value value, Search search) {
        String language = value.literal().getLiteralLanguage().toLowerCase(Locale.ROOT);
        return search.language() == null
                || language.equals(search.language())
                || language.startsWith(search.language() + "-")
                || (language.isEmpty() && search.language().equals(NO_LANGUAGE));
    }

    private boolean isMatched(Value value, Search search) {
        return !session()
                .index()
                .matches(search.words(), value.literal().getLiteralLexicalForm())
                .isEmpty();
    }

    private Node highlighted(Node literal, String words, Highlight highlight) {
        String text = literal.getLiteralLexicalForm();
        var marked = new StringBuilder();
        int done = 0;
        for (Span span : session().index().matches(words, text)) {
            int start = text.offsetByCodePoints(0, span.start());
            int end = text.offsetByCodePoints(0, span.end());
            marked.append(text, done, start)
                    .append(highlight.before())
                    .append(text, start, end)
                    .append(highlight.after());
            done = end;
        }
        marked.append(text, done, text.length());
        return literal.getLiteralLanguage().isEmpty()
                ? NodeFactory.createLiteralString(marked.toString())
                : NodeFactory.createLiteralLang(marked.toString(), literal.getLiteralLanguage());
    }
}
