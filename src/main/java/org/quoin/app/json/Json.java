// Writes views as JSON: properties in the order of the record, null written out.
package org.quoin.app.json;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            // A reader expects id first and not after "fictional".
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private Json() {}

    /// Indented, because people read it too and compression takes the blanks out again.
    public static String write(Object view) {
        return MAPPER.writeValueAsString(view);
    }
}
