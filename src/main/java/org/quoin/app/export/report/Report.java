// A document for people: a title and what stands below it.
package org.quoin.app.export.report;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Its fixed words are British English. Whatever a citation names must stand in its list of references.
///
/// @param madeAt when what it says was read from the base
public record Report(String title, Instant madeAt, List<Block> blocks) {
    static final String LANGUAGE = "en-GB";
    static final String MAKER = "Quoin";

    public Report {
        if (runs(blocks).anyMatch(run -> Characters.isUnwritable(run.text()))) {
            blocks = Stream.concat(
                            blocks.stream(),
                            Stream.of(Block.Paragraph.of("A character that a document cannot hold stands here as "
                                    + Characters.REPLACEMENT + ".")))
                    .toList();
        }
        blocks = List.copyOf(blocks);
    }

    private static Stream<Run> runs(List<Block> blocks) {
        return blocks.stream().flatMap(Block::runs);
    }

    List<Block.Reference> references() {
        return blocks.stream()
                .flatMap(block -> block instanceof Block.References list ? list.entries().stream() : Stream.empty())
                .toList();
    }
}
