// What every operator that searches inside SPARQL does: read its arguments, search once, join what is found.
package org.quoin.sparql;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropertyFunction;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Problem;
import org.quoin.search.SearchRequest;
import org.quoin.sparql.SearchSession.Row;
import org.quoin.sparql.SearchSession.Rows;

/// A search is a table that its arguments make; the rows of the query are joined with it. So what is bound
/// already neither changes what is found nor how often is searched.
abstract class SearchOperator implements PropertyFunction {
    private final SearchSession session;
    private final String name;
    private final List<String> outputs;

    /// @param name as queries write it
    /// @param outputs what the subjects stand for, in their order; the first is not optional
    SearchOperator(SearchSession session, String name, List<String> outputs) {
        this.session = session;
        this.name = name;
        this.outputs = outputs;
    }

    /// @param arguments with values
    /// @param place where the search stands
    abstract Rows rows(List<Node> arguments, Place place);

    /// @param acrossGraphs whether it is in a GRAPH with a variable
    /// @param context of the query there
    record Place(boolean acrossGraphs, ExecutionContext context) {}

    final SearchSession session() {
        return session;
    }

    /// What is wrong is told when the search begins: ARQ leaves its iterators open when this throws.
    @Override
    public final void build(PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {}

    private void requireOutputs(List<Node> subjects) {
        if (subjects.isEmpty() || subjects.size() > outputs.size()) {
            throw Problem.invalid(name + " gives (?" + String.join(" ?", outputs) + "), of which ?" + outputs.getFirst()
                    + " must be there: before it stand " + subjects.size() + " variables");
        }
    }

    @Override
    public final QueryIterator exec(
            QueryIterator input, PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        boolean acrossGraphs = predicate.getURI().startsWith(SearchOperators.ACROSS_GRAPHS);
        boolean withGraph = predicate.getURI().startsWith(SearchOperators.WITH_GRAPH);
        var place = new Place(acrossGraphs || withGraph, context);
        return new QueryIterRepeatApply(input, context) {
            @Override
            protected QueryIterator nextStage(Binding row) {
                List<Node> subjects = list(subject).stream()
                        .map(node -> Substitute.substitute(node, row))
                        .toList();
                requireOutputs(withGraph ? subjects.subList(1, subjects.size()) : subjects);
                Rows rows = rows(values(object, row), place);
                Node item = subjects.get(withGraph ? 1 : 0);
                List<Row> fitting = item.isVariable()
                        ? rows.all()
                        : Objects.requireNonNullElse(rows.bySubject().get(item), List.of());
                Iterator<Binding> joined = fitting.stream()
                        .filter(found ->
                                !acrossGraphs || found.graph().equals(SearchSession.name(context.getActiveGraph())))
                        .flatMap(found ->
                                Stream.ofNullable(joined(row, subjects, withGraph ? withGraph(found) : found.values())))
                        .iterator();
                return QueryIterPlainWrapper.create(joined, context);
            }
        };
    }

    private static List<@Nullable Node> withGraph(Row found) {
        var values = new ArrayList<@Nullable Node>();
        values.add(found.graph());
        values.addAll(found.values());
        return values;
    }

    private List<Node> values(PropFuncArg object, Binding row) {
        List<Node> values = list(object).stream()
                .map(node -> Substitute.substitute(node, row))
                .toList();
        for (Node value : values) {
            if (value.isVariable()) {
                throw Problem.invalid("?" + value.getName() + " in " + name + " has no value where the search begins:"
                        + " give it one before, for example by VALUES ?" + value.getName() + " { \"words\" }");
            }
        }
        return values;
    }

    private static List<Node> list(PropFuncArg argument) {
        if (argument.isList()) {
            return argument.getArgList();
        }
        return RDF.nil.asNode().equals(argument.getArg()) ? List.of() : List.of(argument.getArg());
    }

    /// The row with what was found, or null when they say different things.
    private static @Nullable Binding joined(Binding row, List<Node> subjects, List<@Nullable Node> values) {
        BindingBuilder joined = Binding.builder(row);
        for (int i = 0; i < subjects.size(); i++) {
            Node subject = subjects.get(i);
            Node value = values.get(i);
            if (value == null) {
                continue;
            }
            Node said = subject.isVariable() ? joined.get(Var.alloc(subject)) : subject;
            if (said == null) {
                joined.add(Var.alloc(subject), value);
            } else if (!said.sameValueAs(value)) {
                return null;
            }
        }
        return joined.build();
    }

    /// Reads how many hits are wanted.
    static boolean isNumber(Node argument) {
        return argument.isLiteral()
                && argument.getLiteral().isWellFormed()
                && argument.getLiteralValue() instanceof Number number
                && number.doubleValue() == number.longValue();
    }

    static boolean isText(Node argument) {
        return argument.isLiteral() && argument.getLiteralValue() instanceof String;
    }

    final int limit(Node argument) {
        long limit = ((Number) argument.getLiteralValue()).longValue();
        if (limit < 1 || limit > SearchRequest.MAX_WINDOW) {
            throw Problem.invalid(
                    "the limit of " + name + " is " + limit + "; it must be between 1 and " + SearchRequest.MAX_WINDOW);
        }
        return (int) limit;
    }
}
