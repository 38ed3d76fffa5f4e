// The shapes: what data must look like to enter a base, and what is said when it does not.
package org.quoin.web.page;

import java.util.List;
import org.quoin.web.page.ResourcePage.Value;

/// @param iri their IRI
/// @param intro what they are for
/// @param downloads forms in which they can be had
/// @param shapes by name
public record ShapesPage(String iri, String intro, List<Download> downloads, List<Shape> shapes) implements Page {
    /// @param name last part of its IRI, and its id on the page
    /// @param label for people
    /// @param comment what it holds to
    /// @param targets classes whose instances it checks; empty when it finds them in another way
    /// @param messages what it tells a curator
    public record Shape(String name, String label, String comment, List<Value> targets, List<String> messages) {}

    @Override
    public String title() {
        return "Shapes";
    }
}
