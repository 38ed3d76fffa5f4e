// What a paper becomes with a new text.
package org.quoin.graph;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.quoin.model.Quotation;

/// @param contents of the paper's graph, and of the other graphs that refer to its quotations; to be put
///     through the write door together
/// @param carried quotations as they stand in the new text
/// @param lost quotations that stay with the text they were taken from, marked as lost in the new one
public record Revision(Map<GraphName, Graph> contents, List<Quotation> carried, List<Lost> lost) {
    public Revision {
        contents = Map.copyOf(contents);
        carried = List.copyOf(carried);
        lost = List.copyOf(lost);
    }

    /// @param quotation in the text it was taken from
    /// @param why it is not certain where, or whether, its words stand in the new text
    public record Lost(Quotation quotation, String why) {}
}
