// Where an update may search: in the WHERE of its first operation, which sees the base as it is stored.
package org.quoin.sparql;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.modify.request.UpdateData;
import org.apache.jena.sparql.modify.request.UpdateDeleteWhere;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateRequest;
import org.quoin.model.Problem;
import org.quoin.sparql.SearchSession.Scope;

final class UpdateSearch {
    private UpdateSearch() {}

    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) when it would search what is not written yet,
    ///     or write a search
    static boolean isUsedIn(UpdateRequest request) {
        List<Update> operations = request.getOperations();
        operations.forEach(UpdateSearch::requireNotWritten);
        for (Update later : operations.subList(Math.min(1, operations.size()), operations.size())) {
            if (searches(later)) {
                throw Problem.invalid("only the first operation of an update can search, since a search sees what"
                        + " is stored and not what an operation before it did: send this operation by itself");
            }
        }
        return !operations.isEmpty() && searches(operations.getFirst());
    }

    /// The graphs that the first operation says it is about.
    static Scope scope(UpdateRequest request) {
        return request.getOperations().getFirst() instanceof UpdateModify modify
                        && !(modify.getUsing().isEmpty()
                                && modify.getUsingNamed().isEmpty())
                ? Scope.of(iris(modify.getUsing()), iris(modify.getUsingNamed()))
                : Scope.ALL;
    }

    private static List<String> iris(List<Node> nodes) {
        return nodes.stream().map(Node::getURI).toList();
    }

    private static boolean searches(Update update) {
        return update instanceof UpdateModify modify
                && SearchOperators.isUsedIn(Safety.pattern(modify.getWherePattern()));
    }

    private static void requireNotWritten(Update update) {
        Stream<Quad> quads = switch (update) {
            case UpdateData data -> data.getQuads().stream();
            case UpdateDeleteWhere where -> where.getQuads().stream();
            case UpdateModify modify ->
                Stream.concat(modify.getInsertQuads().stream(), modify.getDeleteQuads().stream());
            default -> Stream.empty();
        };
        if (quads.anyMatch(quad -> SearchOperators.isSearch(quad.asTriple()))) {
            throw Problem.invalid("a search cannot be written or deleted: it belongs into the WHERE of an update");
        }
    }
}
