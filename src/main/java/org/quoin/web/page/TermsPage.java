// The terms of the ontology or the concepts of a scheme.
package org.quoin.web.page;

import java.util.List;

/// @param title its name
/// @param iri its IRI
/// @param intro what it is for; empty when nothing says so
/// @param terms in their order
/// @param schemes the concept schemes, on the ontology's own page
public record TermsPage(String title, String iri, String intro, List<Term> terms, List<Download> schemes)
        implements Page {
    /// @param anchor id on the page
    /// @param label for people
    /// @param type what sort of term it is; empty for a concept
    /// @param definition what it means
    /// @param broader labels of the concepts above it
    /// @param searchUrl evidence that carries it; empty when none can be searched for
    public record Term(
            String anchor, String label, String type, String definition, List<String> broader, String searchUrl) {}
}
