// Recognises the files that travel with an article in a manuscript package (MECA) and hold no paper.
package org.quoin.intake.document;

import java.util.Map;
import java.util.Optional;

final class PackageFileReader implements DocumentReader {
    private static final Map<String, String> BY_ROOT = Map.of(
            "manifest", "the list of files of a manuscript package (MECA)",
            "transfer", "the delivery note of a manuscript package (MECA)",
            "directives", "processing instructions of a manuscript package (HighWire)");

    @Override
    public String name() {
        return "manuscript package file";
    }

    @Override
    public boolean recognises(Source source) {
        String head = source.head();
        return what(source).isPresent()
                && (head.contains("manuscriptexchange.org")
                        || head.contains("highwire.org")
                        || head.contains("HIGHWIRE"));
    }

    @Override
    public Reading read(Source source, Budget budget) {
        Xml.parse(source, budget, new Notes());
        return new Reading.NotAPaper(what(source).orElseThrow());
    }

    private static Optional<String> what(Source source) {
        return Xml.rootName(source).map(BY_ROOT::get);
    }
}
