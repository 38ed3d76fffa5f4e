// Draws the ontology's classes and what connects them as SVG.
package org.quoin.ontology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.quoin.graph.OntologyReference;
import org.quoin.graph.OntologyReference.Sort;
import org.quoin.graph.OntologyReference.Term;

/// One box a class, one line a property from the class it is used on to the class of its values, a hollow arrow
/// to the class above. Classes that nothing but their parent is connected with stand inside the parent's box.
/// The drawing is laid out by the Eclipse Layout Kernel from sizes that are counted in characters, so that it
/// is the same on every machine whatever fonts it has.
final class OntologyDiagram {
    private static final double CHARACTER = 7.2;
    private static final double LABEL_CHARACTER = 6.1;
    private static final double LINE = 17;
    private static final double PADDING = 12;

    private final OntologyReference reference;
    private final Map<String, List<Term>> inside = new HashMap<>();
    private final Map<String, ElkNode> boxes = new TreeMap<>();
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final List<Connection> connections = new ArrayList<>();

    /// A line between two boxes.
    private record Connection(ElkEdge edge, boolean above, List<String> properties) {}

    private OntologyDiagram(OntologyReference reference) {
        this.reference = reference;
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(LayeredOptions.RANDOM_SEED, 1);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(16));
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, 26.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 16.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 3.0);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 34.0);
    }

    /// @return an SVG element, with links to `#ClassName` and `#propertyName`
    static String draw(OntologyReference reference) {
        return new OntologyDiagram(reference).draw();
    }

    private String draw() {
        Map<String, Set<String>> lines = lines();
        Set<String> connected = new TreeSet<>();
        lines.keySet().forEach(pair -> connected.addAll(List.of(pair.split(" ", -1))));
        for (Term term : reference.classes()) {
            if (!connected.contains(term.iri())
                    && term.below().isEmpty()
                    && !ownParents(term).isEmpty()) {
                inside.computeIfAbsent(ownParents(term).getFirst(), parent -> new ArrayList<>())
                        .add(term);
            } else {
                box(term.iri());
            }
        }
        lines.forEach((pair, properties) -> {
            String[] ends = pair.split(" ", -1);
            connect(box(ends[0]), box(ends[1]), false, List.copyOf(properties));
        });
        for (Term term : reference.classes()) {
            if (boxes.containsKey(term.iri())) {
                ownParents(term).forEach(parent -> connect(box(parent), box(term.iri()), true, List.of()));
            }
        }
        boxes.forEach(this::size);
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
        return svg();
    }

    /// The properties between each two classes, reused ones as the restrictions name them; those whose values are
    /// concepts are named in the class's box.
    private Map<String, Set<String>> lines() {
        var lines = new TreeMap<String, Set<String>>();
        for (Term property : reference.properties(Sort.OBJECT_PROPERTY)) {
            for (String from : property.domain()) {
                for (String to : property.range()) {
                    if (!isConcept(to)) {
                        lines.computeIfAbsent(from + " " + to, pair -> new TreeSet<>())
                                .add(property.name());
                    }
                }
            }
        }
        for (Term term : reference.classes()) {
            for (var restriction : term.restrictions()) {
                if (restriction.of() != null
                        && !isConcept(restriction.of())
                        && reference.term(restriction.property()).isEmpty()) {
                    lines.computeIfAbsent(term.iri() + " " + restriction.of(), pair -> new TreeSet<>())
                            .add(name(restriction.property()));
                }
            }
        }
        return lines;
    }

    private static boolean isConcept(String iri) {
        return iri.endsWith("core#Concept") || iri.endsWith("core#ConceptScheme");
    }

    private List<String> ownParents(Term term) {
        return term.above().stream()
                .filter(iri -> reference.term(iri).isPresent())
                .toList();
    }

    private ElkNode box(String iri) {
        return boxes.computeIfAbsent(iri, id -> {
            ElkNode node = ElkGraphUtil.createNode(root);
            node.setIdentifier(id);
            return node;
        });
    }

    private void connect(ElkNode from, ElkNode to, boolean above, List<String> properties) {
        ElkEdge edge = ElkGraphUtil.createSimpleEdge(from, to);
        if (!properties.isEmpty()) {
            ElkLabel label = ElkGraphUtil.createLabel(String.join(", ", properties), edge);
            label.setDimensions(label.getText().length() * LABEL_CHARACTER + 4, 14);
        }
        connections.add(new Connection(edge, above, properties));
    }

    private void size(String iri, ElkNode node) {
        List<String> lines = content(iri);
        int longest = Math.max(
                name(iri).length() + 2,
                lines.stream().mapToInt(String::length).max().orElse(0));
        node.setDimensions(
                Math.ceil(longest * CHARACTER + 2 * PADDING),
                LINE * (lines.size() + 1) + PADDING + (lines.isEmpty() ? 0 : 6));
    }

    /// What stands in the box below the name: properties with values and concepts, then the classes inside.
    private List<String> content(String iri) {
        var content = new ArrayList<String>();
        for (Sort sort : List.of(Sort.OBJECT_PROPERTY, Sort.DATATYPE_PROPERTY)) {
            reference.properties(sort).stream()
                    .filter(property -> property.domain().contains(iri))
                    .filter(property -> sort == Sort.DATATYPE_PROPERTY
                            || property.range().stream().allMatch(OntologyDiagram::isConcept))
                    .map(Term::name)
                    .forEach(content::add);
        }
        inside.getOrDefault(iri, List.of()).forEach(term -> content.add("▸ " + term.name()));
        return content;
    }

    private static String name(String iri) {
        return iri.replaceFirst(".*[#/]", "");
    }

    private String svg() {
        var svg = new StringBuilder();
        svg.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\" "
                        + "aria-labelledby=\"diagram-title\" font-family=\"sans-serif\" color=\"#1d2a35\">\n",
                root.getWidth(), root.getHeight(), root.getWidth(), root.getHeight()));
        svg.append("<title id=\"diagram-title\">Classes of the ontology and the properties between them</title>\n");
        svg.append(format(
                "<rect class=\"ground\" width=\"%s\" height=\"%s\" fill=\"#ffffff\"/>\n",
                root.getWidth(), root.getHeight()));
        svg.append(
                "<defs><marker id=\"to\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\""
                        + " orient=\"auto-start-reverse\"><path d=\"M0 0 8 4 0 8z\" fill=\"currentColor\"/></marker>"
                        + "<marker id=\"is-a\" viewBox=\"0 0 12 12\" refX=\"11\" refY=\"6\" markerWidth=\"12\" markerHeight=\"12\""
                        + " orient=\"auto-start-reverse\"><path class=\"hollow\" d=\"M1 1 11 6 1 11z\" fill=\"#ffffff\""
                        + " stroke=\"currentColor\"/></marker></defs>\n");
        connections.forEach(connection -> line(connection, svg));
        boxes.forEach((iri, node) -> drawBox(iri, node, svg));
        return svg.append("</svg>\n").toString();
    }

    private void line(Connection connection, StringBuilder svg) {
        for (ElkEdgeSection section : connection.edge().getSections()) {
            var path = new StringBuilder(format("M%s %s", section.getStartX(), section.getStartY()));
            for (ElkBendPoint bend : section.getBendPoints()) {
                path.append(format("L%s %s", bend.getX(), bend.getY()));
            }
            path.append(format("L%s %s", section.getEndX(), section.getEndY()));
            svg.append(format(
                    "<path d=\"%s\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.1\" %s/>\n",
                    path, connection.above() ? "marker-start=\"url(#is-a)\"" : "marker-end=\"url(#to)\""));
        }
        for (ElkLabel label : connection.edge().getLabels()) {
            svg.append(format(
                    "<text x=\"%s\" y=\"%s\" font-size=\"11\" font-style=\"italic\" fill=\"currentColor\">%s</text>\n",
                    label.getX() + 2,
                    label.getY() + 11,
                    connection.properties().stream()
                            .map(property -> ownName(property) ? linked(property, property) : property)
                            .collect(Collectors.joining(", "))));
        }
    }

    private void drawBox(String iri, ElkNode node, StringBuilder svg) {
        boolean own = reference.term(iri).isPresent();
        svg.append(format(
                "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"5\" fill=\"%s\""
                        + " stroke=\"currentColor\"/>\n",
                own ? "box" : "box other",
                node.getX(),
                node.getY(),
                node.getWidth(),
                node.getHeight(),
                own ? "#eef4f8" : "#f6f2ea"));
        double y = node.getY() + LINE + 2;
        svg.append(text(node.getX() + PADDING, y, "font-weight=\"bold\" font-size=\"13\"", name(iri), own));
        y += 4;
        for (String line : content(iri)) {
            y += LINE;
            svg.append(text(node.getX() + PADDING, y, "font-size=\"12\"", line, true));
        }
    }

    private static String text(double x, double y, String style, String words, boolean linked) {
        String shown = linked ? linked(words.replace("▸ ", ""), words) : words;
        return format("<text x=\"%s\" y=\"%s\" %s fill=\"currentColor\">%s</text>\n", x, y, style, shown);
    }

    private boolean ownName(String property) {
        return reference.properties(Sort.OBJECT_PROPERTY).stream()
                .anyMatch(own -> own.name().equals(property));
    }

    private static String linked(String name, String words) {
        return "<a href=\"#" + name + "\">" + words + "</a>";
    }

    /// Numbers with one decimal, the same in every locale.
    private static String format(String pattern, Object... values) {
        Object[] shown = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            shown[i] = values[i] instanceof Double number ? String.format(Locale.ROOT, "%.1f", number) : values[i];
        }
        return String.format(Locale.ROOT, pattern, shown);
    }
}
