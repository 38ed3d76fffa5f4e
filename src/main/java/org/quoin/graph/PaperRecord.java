// A paper with its text and its evidence: what one named graph holds.
package org.quoin.graph;

import java.util.List;
import org.quoin.model.EvidenceItem;
import org.quoin.model.Paper;
import org.quoin.text.NormalisedText;

/// @param paper what is known of the paper
/// @param text its text, which every quotation of the items is a slice of
/// @param items its evidence, in the order of the text
public record PaperRecord(Paper paper, NormalisedText text, List<EvidenceItem> items) {
    public PaperRecord {
        items = List.copyOf(items);
    }
}
