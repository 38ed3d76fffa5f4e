// An empty table of evidence, one row a quote, for people who code in a spreadsheet.
package org.quoin.app.export;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quoin.graph.Vocabulary;
import org.quoin.graph.Vocabulary.Scheme;
import org.quoin.intake.coding.CodingFormat;
import org.quoin.intake.coding.Column;
import org.quoin.intake.coding.TableWriter;
import org.quoin.model.Agent;

public final class EvidenceTemplate {
    /// Whose concepts a column takes.
    private static final Map<Column, String> SCHEMES = Map.of(
            Column.LEVEL, "level",
            Column.FACTOR, "factor",
            Column.FACET, "facet",
            Column.VOICE, "voice",
            Column.STATE, "curation-state");

    private EvidenceTemplate() {}

    public static byte[] of(Vocabulary vocabulary, boolean xlsx) {
        var allowed = new EnumMap<Column, List<String>>(Column.class);
        allowed.put(
                Column.KIND,
                vocabulary.kinds().stream().map(info -> info.kind().key()).toList());
        allowed.put(
                Column.CODER_TYPE,
                Arrays.stream(Agent.Type.values())
                        .map(type -> type.name().toLowerCase(Locale.ROOT))
                        .toList());
        SCHEMES.forEach((column, name) -> {
            Scheme scheme = vocabulary.schemes().get(name);
            if (scheme != null) {
                allowed.put(
                        column,
                        scheme.concepts().stream()
                                .map(concept -> concept.ref().key())
                                .toList());
            }
        });
        return TableWriter.template(xlsx ? CodingFormat.XLSX : CodingFormat.CSV, allowed);
    }
}
