// Codes that stand by themselves, before they are tied to words.
package org.quoin.model;

import java.util.List;

/// @param name what it is called
/// @param file what it was read from
/// @param codes by id
public record Codebook(CodebookId id, String name, SourceFile file, List<Code> codes) {
    public Codebook {
        codes = List.copyOf(codes);
    }
}
