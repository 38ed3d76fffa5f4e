// The operators that search inside SPARQL: their names, where they stand in a query, and what makes ARQ run them.
package org.quoin.sparql;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;

/// Registered in the context of the one execution that may use them, since they see its snapshot.
final class SearchOperators {
    /// Evidence by question, filters and limit.
    static final String SEARCH = "https://w3id.org/quoin/ns#search";
    /// What jena-text has, by words.
    static final String TEXT_QUERY = "http://jena.apache.org/text#query";
    /// An operator that [SearchFirst] has put where the graph is not known: its name follows this.
    static final String ACROSS_GRAPHS = "urn:x-quoin:across-graphs:";
    /// An operator whose list of subjects begins with the graph: its name follows this.
    static final String WITH_GRAPH = "urn:x-quoin:with-graph:";

    private static final Map<String, Function<SearchSession, SearchOperator>> OPERATORS =
            Map.of(SEARCH, EvidenceSearch::new, TEXT_QUERY, TextQuery::new);
    private static final Set<String> PLACES = Set.of("", ACROSS_GRAPHS, WITH_GRAPH);

    private SearchOperators() {}

    /// Whether a pattern of a query searches.
    static boolean isSearch(Triple triple) {
        Node predicate = triple.getPredicate();
        return predicate.isURI() && OPERATORS.containsKey(predicate.getURI());
    }

    /// Whether anything in a query searches.
    static boolean isUsedIn(Op op) {
        var finder = new Finder();
        Walker.walk(op, finder, new ExprVisitorBase());
        return finder.found;
    }

    private static final class Finder extends OpVisitorBase {
        private boolean found;

        @Override
        public void visit(OpBGP pattern) {
            found |= pattern.getPattern().getList().stream().anyMatch(SearchOperators::isSearch);
        }
    }

    /// Lets an execution search.
    static void install(Context context, SearchSession session) {
        PropertyFunctionRegistry known =
                PropertyFunctionRegistry.createFrom(PropertyFunctionRegistry.chooseRegistry(context));
        OPERATORS.forEach(
                (name, operator) -> PLACES.forEach(place -> known.put(place + name, iri -> operator.apply(session))));
        PropertyFunctionRegistry.set(context, known);
        context.set(ARQConstants.sysOptimizerFactory, (RewriteFactory) settings ->
                op -> Optimize.stdOptimizationFactory.create(settings).rewrite(SearchFirst.rewrite(op)));
    }
}
