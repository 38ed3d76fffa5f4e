// What all reports say in the same words: where they come from, whose words they give, what they leave out.
package org.quoin.app.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quoin.app.export.References;
import org.quoin.app.export.report.Block;
import org.quoin.app.export.report.Run;
import org.quoin.graph.Iris;
import org.quoin.model.Paper;
import org.quoin.model.Span;

final class ReportParts {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    private ReportParts() {}

    /// @param sequence commit sequence number of the state that everything was read from
    static Block origin(Instant at, long sequence) {
        return Block.Paragraph.of("Made with Quoin on " + MINUTE.format(at) + " from state " + sequence
                + " of its base. Words in quotation marks or set off as quotes are the sources’ own: each is an exact"
                + " slice of the stored text of its paper. The two numbers behind a quote are its place in that text, in"
                + " characters (Unicode code points), from the first and up to, not including, the last. Nothing here"
                + " was written by a machine but fixed phrases and counts.");
    }

    static List<Block> leftOut(List<String> notes) {
        return List.of(
                new Block.Heading(2, "What was left out"),
                notes.isEmpty() ? Block.Paragraph.of("Nothing was left out.") : Block.Bullets.of(notes));
    }

    static List<Block> references(References references) {
        Block.References list = references.list();
        return list.entries().isEmpty() ? List.of() : List.of(new Block.Heading(2, "References"), list);
    }

    static Run.Words words(Iris iris, Paper paper, String textSha256, Span span, String exact) {
        return new Run.Words(exact, iris.quotation(paper.id(), textSha256, span).getURI(), paper.language());
    }

    /// `Okafor, 2021, Results, 812–845`.
    ///
    /// @param section heading of the part it stands in, or null
    /// @param lost whether it stands in an earlier text only
    static List<Run> place(Run.Citation citation, @Nullable String section, Span span, boolean lost) {
        return List.of(
                citation,
                text((section == null ? "" : ", " + section) + ", " + span.start() + "–" + span.end()
                        + (lost ? ", in an earlier text of the paper only" : "")));
    }

    static Run text(String words) {
        return new Run.Text(words);
    }

    /// Some runs after others.
    @SafeVarargs
    static List<Run> line(List<? extends Run>... parts) {
        var line = new ArrayList<Run>();
        for (List<? extends Run> part : parts) {
            line.addAll(part);
        }
        return line;
    }

    static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String counted(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
