// Turns what the base knows into the words, tags and links that several pages share.
package org.quoin.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.quoin.app.Labels;
import org.quoin.app.PaperSummary;
import org.quoin.app.Quoin;
import org.quoin.graph.PaperRecord;
import org.quoin.graph.Vocabulary;
import org.quoin.graph.Vocabulary.Concept;
import org.quoin.graph.Vocabulary.KindInfo;
import org.quoin.graph.Vocabulary.Scheme;
import org.quoin.model.ConceptRef;
import org.quoin.model.EvidenceItem;
import org.quoin.model.Kind;
import org.quoin.web.page.KindCount;
import org.quoin.web.page.PaperCard;
import org.quoin.web.page.StudyRef;
import org.quoin.web.page.Tag;

final class Show {
    private final Vocabulary vocabulary;

    Show(Quoin quoin) {
        vocabulary = quoin.vocabulary();
    }

    List<Tag> tags(Collection<ConceptRef> concepts) {
        return concepts.stream().distinct().map(this::tag).toList();
    }

    Tag tag(ConceptRef ref) {
        Optional<Concept> concept = vocabulary.concept(ref);
        String definition = concept.map(Concept::definition).orElse("");
        return new Tag(
                label(ref),
                Optional.ofNullable(vocabulary.schemes().get(ref.scheme()))
                        .map(Scheme::label)
                        .orElse(ref.scheme()),
                definition,
                Urls.search(ref));
    }

    String label(ConceptRef ref) {
        return vocabulary.concept(ref).map(Concept::label).orElse(ref.key());
    }

    KindInfo kind(Kind kind) {
        return vocabulary.kind(kind);
    }

    /// The name of a kind where it stands alone.
    String name(Kind kind) {
        String label = vocabulary.kind(kind).label();
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }

    /// The name of a kind after a number.
    private static String counted(KindInfo info, long count) {
        String label = count == 1 ? info.label() : info.pluralLabel();
        return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }

    /// How many there are of each kind that occurs, in the ontology's order.
    List<KindCount> kinds(Map<String, Long> counts) {
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
        return vocabulary.kinds().stream()
                .filter(info -> counts.containsKey(info.kind().key()))
                .map(info -> {
                    String key = info.kind().key();
                    long count = counts.getOrDefault(key, 0L);
                    return new KindCount(
                            key,
                            info.pluralLabel(),
                            counted(info, count),
                            info.definition(),
                            count,
                            (int) Math.max(1, 100 * count / most),
                            Urls.search("kind", key));
                })
                .toList();
    }

    PaperCard card(PaperSummary paper) {
        return new PaperCard(
                new StudyRef(
                        paper.label(),
                        paper.title() == null,
                        Urls.paper(paper.id()),
                        paper.fictional(),
                        Objects.requireNonNullElse(paper.retracted(), "")),
                paper.total(),
                kinds(paper.items()),
                tags(paper.concepts()));
    }

    StudyRef study(PaperRecord record) {
        return new StudyRef(
                Labels.of(record),
                record.paper().title() == null,
                Urls.paper(record.paper().id()),
                record.paper().fictional(),
                Objects.requireNonNullElse(record.paper().retracted(), ""));
    }

    List<Tag> itemTags(EvidenceItem item) {
        return tags(item.concepts().toList());
    }

    /// Numbers as people write them, with the noun that fits.
    static String count(long number, String one, String several) {
        return "%,d %s".formatted(number, number == 1 ? one : several);
    }
}
