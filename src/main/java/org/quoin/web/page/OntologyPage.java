// The ontology: what it is for, how its classes hang together, and every term.
package org.quoin.web.page;

import java.util.List;
import org.quoin.web.page.ResourcePage.Row;

/// @param title its name
/// @param iri its IRI
/// @param version of it
/// @param intro what it is for
/// @param citation how to cite it
/// @param downloads forms in which it can be had
/// @param diagram an SVG element
/// @param groups its terms
/// @param schemes the concept schemes that its properties draw their values from
/// @param alignments links to other vocabularies, as data
public record OntologyPage(
        String title,
        String iri,
        String version,
        String intro,
        String citation,
        List<Download> downloads,
        String diagram,
        List<TermGroup> groups,
        List<Download> schemes,
        List<Download> alignments)
        implements Page {
    /// @param anchor id on the page
    /// @param heading of the group
    /// @param terms in their order
    public record TermGroup(String anchor, String heading, List<TermCard> terms) {}

    /// @param name last part of its IRI, and its id on the page
    /// @param label for people
    /// @param definition what it means
    /// @param note how to use it; empty when nothing is said
    /// @param depth classes of the ontology above it
    /// @param rows what else is said of it
    public record TermCard(String name, String label, String definition, String note, int depth, List<Row> rows) {}
}
