// What the context statements of a study tell, in whichever paper they stand.
package org.quoin.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.quoin.model.ConceptRef;
import org.quoin.model.StudyId;

/// A study is looked up once. To be used by one thread.
public final class StudyContexts {
    private final GraphStore store;
    private final Map<StudyId, List<ConceptRef>> known = new HashMap<>();

    public StudyContexts(GraphStore store) {
        this.store = store;
    }

    /// Settings, countries, designs and the like, sorted; of all of its papers, retracted ones too.
    public List<ConceptRef> of(StudyId study) {
        return known.computeIfAbsent(study, this::read);
    }

    private List<ConceptRef> read(StudyId study) {
        return store.read(snapshot -> {
            DatasetGraph base = snapshot.dataset();
            return Iter.asStream(base.find(
                            Node.ANY, Node.ANY, Terms.reportedIn, store.iris().study(study)))
                    .flatMap(item ->
                            Iter.asStream(base.find(item.getGraph(), item.getSubject(), Terms.facetValue, Node.ANY)))
                    .map(Quad::getObject)
                    .flatMap(value -> Vocabulary.conceptOf(value).stream())
                    .distinct()
                    .sorted()
                    .toList();
        });
    }
}
