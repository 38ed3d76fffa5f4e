// The forms in which the answer to a query can be written.
package org.quoin.sparql;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.JsonLd;
import org.quoin.model.Problem;

/// Tables (SELECT, ASK) and graphs (CONSTRUCT, DESCRIBE) have forms of their own.
@SuppressWarnings("ImmutableEnumChecker") // Jena does not annotate its formats, which never change.
public enum ResultFormat {
    JSON("application/sparql-results+json", ResultSetLang.RS_JSON, null),
    XML("application/sparql-results+xml", ResultSetLang.RS_XML, null),
    CSV("text/csv", ResultSetLang.RS_CSV, null),
    TSV("text/tab-separated-values", ResultSetLang.RS_TSV, null),
    /// For people's eyes, on a terminal.
    TABLE("text/plain", ResultSetLang.RS_Text, null),
    TURTLE("text/turtle", null, RDFFormat.TURTLE_PRETTY),
    JSONLD("application/ld+json", null, RDFFormat.JSONLD11),
    NTRIPLES("application/n-triples", null, RDFFormat.NTRIPLES_UTF8),
    RDFXML("application/rdf+xml", null, RDFFormat.RDFXML_PLAIN);

    private final String mediaType;
    private final @Nullable Lang table;
    private final @Nullable RDFFormat graph;

    ResultFormat(String mediaType, @Nullable Lang table, @Nullable RDFFormat graph) {
        this.mediaType = mediaType;
        this.table = table;
        this.graph = graph;
    }

    public String mediaType() {
        return mediaType;
    }

    /// Whether this form is for CONSTRUCT and DESCRIBE.
    public boolean isForGraphs() {
        return graph != null;
    }

    /// The forms for one sort of answer, the default first.
    public static List<ResultFormat> forGraphs(boolean graphs) {
        return Arrays.stream(values()).filter(f -> f.isForGraphs() == graphs).toList();
    }

    /// Reads a name as people write it: `json`, `CSV`, `turtle`.
    ///
    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) naming the formats
    public static ResultFormat named(String name) {
        return Arrays.stream(values())
                .filter(f -> f.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("there is no format «" + name + "»; the formats are "
                        + String.join(
                                ", ",
                                Arrays.stream(values())
                                        .map(f -> f.name().toLowerCase(Locale.ROOT))
                                        .toList())));
    }

    /// Writes a graph in this form.
    ///
    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) when this is a form for tables
    public void write(Graph content, OutputStream out) {
        if (this == JSONLD) {
            JsonLd.write(List.of(content), out);
        } else {
            RDFWriter.source(content).format(graph()).output(out);
        }
    }

    Lang table() {
        if (table == null) {
            throw Problem.invalid(name().toLowerCase(Locale.ROOT) + " is a form for CONSTRUCT and DESCRIBE; for a table"
                    + " take json, xml, csv, tsv or table");
        }
        return table;
    }

    RDFFormat graph() {
        if (graph == null) {
            throw Problem.invalid(name().toLowerCase(Locale.ROOT) + " is a form for SELECT and ASK; for a graph take"
                    + " turtle, jsonld, ntriples or rdfxml");
        }
        return graph;
    }
}
