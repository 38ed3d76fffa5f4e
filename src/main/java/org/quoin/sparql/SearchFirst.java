// Moves searches to where they cost least: before everything that they bind, behind everything that they need.
package org.quoin.sparql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitor;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.optimize.ExprTransformApplyTransform;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.vocabulary.RDF;

/// Runs before ARQ's own optimiser, while searches still are triples, which it keeps in their order. What a
/// search finds does not depend on where it stands, so moving it changes how long an answer takes and nothing
/// else.
final class SearchFirst extends TransformCopy {
    private static final Node FIRST = RDF.first.asNode();
    private static final Node REST = RDF.rest.asNode();

    /// The variables of the GRAPHs around the place that is looked at.
    private final Deque<Node> graphs = new ArrayDeque<>();
    private int lists;

    private SearchFirst() {}

    static Op rewrite(Op op) {
        var rewrite = new SearchFirst();
        OpVisitor enter = new OpVisitorBase() {
            @Override
            public void visit(OpGraph graph) {
                rewrite.graphs.push(graph.getNode());
            }
        };
        OpVisitor leave = new OpVisitorBase() {
            @Override
            public void visit(OpGraph graph) {
                rewrite.graphs.pop();
            }
        };
        return Transformer.transform(rewrite, new ExprTransformApplyTransform(rewrite, enter, leave), op, enter, leave);
    }

    @Override
    public Op transform(OpBGP op) {
        List<Triple> triples = op.getPattern().getList();
        if (triples.stream().noneMatch(SearchOperators::isSearch)) {
            return op;
        }
        boolean acrossGraphs = !graphs.isEmpty() && graphs.peek().isVariable();
        var first = new ArrayList<Triple>();
        var last = new ArrayList<Triple>();
        for (Triple search : searches(triples)) {
            List<Triple> to = isConstant(search, triples) ? first : last;
            to.add(acrossGraphs ? renamed(search, search.getSubject(), SearchOperators.ACROSS_GRAPHS) : search);
            to.addAll(lists(search, triples));
        }
        var pattern = new BasicPattern();
        first.forEach(pattern::add);
        triples.stream()
                .filter(triple ->
                        !SearchOperators.isSearch(triple) && !first.contains(triple) && !last.contains(triple))
                .forEach(pattern::add);
        last.forEach(pattern::add);
        return new OpBGP(pattern);
    }

    /// Within GRAPH with a variable, everything would be looked for in one graph after the other. The same search
    /// before it, which binds the variable, leaves the graphs of what it found.
    @Override
    public Op transform(OpGraph op, Op inner) {
        Op graph = super.transform(op, inner);
        if (!op.getNode().isVariable()) {
            return graph;
        }
        var pattern = new BasicPattern();
        required(op.getSubOp()).map(bgp -> bgp.getPattern().getList()).forEach(triples -> {
            for (Triple search : searches(triples)) {
                if (isConstant(search, triples)) {
                    addWithGraph(op.getNode(), search, lists(search, triples), pattern);
                }
            }
        });
        return pattern.isEmpty() ? graph : OpJoin.create(new OpBGP(pattern), graph);
    }

    private void addWithGraph(Node graph, Triple search, List<Triple> parts, BasicPattern to) {
        Node head = list();
        Node subjects = search.getSubject();
        to.add(renamed(search, head, SearchOperators.WITH_GRAPH));
        parts.forEach(to::add);
        to.add(Triple.create(head, FIRST, graph));
        if (parts.stream().anyMatch(part -> part.getSubject().equals(subjects))) {
            to.add(Triple.create(head, REST, subjects));
        } else {
            Node only = list();
            to.add(Triple.create(head, REST, only));
            to.add(Triple.create(only, FIRST, subjects));
            to.add(Triple.create(only, REST, RDF.nil.asNode()));
        }
    }

    private Node list() {
        return Var.alloc(ARQConstants.allocVarAnonMarker + "search-list-" + lists++);
    }

