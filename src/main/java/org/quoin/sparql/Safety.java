// Refuses what would let a query or update reach out of the process.
package org.quoin.sparql;

import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.sparql.modify.request.UpdateDeleteWhere;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateRequest;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Problem;

/// SERVICE would fetch from other hosts, LOAD from anywhere, and a function whose name begins with
/// `java:` loads a class. All three are on by default in ARQ.
final class Safety {
    private static final String JAVA = "java:";
    private static final String ARQ_FUNCTION = "http://jena.apache.org/ARQ/function#";
    private static final String OLD_ARQ = "http://jena.hpl.hp.com/ARQ/function#";
    private static final Set<String> REFUSED = Set.of(
            "http://www.w3.org/2005/xpath-functions#apply",
            ARQ_FUNCTION + "wait",
            ARQ_FUNCTION + "print",
            ARQ_FUNCTION + "context");
    private static final Set<String> BOOKKEEPING =
            Set.of(Quad.defaultGraphIRI.getURI(), Quad.defaultGraphNodeGenerated.getURI());

    private Safety() {}

    /// @return what the query asks for
    /// @throws org.quoin.model.ProblemException ([Problem.Forbidden]) naming what is refused
    static Op check(Query query) {
        Stream.concat(query.getGraphURIs().stream(), query.getNamedGraphURIs().stream())
                .filter(BOOKKEEPING::contains)
                .findAny()
                .ifPresent(graph -> {
                    throw Problem.forbidden("FROM <" + graph + "> is refused: leave FROM out to ask all graphs");
                });
        Op op = Algebra.compile(query);
        check(op);
        return op;
    }

    /// @throws org.quoin.model.ProblemException ([Problem.Forbidden]) naming what is refused
    static void check(UpdateRequest request) {
        for (Update update : request.getOperations()) {
            switch (update) {
                case UpdateLoad load ->
                    throw Problem.forbidden(
                            "LOAD is refused: Quoin fetches nothing from other places; import the file");
                case UpdateModify modify -> check(pattern(modify.getWherePattern()));
                case UpdateDeleteWhere where -> where.getQuads().forEach(quad -> refuseJava(quad.getPredicate()));
                default -> {}
            }
        }
    }

    /// What the WHERE of an update asks for.
    static Op pattern(Element where) {
        var query = new Query();
        query.setSyntax(Syntax.syntaxARQ);
        query.setQueryAskType();
        query.setQueryPattern(where);
        return Algebra.compile(query);
    }

    private static void check(Op op) {
        Walker.walk(op, new Operators(), new Expressions());
    }

    private static void refuseJava(@Nullable String iri) {
        if (iri != null && iri.startsWith(JAVA)) {
            throw Problem.forbidden("<" + iri + "> is refused: functions that load Java classes are switched off");
        }
    }

    /// Beside `java:` itself, what calls a function by a name that is only known when the query runs, and ARQ's
    /// own functions that sleep past every time-out, write to the console or read the configuration.
    private static void refuseFunction(ExprFunction function) {
        String iri = function.getFunctionIRI();
        refuseJava(iri);
        if (function instanceof E_Call) {
            throw Problem.forbidden("CALL is refused: name the function itself");
        }
        if (iri != null && REFUSED.contains(iri.replace(OLD_ARQ, ARQ_FUNCTION))) {
            throw Problem.forbidden("<" + iri + "> is refused: it does not only compute a value");
        }
    }

    private static void refuseJava(Node predicate) {
        if (predicate.isURI()) {
            refuseJava(predicate.getURI());
        }
    }

    private static final class Operators extends OpVisitorBase {
        @Override
        public void visit(OpService service) {
            throw Problem.forbidden("SERVICE is refused: Quoin asks no other endpoint");
        }

        @Override
        public void visit(OpBGP pattern) {
            pattern.getPattern().forEach(triple -> refuseJava(triple.getPredicate()));
        }

        @Override
        public void visit(OpPath path) {
            if (path.getTriplePath().getPredicate() != null) {
                refuseJava(path.getTriplePath().getPredicate());
            }
        }

        @Override
        public void visit(OpGroup group) {
            group.getAggregators().forEach(Operators::check);
        }

        @Override
        public void visit(OpOrder order) {
            // The walker passes the conditions of ORDER BY by.
            order.getConditions().forEach(condition -> walk(condition.getExpression()));
        }

        @Override
        public void visit(OpGraph graph) {
            if (graph.getNode().isURI() && BOOKKEEPING.contains(graph.getNode().getURI())) {
                throw Problem.forbidden(
                        "GRAPH <" + graph.getNode() + "> is refused: leave GRAPH out to ask all graphs");
            }
        }

        private static void check(ExprAggregator aggregator) {
            if (aggregator.getAggregator() instanceof AggCustom custom) {
                refuseJava(custom.getIRI());
            }
            ExprList arguments = aggregator.getAggregator().getExprList();
            if (arguments != null) {
                arguments.forEach(Operators::walk);
            }
        }

        private static void walk(Expr expr) {
            Walker.walk(expr, new Operators(), new Expressions());
        }
    }

    private static final class Expressions extends ExprVisitorBase {
        @Override
        public void visit(ExprFunctionN function) {
            refuseFunction(function);
            super.visit(function);
        }
    }
}
