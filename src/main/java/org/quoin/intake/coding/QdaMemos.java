// The memos of a REFI-QDA project, found by what they are about.
package org.quoin.intake.coding;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.coding.CodingNote.What;
import org.quoin.intake.document.Tally;
import org.quoin.intake.document.XmlElement;

/// What a coder wrote about a selection stands in the selection itself, in a memo it names (MAXQDA,
/// ATLAS.ti), or in a memo that a link ties to it (NVivo).
final class QdaMemos {
    private final QdaTexts texts;
    private final Tally<What> tally;
    private final Map<String, XmlElement> memos = new LinkedHashMap<>();

    /// Ids of memos by the id of what a link ties them to; a link is taken out when it has been followed.
    private final Map<String, Set<String>> linked = new HashMap<>();

    private final Set<String> used = new LinkedHashSet<>();

    QdaMemos(XmlElement project, QdaTexts texts, Tally<What> tally) {
        this.texts = texts;
        this.tally = tally;
        project.all("Notes", "Note").forEach(memo -> memos.putIfAbsent(guid(memo, "guid"), memo));
        project.all("Links", "Link").forEach(this::link);
    }

    private void link(XmlElement link) {
        String origin = guid(link, "originGUID");
        String target = guid(link, "targetGUID");
        if (memos.containsKey(origin)) {
            linked.computeIfAbsent(target, key -> new LinkedHashSet<>()).add(origin);
        } else if (memos.containsKey(target)) {
            linked.computeIfAbsent(origin, key -> new LinkedHashSet<>()).add(target);
        } else {
            tally.add(What.LINK, link.attribute("name"));
        }
    }

    /// All that was written about a selection, a paragraph a memo; null for nothing.
    @Nullable
    String about(XmlElement selection) {
        Set<String> ids = selection
                .children("NoteRef")
                .map(reference -> guid(reference, "targetGUID"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> tied = linked.remove(guid(selection, "guid"));
        if (tied != null) {
            ids.addAll(tied);
        }
        List<String> words = Stream.concat(
                        Stream.ofNullable(QdaReader.description(selection)),
                        ids.stream().map(this::words).filter(Objects::nonNull))
                .toList();
        return words.isEmpty() ? null : String.join("\n\n", words);
    }

    private @Nullable String words(String id) {
        XmlElement memo = memos.get(id);
        if (memo == null) {
            return null;
        }
        used.add(id);
        return Stream.of(QdaReader.value(memo, "name"), QdaReader.description(memo), texts.words(memo))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("\n"), words -> words.isBlank() ? null : words));
    }

    /// To be called when everything else is read.
    void countUnused() {
        linked.values().forEach(ids -> tally.add(What.LINK, ids.size(), ""));
        memos.forEach((id, memo) -> {
            if (!used.contains(id)) {
                tally.add(What.MEMO, memo.attribute("name"));
            }
        });
    }

    private static String guid(XmlElement element, String attribute) {
        return Guids.canonical(element.attribute(attribute));
    }
}
