// The code sets of an EPPI-Reviewer export: a set is a folder, its attributes are codes.
package org.quoin.intake.coding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.coding.CodingNote.What;
import org.quoin.intake.document.Tally;
import tools.jackson.databind.JsonNode;

/// The number of an attribute is the id of its code; that of a set has `set-` before it.
final class EppiCodes {
    private final Tally<What> tally;
    private final List<Code> codes = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    EppiCodes(Tally<What> tally) {
        this.tally = tally;
    }

    void addSet(JsonNode set) {
        String name = EppiReader.words(set, "SetName");
        String id = claim("set-" + EppiReader.words(set, "SetId"));
        codes.add(new Code(id, null, name.isEmpty() ? id : name, description(set, "SetDescription"), null, false));
        addAttributes(set, id);
    }

    List<Code> all() {
        return List.copyOf(codes);
    }

    boolean has(String id) {
        return ids.contains(id);
    }

    private void addAttributes(JsonNode parent, String parentId) {
        for (JsonNode attribute : parent.path("Attributes").path("AttributesList")) {
            String id = claim(EppiReader.words(attribute, "AttributeId"));
            String name = EppiReader.words(attribute, "AttributeName");
            codes.add(new Code(
                    id,
                    parentId,
                    name.isEmpty() ? id : name,
                    description(attribute, "AttributeSetDescription", "AttributeDescription"),
                    null,
                    !EppiReader.words(attribute, "AttributeType").startsWith("Not selectable")));
            addAttributes(attribute, id);
        }
    }

    /// An attribute may stand in several sets; codings name it by its number alone, and so mean the first.
    private String claim(String id) {
        if (ids.add(id)) {
            return id;
        }
        tally.add(What.DUPLICATE_ID, "code " + id);
        int number = 2;
        while (!ids.add(id + "-" + number)) {
            number++;
        }
        return id + "-" + number;
    }

    private static @Nullable String description(JsonNode node, String... names) {
        String words = Stream.of(names)
                .map(name -> EppiReader.words(node, name))
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n\n"));
        return words.isEmpty() ? null : words;
    }
}
