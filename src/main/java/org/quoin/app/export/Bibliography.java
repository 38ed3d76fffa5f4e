// What the two forms of a bibliography share: the papers one by one, and the abstract of each.
package org.quoin.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.GraphStore;
import org.quoin.graph.PaperRecord;
import org.quoin.model.Paper;
import org.quoin.model.PaperId;
import org.quoin.model.Span;
import org.quoin.model.TextPart;
import org.quoin.text.Section;

final class Bibliography {
    private static final String ABSTRACT = "http://purl.org/spar/doco/Abstract";
    private static final String TITLE = "http://purl.org/spar/doco/Title";
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Bibliography() {}

    /// Makes an entry of a paper.
    interface Entry {
        /// @param words of its abstract, in one line; null where the text does not say which they are
        String of(Paper paper, @Nullable String words);
    }

    /// Writes the entries of papers, in UTF-8, a blank line between them.
    ///
    /// @param head what stands before them
    static void write(GraphStore store, List<PaperId> papers, OutputStream out, String head, Entry entry) {
        try {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write(head);
            for (PaperId id : papers) {
                Optional<PaperRecord> record = store.paper(id);
                if (record.isPresent()) {
                    writer.write(entry.of(
                            record.get().paper(), abstractOf(record.get()).orElse(null)));
                    writer.write("\n");
                }
            }
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the bibliography could not be written", e);
        }
    }

    /// The one part that is the abstract, or the one section that is headed so; of a paper that is an abstract,
    /// all but its title.
    private static Optional<String> abstractOf(PaperRecord record) {
        List<Span> marked = record.parts().stream()
                .filter(part -> part.isA(ABSTRACT))
                .map(TextPart::span)
                .toList();
        List<Span> headed = record.sections().stream()
                .filter(section -> section.heading().strip().matches("(?i)abstract[:.]?"))
                .map(Section::body)
                .toList();
        List<Span> found = marked.isEmpty() ? headed : marked;
        if (found.size() == 1) {
            return Optional.of(line(record.text().slice(found.getFirst())));
        }
        boolean allOfIt = found.isEmpty()
                && record.paper().type().equals("abstract")
                && record.parts().stream().noneMatch(part -> part.isA(TITLE));
        return allOfIt ? Optional.of(line(record.text().value())) : Optional.empty();
    }

    /// Words in one line.
    static String line(String words) {
        return SPACE.matcher(words).replaceAll(" ").strip();
    }

    /// First and last page where that is what they are; otherwise all as the first.
    static String[] pages(String pages) {
        int hyphen = pages.indexOf('-');
        boolean range = hyphen > 0 && hyphen == pages.lastIndexOf('-') && hyphen < pages.length() - 1;
        return range ? new String[] {pages.substring(0, hyphen), pages.substring(hyphen + 1)} : new String[] {pages};
    }
}
