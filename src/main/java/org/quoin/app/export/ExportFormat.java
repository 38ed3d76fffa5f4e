// The forms in which the base can be written out.
package org.quoin.app.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.quoin.model.Problem;

public enum ExportFormat {
    /// One named graph a paper, synthesis and codebook; importing it gives the same base.
    TRIG("application/trig", "trig"),
    /// All triples in one graph.
    TURTLE("text/turtle", "ttl"),
    /// The same as JSON, with Quoin's context.
    JSONLD("application/ld+json", "jsonld"),
    /// One row a quote, for spreadsheets and notebooks.
    CSV("text/csv", "csv"),
    /// The same as an Excel workbook.
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    /// A collection of W3C Web Annotations, one a coding, for annotation clients.
    ANNOTATIONS("application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"", "anno.jsonld"),
    /// A project for other tools of qualitative analysis; importing it gives the same papers.
    REFI_QDA("application/zip", "qdpx"),
    /// A nanopublication for each item that reviewers have accepted.
    NANOPUB("application/trig", "nanopub.trig"),
    /// The bibliography of the papers, for reference managers and screening tools.
    RIS("application/x-research-info-systems", "ris"),
    /// The bibliography of the papers, for LaTeX.
    BIBTEX("application/x-bibtex", "bib");

    private final String mediaType;
    private final String extension;

    ExportFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /// Media type, with its parameters but for the character set, which is always UTF-8.
    public String mediaType() {
        return mediaType;
    }

    /// How a file's name ends, without the dot before it.
    public String extension() {
        return extension;
    }

    /// How people name it: `refi-qda`.
    public String formatName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) naming the formats
    public static ExportFormat named(String name) {
        List<String> names =
                Arrays.stream(values()).map(ExportFormat::formatName).toList();
        int at = names.indexOf(name.toLowerCase(Locale.ROOT));
        if (at < 0) {
            throw Problem.invalid(
                    "there is no export format «" + name + "»; the formats are " + String.join(", ", names));
        }
        return values()[at];
    }
}
