// The page to ask in SPARQL.
package org.quoin.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param query what is in the editor
/// @param examples the competency questions
/// @param answer the table found, when the page was asked without script; null before that
/// @param base where the data's IRIs begin
/// @param prefixes short names for the beginnings of IRIs, as JSON
public record SparqlPage(
        String query, List<Example> examples, @Nullable Answer answer, String base, String prefixes) implements Page {
    /// @param title short
    /// @param question in plain words
    /// @param query SPARQL
    /// @param url this page with the query run
    public record Example(String title, String question, String query, String url) {}

    /// @param columns names of the variables; empty when the answer is not a table
    /// @param rows their values
    /// @param text the answer as text when it is not a table; else empty
    /// @param note what was left out; empty for nothing
    public record Answer(List<String> columns, List<List<ResourcePage.Value>> rows, String text, String note) {}

    @Override
    public String title() {
        return "SPARQL";
    }
}