    @Override
    public Op transform(OpJoin op, Op left, Op right) {
        return order(right) < order(left) ? OpJoin.create(right, left) : OpJoin.create(left, right);
    }

    /// Patterns with property paths are sequences from the beginning.
    @Override
    public Op transform(OpSequence op, List<Op> elements) {
        return OpSequence.create()
                .copy(elements.stream()
                        .sorted(Comparator.comparingInt(SearchFirst::order))
                        .toList());
    }

    private static int order(Op op) {
        if (begins(op)) {
            return 0;
        }
        boolean needs = required(op instanceof OpGraph graph ? graph.getSubOp() : op)
                .map(bgp -> bgp.getPattern().getList())
                .anyMatch(triples -> triples.stream().anyMatch(t -> isOperator(t) && !isConstant(t, triples)));
        return needs ? 2 : 1;
    }

    /// Whether a search that needs nothing is what it begins with.
    private static boolean begins(Op op) {
        return switch (op) {
            case OpBGP bgp -> {
                List<Triple> triples = bgp.getPattern().getList();
                yield !triples.isEmpty() && isOperator(triples.getFirst()) && isConstant(triples.getFirst(), triples);
            }
            case Op1 one -> begins(one.getSubOp());
            case Op2 two when two instanceof OpJoin || two instanceof OpLeftJoin -> begins(two.getLeft());
            case OpSequence sequence -> begins(sequence.get(0));
            default -> false;
        };
    }

    /// The patterns that every solution fulfils.
    private static Stream<OpBGP> required(Op op) {
        return switch (op) {
            case OpBGP bgp -> Stream.of(bgp);
            case OpFilter filter -> required(filter.getSubOp());
            case OpExtend extend -> required(extend.getSubOp());
            case OpLeftJoin left -> required(left.getLeft());
            case OpJoin join -> Stream.of(join.getLeft(), join.getRight()).flatMap(SearchFirst::required);
            case OpSequence sequence -> sequence.getElements().stream().flatMap(SearchFirst::required);
            default -> Stream.empty();
        };
    }

    private static List<Triple> searches(Collection<Triple> triples) {
        return triples.stream().filter(SearchOperators::isSearch).toList();
    }

    private static boolean isOperator(Triple triple) {
        Node predicate = triple.getPredicate();
        return SearchOperators.isSearch(triple)
                || (predicate.isURI()
                        && (predicate.getURI().startsWith(SearchOperators.ACROSS_GRAPHS)
                                || predicate.getURI().startsWith(SearchOperators.WITH_GRAPH)));
    }

    private static Triple renamed(Triple search, Node subject, String place) {
        Node name = NodeFactory.createURI(place + search.getPredicate().getURI());
        return Triple.create(subject, name, search.getObject());
    }

    /// Whether what is searched for is known before the query runs.
    private static boolean isConstant(Triple search, Collection<Triple> triples) {
        Set<Triple> list = new LinkedHashSet<>();
        addList(search.getObject(), triples, list);
        return list.isEmpty()
                ? search.getObject().isConcrete()
                : list.stream()
                        .filter(triple -> triple.getPredicate().equals(FIRST))
                        .allMatch(triple -> triple.getObject().isConcrete());
    }

    /// The triples that make up the lists of subjects and objects.
    private static List<Triple> lists(Triple search, Collection<Triple> triples) {
        Set<Triple> lists = new LinkedHashSet<>();
        addList(search.getSubject(), triples, lists);
        addList(search.getObject(), triples, lists);
        return List.copyOf(lists);
    }

    private static void addList(Node head, Collection<Triple> triples, Set<Triple> to) {
        for (Triple triple : triples) {
            if (triple.getSubject().equals(head)
                    && (triple.getPredicate().equals(FIRST)
                            || triple.getPredicate().equals(REST))
                    && to.add(triple)
                    && triple.getPredicate().equals(REST)) {
                addList(triple.getObject(), triples, to);
            }
        }
    }
}
