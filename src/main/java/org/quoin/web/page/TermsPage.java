// The concepts of a scheme.
package org.quoin.web.page;

import java.util.List;

/// @param title its name
/// @param iri its IRI
/// @param intro what it is for; empty when nothing says so
/// @param terms each before those below it
/// @param downloads forms in which it can be had
public record TermsPage(String title, String iri, String intro, List<Term> terms, List<Download> downloads)
        implements Page {
    /// @param anchor id on the page
    /// @param label for people
    /// @param definition what it means
    /// @param otherLabels what it is called besides
    /// @param depth concepts above it
    /// @param broader the concepts directly above it
    /// @param searchUrl evidence that carries it, or one below it
    public record Term(
            String anchor,
            String label,
            String definition,
            List<String> otherLabels,
            int depth,
            List<Tag> broader,
            String searchUrl) {}
}
