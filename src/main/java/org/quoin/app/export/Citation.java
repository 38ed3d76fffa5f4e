// A paper in short, as a sentence cites it.
package org.quoin.app.export;

import java.util.List;
import org.quoin.synthesis.ComparedPaper;

/// For pages: the processor of [References], which tells namesakes apart by letters and makes the list at the end of a
/// document, takes longer than the whole of a brief.
public final class Citation {
    private Citation() {}

    /// `Okafor 2021`, `Okafor and Berg 2021`, `Okafor et al. 2021`; the title, or words of the text, of a paper
    /// without authors.
    public static String of(ComparedPaper paper) {
        List<String> families = paper.authors().stream()
                .map(author -> AuthorName.of(author).family())
                .toList();
        String when = paper.year() == null ? "" : " " + paper.year();
        return switch (families.size()) {
            case 0 -> paper.year() == null ? paper.label() : paper.label() + " (" + paper.year() + ")";
            case 1 -> families.getFirst() + when;
            case 2 -> families.getFirst() + " and " + families.getLast() + when;
            default -> families.getFirst() + " et al." + when;
        };
    }
}
