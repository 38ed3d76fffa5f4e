// A claim of a study, with the paper that its words stand in.
package org.quoin.synthesis;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.PaperRecord;
import org.quoin.model.ConceptRef;
import org.quoin.model.EvidenceItem;
import org.quoin.model.ItemId;
import org.quoin.model.Quotation;
import org.quoin.model.Sha256;
import org.quoin.model.StudyId;

/// @param paper the paper with its text and evidence
/// @param item one of its items
public record StudyClaim(PaperRecord paper, EvidenceItem item) {
    public ItemId id() {
        return item.id();
    }

    public StudyId study() {
        return item.study();
    }

    /// Why its paper is retracted; null when it is not.
    public @Nullable String retracted() {
        return paper.paper().retracted();
    }

    /// Whether it counts: its paper stands and nobody has rejected its coding.
    public boolean counts() {
        return retracted() == null && !item.state().equals("rejected");
    }

    /// All its words, those that illustrate it among them.
    public Stream<Quotation> quotations() {
        return Stream.concat(item.quotations().stream(), item.illustrations().stream());
    }

    /// Whether it can be brought into a category: it says something of the matter, and not of how it was studied.
    public boolean isTranslatable() {
        return switch (item.kind().key()) {
            case "theme", "enabler", "barrier", "finding", "lesson" -> true;
            default -> false;
        };
    }

    public boolean isAbout(ConceptRef factor) {
        return item.factors().contains(factor);
    }

    /// Digest of what whoever judges the claim goes by. Where its words stand in the text is left out: a new
    /// version of a text that carries the words over changes nothing.
    ///
    /// @param counted whether a finding rests on it
    String state(boolean counted) {
        return Sha256.hex(Stream.of(
                        Stream.of(
                                Boolean.toString(counted),
                                item.kind().key(),
                                study().value(),
                                String.valueOf(item.statement()),
                                Boolean.toString(counts())),
                        item.concepts().sorted().map(ConceptRef::toString),
                        quotations().map(words -> words.voice() + " " + paper.isLost(words) + " " + words.exact()))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n")));
    }
}
