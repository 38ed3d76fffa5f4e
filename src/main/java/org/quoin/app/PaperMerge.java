// Decides what something incoming is to the base: new, the same as what is there, or a new text of it.
package org.quoin.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import org.quoin.app.ImportReport.Effect;
import org.quoin.graph.GraphName;
import org.quoin.graph.GraphStore;
import org.quoin.graph.GraphStore.Same;
import org.quoin.graph.PaperRecord;
import org.quoin.graph.Revision;
import org.quoin.graph.SynthesisMapper;
import org.quoin.intake.Incoming;
import org.quoin.intake.SynthesisFile;
import org.quoin.model.Paper;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.Publication;
import org.quoin.model.Slugs;
import org.quoin.model.Synthesis;
import org.quoin.text.NormalisedText;
import org.quoin.text.SharedWords;

/// Reads the base and writes nothing. Only what a registered number says is certain: by a DOI or PubMed number
/// two files are one paper; by a title never.
final class PaperMerge {
    /// Share of words in a row from which two texts of one name are taken for two states of one text: a
    /// corrected text shares nearly all, texts that share only their file's name next to nothing.
    private static final double SAME_TEXT = 0.5;

    /// How many times as long as a record a text is that is taken for the paper itself, though its file does
    /// not say that it is an article.
    private static final int FULLER = 3;

    private static final int DIGITS_OF_NUMBER = 6;
    private static final int SHOWN_LOST = 20;
    private static final int SHOWN_WORDS = 60;

    private final GraphStore store;
    /// Names given to papers that are still to be written.
    private final Set<PaperId> taken;

    PaperMerge(GraphStore store, Set<PaperId> taken) {
        this.store = store;
        this.taken = taken;
    }

    /// What to write.
    ///
    /// @param about which graph it is about
    /// @param contents of this graph, and of others that change with it
    /// @param effect what it does, if it does anything
    /// @param duplicate what makes it a duplicate of this paper, or null when it is the paper itself
    record Decision(
            GraphName about,
            Map<GraphName, Graph> contents,
            Effect effect,
            @Nullable Same duplicate,
            List<String> notes) {
        Decision(PaperId paper, Graph content, Effect effect, @Nullable Same duplicate, List<String> notes) {
            this(new GraphName.OfPaper(paper), content, effect, duplicate, notes);
        }

        Decision(GraphName about, Graph content, Effect effect, @Nullable Same duplicate, List<String> notes) {
            this(about, Map.of(about, content), effect, duplicate, notes);
        }

        Optional<PaperId> paper() {
            return about instanceof GraphName.OfPaper(PaperId id) ? Optional.of(id) : Optional.empty();
        }
    }

