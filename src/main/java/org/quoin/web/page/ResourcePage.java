// What the base says of one resource, triple by triple.
package org.quoin.web.page;

import java.util.List;

/// @param iri the resource
/// @param about its triples
/// @param parts triples of the resources that belong to it
/// @param downloads forms in which it can be had
public record ResourcePage(String iri, Described about, List<Described> parts, List<Download> downloads)
        implements Page {
    /// @param name short name
    /// @param rows its properties
    public record Described(String name, List<Row> rows) {}

    /// @param property what is said
    /// @param values how
    public record Row(Value property, List<Value> values) {}

    /// @param text for people
    /// @param url where it leads; empty for a literal
    /// @param note datatype or language; empty for none
    public record Value(String text, String url, String note) {}

    @Override
    public String title() {
        return about.name();
    }
}
