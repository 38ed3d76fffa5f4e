// `(?item ?score ?rank ?snippet ?total) quoin:search ("question" "kind:barrier" 50)`: evidence as Quoin ranks it.
package org.quoin.sparql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.search.BestHits;
import org.quoin.search.BestHits.BestHit;
import org.quoin.search.EvidenceDocument;
import org.quoin.search.SearchFilter;
import org.quoin.search.SearchRequest.Mode;
import org.quoin.sparql.SearchSession.Row;
import org.quoin.sparql.SearchSession.Rows;

/// `docs/search-in-sparql.md` says what users have to know.
final class EvidenceSearch extends SearchOperator {
    private static final String MODE = "mode";
    private static final String FORM =
            ": write ?item quoin:search (\"words\" 50), with filters between them such as \"kind:barrier\"";

    EvidenceSearch(SearchSession session) {
        super(session, "quoin:search", List.of("item", "score", "rank", "snippet", "total"));
    }

    private record Search(
            String question,
            SearchFilter filter,
            Mode mode,
            int limit,
            @Nullable Set<PaperId> papers) {}

    @Override
    Rows rows(List<Node> arguments, Place place) {
        Search search = read(arguments, session().papers(place.context().getActiveGraph(), place.acrossGraphs()));
        return session().rows(search, () -> {
            place.context().checkCancelSignal();
            BestHits found = session()
                    .search(search.question(), search.filter(), search.mode(), search.papers(), search.limit());
            Node total = integer(found.total());
            return found.hits().stream().map(hit -> row(hit, total)).toList();
        });
    }

    private Search read(List<Node> arguments, @Nullable Set<PaperId> papers) {
        if (arguments.isEmpty() || !isText(arguments.getFirst())) {
            throw Problem.invalid("quoin:search begins with the words to search for" + FORM);
        }
        Map<String, List<String>> named = new HashMap<>();
        Mode mode = Mode.HYBRID;
        Integer limit = null;
        for (Node argument : arguments.subList(1, arguments.size())) {
            if (isNumber(argument) && limit == null) {
                limit = limit(argument);
            } else if (isText(argument) && argument.getLiteralLexicalForm().indexOf(':') > 0) {
                String[] option = argument.getLiteralLexicalForm().split(":", 2);
                if (option[0].equals(MODE)) {
                    mode = session().access().mode(option[1]);
                } else {
                    named.computeIfAbsent(option[0], name -> new ArrayList<>()).add(option[1]);
                }
            } else {
                throw Problem.invalid("quoin:search has no place for " + argument + FORM);
            }
        }
        if (limit == null) {
            throw Problem.invalid("quoin:search needs a limit, the most hits that are wanted" + FORM);
        }
        return new Search(
                arguments.getFirst().getLiteralLexicalForm(), session().access().filter(named), mode, limit, papers);
    }

    private Row row(BestHit hit, Node total) {
        EvidenceDocument document = hit.document();
        return new Row(
                session().iris().graph(document.paper()),
                List.of(
                        session().iris().item(document.id()),
                        NodeFactory.createLiteralDT(Double.toString(hit.score()), XSDDatatype.XSDdouble),
                        integer(hit.rank()),
                        NodeFactory.createLiteralString(
                                document.quotations().getFirst().exact()),
                        total));
    }

    private static Node integer(long number) {
        return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
    }
}