    /// @throws org.quoin.model.ProblemException ([Problem.Conflict]) when it cannot be told whether a text
    ///     belongs to the paper whose name it has
    Decision decide(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Triples(GraphName about, Graph content, List<String> notes, boolean whole) ->
                new Decision(
                        about,
                        whole ? content : store.union(about, content),
                        store.contains(about) ? Effect.UPDATED : Effect.IMPORTED,
                        null,
                        notes);
            case Incoming.Evidence(PaperRecord record, List<String> notes) -> evidence(record, notes);
            case Incoming.Synthesised(SynthesisFile file) -> synthesised(file);
            case Incoming.Codings(PaperRecord record, List<String> notes) -> codings(record, notes);
            case Incoming.Text(PaperRecord record, boolean reference, List<String> notes) ->
                text(record, reference, notes);
        };
    }

    /// The synthesis becomes what the file says of it. Judgements that the file leaves as they are stay made in
    /// view of what was in view.
    private Decision synthesised(SynthesisFile file) {
        var name = new GraphName.OfSynthesis(file.id());
        var syntheses = new Syntheses(store);
        Synthesis fresh = syntheses.judged(file.resolve(store));
        return new Decision(
                name,
                new SynthesisMapper(store.iris()).toGraph(fresh),
                store.contains(name) ? Effect.UPDATED : Effect.IMPORTED,
                null,
                List.of(Syntheses.summary(fresh)));
    }

    /// The paper becomes what the file says of it, but what happened to it in the base is not undone: its earlier
    /// texts stay, and so does a retraction.
    private Decision evidence(PaperRecord fresh, List<String> notes) {
        Optional<PaperRecord> stored = store.paper(fresh.paper().id());
        PaperRecord record = stored.map(old -> keeping(old, fresh)).orElse(fresh);
        return new Decision(
                fresh.paper().id(),
                store.mapper().toGraph(record),
                stored.isPresent() ? Effect.UPDATED : Effect.IMPORTED,
                null,
                notes);
    }

    private static PaperRecord keeping(PaperRecord old, PaperRecord fresh) {
        boolean sameText = isSameText(old.text(), fresh.text());
        return new PaperRecord(
                fresh.paper().retracted(old.paper().retracted()),
                fresh.text(),
                Stream.concat(fresh.files().stream(), sameText ? old.files().stream() : Stream.empty())
                        .distinct()
                        .toList(),
                fresh.parts(),
                Stream.concat(old.earlier().stream(), Stream.of(old.text()))
                        .filter(text -> !isSameText(text, fresh.text()))
                        .toList(),
                fresh.codes(),
                fresh.items());
    }

    private Decision text(PaperRecord fresh, boolean reference, List<String> notes) {
        Graph content = store.mapper().toGraph(fresh);
        PaperId name = fresh.paper().id();
        Optional<PaperRecord> namesake = store.paper(name);
        if (namesake.isPresent() && isSamePaper(namesake.get(), fresh)) {
            return update(namesake.get(), fresh, reference, null, notes);
        }
        Optional<Same> same = store.sameAs(name, content);
        if (same.isPresent()) {
            PaperRecord known = store.paper(same.get().paper()).orElseThrow();
            return update(known, fresh.named(known.paper().id()), reference, same.get(), notes);
        }
        PaperId free = namesake.isPresent() || taken.contains(name) ? free(name) : name;
        var all = new ArrayList<>(notes);
        if (!free.equals(name)) {
            all.add("called " + free + ": " + name + " is another paper");
        }
        return new Decision(
                free,
                free.equals(name) ? content : store.mapper().toGraph(fresh.named(free)),
                Effect.IMPORTED,
                null,
                all);
    }

    /// The evidence joins what is stored; where the base has the paper with another text, its words are looked
    /// for there.
    private Decision codings(PaperRecord fresh, List<String> notes) {
        Graph content = store.mapper().toGraph(fresh);
        PaperId name = fresh.paper().id();
        Optional<PaperRecord> known = store.paper(name)
                .filter(namesake -> isSamePaper(namesake, fresh))
                .or(() -> store.sameAs(name, content).flatMap(same -> store.paper(same.paper())));
        if (known.isEmpty()) {
            PaperId free = store.contains(name) || taken.contains(name) ? free(name) : name;
            return new Decision(free, store.mapper().toGraph(fresh.named(free)), Effect.IMPORTED, null, notes);
        }
        PaperRecord stored = known.get();
        var moved = new MovedCodings(fresh.named(stored.paper().id()), stored);
        return new Decision(
                stored.paper().id(),
                store.edits(stored.paper().id())
                        .withEvidence(stored.with(stored.paper(), moved.items()), fresh.codes()),
                Effect.UPDATED,
                null,
                Stream.concat(notes.stream(), moved.notes().stream()).toList());
    }

    private static boolean isSameText(NormalisedText one, NormalisedText other) {
        return one.sha256().equals(other.sha256());
    }

    private static boolean isSamePaper(PaperRecord stored, PaperRecord fresh) {
        if (isSameText(stored.text(), fresh.text())) {
            return true;
        }
        return switch (Registered.compare(stored.paper(), fresh.paper())) {
            case SAME -> true;
            case DIFFERENT -> false;
            case UNKNOWN -> sameByWords(stored, fresh);
        };
    }

    private static boolean sameByWords(PaperRecord stored, PaperRecord fresh) {
        String title = stored.paper().title();
        String other = fresh.paper().title();
        boolean titlesKnown = title != null && other != null;
        if (title != null && other != null && NearDuplicates.key(title).equals(NearDuplicates.key(other))) {
            return true;
        }
        double shared = SharedWords.containment(stored.text(), fresh.text());
        if (shared < SAME_TEXT && !titlesKnown) {
            throw Problem.conflict(
                    "paper %s is in the base with another text and %d items, and only %.0f %% of the words are the same: import it under another file name, or with its evidence"
                            .formatted(stored.paper().id(), stored.items().size(), 100 * shared));
        }
        return shared >= SAME_TEXT;
    }

    /// The paper is known: its text may be new, and so may what is known of it.
    private Decision update(
            PaperRecord stored, PaperRecord fresh, boolean reference, @Nullable Same duplicate, List<String> notes) {
        boolean sameText = isSameText(stored.text(), fresh.text());
        boolean newText = !sameText && isWorthANewText(stored, fresh, reference || duplicate != null, reference);
        if (!newText) {
            var all = new ArrayList<>(notes);
            Same same = duplicate;
            if (!sameText && same == null && reference) {
                same = sharedWith(stored, fresh);
            }
            if (!sameText && same == null) {
                all.add("its text holds less than the one in the base, which stays");
            }
            // A search that is exported again every week would name another file each time.
            PaperRecord told = reference ? fresh.withoutFiles() : fresh;
            return new Decision(
                    stored.paper().id(), store.edits(stored.paper().id()).completedBy(told), Effect.UPDATED, same, all);
        }
        Revision revision = store.revised(fresh);
        var all = new ArrayList<>(notes);
        all.add("a new text of the paper; the earlier one is kept" + told(revision));
        revision.lost().stream()
                .limit(SHOWN_LOST)
                .forEach(lost -> all.add("lost: «" + shortened(lost.quotation().exact()) + "» (" + lost.why() + ")"));
        return new Decision(new GraphName.OfPaper(stored.paper().id()), revision.contents(), Effect.UPDATED, null, all);
    }

    private @Nullable Same sharedWith(PaperRecord stored, PaperRecord fresh) {
        return GraphStore.sharedIdentity(
                        store.graph(stored.paper().id()), store.mapper().toGraph(fresh))
                .map(by -> new Same(stored.paper().id(), by))
                .orElse(null);
    }

    private static String told(Revision revision) {
        int carried = revision.carried().size();
        int lost = revision.lost().size();
        return carried + lost == 0
                ? ""
                : "; of its quotations " + carried + " stand in the new text"
                        + (lost == 0 ? "" : ", " + lost + (lost == 1 ? " is lost" : " are lost"));
    }

    private static String shortened(String words) {
        return words.length() <= SHOWN_WORDS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, SHOWN_WORDS / 2)) + "…";
    }

    /// @param elsewhere whether it is known under another name, or from another source
    /// @param reference whether it is a record of a database, which has at most the abstract: it only ever adds
    ///     to another one
    private static boolean isWorthANewText(
            PaperRecord stored, PaperRecord fresh, boolean elsewhere, boolean reference) {
        if (!elsewhere) {
            return isArticle(fresh) || !isArticle(stored);
        }
        int length = fresh.text().codePointLength();
        int storedLength = stored.text().codePointLength();
        if (reference) {
            return length > storedLength && SharedWords.containment(stored.text(), fresh.text()) == 1;
        }
        boolean whole = isArticle(fresh) || length > FULLER * storedLength;
        return whole && length > storedLength && !isArticle(stored);
    }

    private static boolean isArticle(PaperRecord record) {
        return record.paper().type().equals("article");
    }

    private PaperId free(PaperId name) {
        String start = Slugs.of(name.value(), Slugs.MAX_LENGTH - DIGITS_OF_NUMBER);
        for (int i = 2; ; i++) {
            var free = new PaperId(start + "-" + i);
            if (!taken.contains(free) && !store.contains(free)) {
                return free;
            }
        }
    }

    /// What registered numbers say of two papers.
    private enum Registered {
        SAME,
        DIFFERENT,
        UNKNOWN;

        static Registered compare(Paper one, Paper other) {
            Publication first = one.publication();
            Publication second = other.publication();
            List<Registered> all = List.of(
                    compare(one.doi(), other.doi()),
                    compare(first.pmid(), second.pmid()),
                    compare(first.pmcid(), second.pmcid()));
            return all.contains(SAME) ? SAME : all.contains(DIFFERENT) ? DIFFERENT : UNKNOWN;
        }

        private static Registered compare(@Nullable String one, @Nullable String other) {
            return one == null || other == null ? UNKNOWN : Objects.equals(one, other) ? SAME : DIFFERENT;
        }
    }
}
