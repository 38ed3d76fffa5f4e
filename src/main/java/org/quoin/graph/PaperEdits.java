// Small changes to a stored paper that leave its text and its quotations as they are.
package org.quoin.graph;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.quoin.model.Code;
import org.quoin.model.PaperId;
import org.quoin.model.StudyId;

/// Each gives what the paper's graph becomes, to be put through the write door; none changes anything itself.
public final class PaperEdits {
    private final Iris iris;
    private final PaperMapper mapper;
    private final PaperId id;
    private final Node paper;
    private final Graph stored;

    PaperEdits(Iris iris, PaperMapper mapper, PaperId id, Graph stored) {
        this.iris = iris;
        this.mapper = mapper;
        this.id = id;
        this.paper = iris.paper(id);
        this.stored = stored;
    }

    /// Retracted for a reason, in place of any reason there was.
    public Graph retracted(String reason) {
        Graph edited = restored();
        edited.add(Triple.create(paper, Terms.retracted, NodeFactory.createLiteralString(reason)));
        return edited;
    }

    /// Not retracted.
    public Graph restored() {
        Graph edited = copy();
        edited.remove(paper, Terms.retracted, Node.ANY);
        return edited;
    }

    /// Reporting another study, with all of its evidence.
    public Graph ofStudy(StudyId study) {
        Graph edited = copy();
        Node its = iris.study(study);
        List<Node> before = edited.find(paper, Terms.reportsStudy, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
        for (Node old : before) {
            edited.find(Node.ANY, Node.ANY, old).toList().forEach(t -> {
                edited.delete(t);
                edited.add(Triple.create(t.getSubject(), t.getPredicate(), its));
            });
            if (!old.equals(its)) {
                edited.remove(old, Node.ANY, Node.ANY);
            }
        }
        edited.add(Triple.create(its, RDF.type.asNode(), Terms.Study));
        stored.find(paper, Terms.fictional, Node.ANY)
                .forEachRemaining(t -> edited.add(Triple.create(its, t.getPredicate(), t.getObject())));
        return edited;
    }

    /// With the fields of its bibliography that it lacks and another record of the same paper has.
    ///
    /// @param told under the same name; its text need not be the same
    public Graph completedBy(PaperRecord told) {
        Graph content = mapper.toGraph(told.with(told.paper(), List.of()));
        Graph edited = copy();
        Set<Node> known = stored.find(paper, Node.ANY, Node.ANY)
                .mapWith(Triple::getPredicate)
                .toSet();
        content.find(paper, Node.ANY, Node.ANY)
                .filterDrop(t -> known.contains(t.getPredicate()))
                .forEachRemaining(t -> addWithObject(t, content, edited));
        Node text = iris.text(id, told.text().sha256());
        if (stored.contains(text, Terms.text, Node.ANY)) {
            content.find(text, Terms.wasDerivedFrom, Node.ANY).forEachRemaining(t -> addWithObject(t, content, edited));
        }
        return edited;
    }

    /// With more evidence; an item of the same name is replaced, coding and all.
    ///
    /// @param more the paper with the items to add, which quote its present text
    /// @param codes the codes that they carry
    public Graph withEvidence(PaperRecord more, List<Code> codes) {
        Graph edited = copy();
        more.items().forEach(item -> {
            edited.remove(iris.item(item.id()), Node.ANY, Node.ANY);
            stored.find(Node.ANY, Terms.hasBody, iris.item(item.id()))
                    .mapWith(Triple::getSubject)
                    .forEachRemaining(coding -> edited.remove(coding, Node.ANY, Node.ANY));
        });
        Graph content = mapper.toGraph(
                new PaperRecord(more.paper(), more.text(), List.of(), List.of(), more.earlier(), codes, more.items()));
        content.find().filterDrop(t -> t.getSubject().equals(paper)).forEachRemaining(edited::add);
        return edited;
    }

    private static void addWithObject(Triple triple, Graph from, Graph to) {
        to.add(triple);
        if (triple.getObject().isURI()) {
            from.find(triple.getObject(), Node.ANY, Node.ANY).forEachRemaining(to::add);
        }
    }

    private Graph copy() {
        Graph copy = GraphFactory.createGraphMem();
        GraphUtil.addInto(copy, stored);
        return copy;
    }
}
