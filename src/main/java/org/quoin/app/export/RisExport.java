// Papers as a bibliography in RIS, which every reference manager and screening tool reads.
package org.quoin.app.export;

import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.GraphStore;
import org.quoin.model.Paper;
import org.quoin.model.PaperId;
import org.quoin.model.Publication;

/// The tags are those of EndNote and Zotero; the PubMed number stands as the number in its database, that of
/// PubMed Central where EndNote puts it. Lines end as RIS says, with CR LF.
final class RisExport {
    private RisExport() {}

    static void write(GraphStore store, List<PaperId> papers, OutputStream out) {
        Bibliography.write(store, papers, out, "", RisExport::entry);
    }

    private static String entry(Paper paper, @Nullable String words) {
        Publication publication = paper.publication();
        Tags tags = new Tags();
        tags.add("TY", publication.container() == null ? "GEN" : "JOUR");
        paper.authors().forEach(name -> tags.add("AU", author(AuthorName.of(name))));
        tags.add("PY", paper.year() == null ? null : paper.year().toString());
        tags.add("TI", paper.title());
        tags.add("T2", publication.container());
        tags.add("VL", publication.volume());
        tags.add("IS", publication.issue());
        if (publication.pages() != null) {
            String[] pages = Bibliography.pages(publication.pages());
            tags.add("SP", pages[0]);
            tags.add("EP", pages.length > 1 ? pages[1] : null);
        }
        tags.add("DO", paper.doi());
        if (publication.pmid() != null) {
            tags.add("AN", publication.pmid());
            tags.add("DB", "PubMed");
        }
        tags.add("C2", publication.pmcid());
        tags.add("LA", paper.language());
        publication.keywords().forEach(keyword -> tags.add("KW", keyword));
        tags.add("AB", words);
        tags.add("N1", paper.fictional() ? "Fictional: written for demonstration" : null);
        tags.add("ID", paper.id().value());
        return tags.lines.append("ER  - \r\n").toString();
    }

    /// A group's name ends in a comma, or has its own first comma doubled, so that EndNote does not divide it.
    private static String author(AuthorName author) {
        return switch (author) {
            case AuthorName.Person(String family, String given, String suffix) ->
                family + ", " + given + (suffix.isEmpty() ? "" : ", " + suffix);
            case AuthorName.Whole(String name, boolean group) -> {
                if (!group) {
                    yield name;
                }
                yield name.indexOf(',') < 0 ? name + "," : name.replaceFirst(",", ",,");
            }
        };
    }

    private static final class Tags {
        private final StringBuilder lines = new StringBuilder();

        private void add(String tag, @Nullable String value) {
            if (value != null) {
                lines.append(tag)
                        .append("  - ")
                        .append(Bibliography.line(value))
                        .append("\r\n");
            }
        }
    }
}
