// Syntheses: what people make of the studies together, a step at a time.
package org.quoin.app;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.Change;
import org.quoin.graph.Commit;
import org.quoin.graph.GraphName;
import org.quoin.graph.GraphStore;
import org.quoin.graph.SynthesisMapper;
import org.quoin.intake.SynthesisFile;
import org.quoin.model.Agent;
import org.quoin.model.ItemId;
import org.quoin.model.Problem;
import org.quoin.model.Synthesis;
import org.quoin.model.SynthesisId;
import org.quoin.synthesis.Claims;
import org.quoin.synthesis.CurrentClaims;
import org.quoin.synthesis.LookAgain;
import org.quoin.synthesis.Suggestions;
import org.quoin.synthesis.Suggestions.Likeness;
import org.quoin.synthesis.Suggestions.Suggestion;
import org.quoin.synthesis.WorkSheet;

/// Every step goes through the write door as a whole: what would leave a category with one study, or a judgement
/// without a reason, is refused with its name.
public final class Syntheses {
    private final GraphStore store;
    private final SynthesisMapper mapper;
    private final CurrentClaims claims;
    private volatile SoftReference<Known> last = new SoftReference<>(null);

    /// What was read in one state of the base, and made of it. Given up when memory gets short, as claims are.
    ///
    /// @param sequence commit sequence number of the state
    private record Known(
            long sequence,
            ConcurrentMap<SynthesisId, Synthesis> syntheses,
            ConcurrentMap<SynthesisId, List<Suggestion>> suggestions,
            ConcurrentMap<FindingKey, WorkSheet> sheets,
            ConcurrentMap<FindingKey, List<LookAgain>> changes) {
        static Known nothing(long sequence) {
            return new Known(
                    sequence,
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>());
        }
    }

    private record FindingKey(SynthesisId synthesis, String finding) {}

    Syntheses(GraphStore store) {
        this.store = store;
        this.mapper = new SynthesisMapper(store.iris());
        this.claims = new CurrentClaims(store);
    }

    /// By id.
    public List<Synthesis> all() {
        return store.graphs().stream()
                .flatMap(name ->
                        name instanceof GraphName.OfSynthesis(SynthesisId id) ? find(id).stream() : Stream.empty())
                .toList();
    }

    public Optional<Synthesis> find(SynthesisId id) {
        return known(known -> {
            Synthesis read = known.syntheses().get(id);
            if (read != null) {
                return Optional.of(read);
            }
            Optional<Synthesis> there = mapper.fromGraph(id, store.graph(new GraphName.OfSynthesis(id)));
            there.ifPresent(synthesis -> known.syntheses().put(id, synthesis));
            return there;
        });
    }

    /// @throws org.quoin.model.ProblemException ([Problem.NotFound])
    public Synthesis get(SynthesisId id) {
        return find(id).orElseThrow(() -> Problem.notFound("there is no synthesis «" + id + "» in the base"));
    }

    /// The claims of the base as they are now.
    public Claims claims() {
        return claims.get();
    }

    /// What the base knows that bears on the confidence in a finding.
    ///
    /// @throws org.quoin.model.ProblemException ([Problem.NotFound])
    public WorkSheet workSheet(SynthesisId id, String finding) {
        return known(known -> known.sheets().computeIfAbsent(new FindingKey(id, finding), absent -> {
            Synthesis synthesis = get(id);
            return WorkSheet.of(synthesis, finding(synthesis, finding), claims());
        }));
    }

    /// What has changed beneath a finding since it was judged; nothing where there is no such finding.
    public List<LookAgain> lookAgain(SynthesisId id, String finding) {
        return known(known -> known.changes()
                .computeIfAbsent(
                        new FindingKey(id, finding),
                        absent -> find(id).stream()
                                .flatMap(synthesis -> synthesis.finding(finding).stream()
                                        .flatMap(judged -> LookAgain.at(synthesis, judged, claims()).stream()))
                                .toList()));
    }

    /// What might belong together and is not translated yet.
    ///
    /// @throws org.quoin.model.ProblemException ([Problem.NotFound])
    List<Suggestion> suggestions(SynthesisId id, Likeness likeness) {
        return known(known -> known.suggestions()
                .computeIfAbsent(
                        id,
                        absent -> new Suggestions(
                                        get(absent),
                                        claims(),
                                        factor -> store.vocabulary()
                                                .require(factor)
                                                .label(),
                                        likeness)
                                .all()));
    }

    private <T> T known(Function<Known, T> body) {
        return store.read(snapshot -> {
            @Nullable Known known = last.get();
            if (known == null || known.sequence() != snapshot.sequence()) {
                known = Known.nothing(snapshot.sequence());
                last = new SoftReference<>(known);
            }
            return body.apply(known);
        });
    }

    /// In the form that people write by hand and that can be imported again.
    ///
    /// @throws org.quoin.model.ProblemException ([Problem.NotFound])
    public String yaml(SynthesisId id) {
        return SynthesisFile.write(get(id), store);
    }

    /// @throws org.quoin.model.ProblemException ([Problem.Conflict]) when there is one of that name
    public Commit create(SynthesisId id, String title, Agent by) {
        if (find(id).isPresent()) {
            throw Problem.conflict("there is a synthesis «" + id + "» already: choose another name");
        }
        return write(new Synthesis(
                id, required("title", title), null, by, List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    /// The synthesis becomes what a file in the form of [#yaml] says of it.
    ///
    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) when the file is of another synthesis, is
    ///     not in the form or breaks a rule
    public Commit put(SynthesisId id, String yaml) {
        SynthesisFile file = SynthesisFile.read("the synthesis", yaml);
        if (!file.id().equals(id)) {
            throw Problem.invalid("it calls itself «" + file.id() + "» and is put where «" + id + "» stands");
        }
        return write(judged(file.resolve(store)));
    }

    /// @throws org.quoin.model.ProblemException ([Problem.NotFound])
    public Commit rename(SynthesisId id, String title) {
        return write(get(id).called(required("title", title)));
    }

    /// @throws org.quoin.model.ProblemException ([Problem.NotFound])
    public Commit delete(SynthesisId id) {
        get(id);
        return store.apply(new Change(store.iris()).remove(new GraphName.OfSynthesis(id)));
    }

    /// Translates claims into a category; one that is not there yet is made, and needs a label, a definition and
    /// claims of two studies.
    ///
    /// @param label of a new category; null for one that is there
    /// @param definition of a new category; null for one that is there
    /// @throws org.quoin.model.ProblemException ([Problem.NotFound]); ([Problem.Invalid]) naming each broken rule
    public Commit translate(
            SynthesisId id, String category, @Nullable String label, @Nullable String definition, List<ItemId> claims) {
        Synthesis synthesis = get(id);
        if (claims.isEmpty()) {
            throw Problem.invalid("nothing is chosen to be translated: name at least one claim (PAPER/NAME)");
        }
        Synthesis.Category changed = synthesis
                .category(category)
                .map(there -> new Synthesis.Category(
                        there.name(),
                        given(label).orElse(there.label()),
                        given(definition).orElse(there.definition()),
                        there.broader(),
                        Stream.concat(there.claims().stream(), claims.stream()).toList()))
                .orElseGet(() -> new Synthesis.Category(
                        category,
                        required("label of the new category", label),
                        required("definition of the new category", definition),
                        null,
                        claims));
        return write(synthesis.withCategories(
                with(synthesis.categories(), changed, each -> each.name().equals(category))));
    }

    /// Takes the translation of a claim into a category back.
    ///
    /// @throws org.quoin.model.ProblemException ([Problem.NotFound]); ([Problem.Invalid]) when too little would
    ///     be left of the category
    public Commit takeBack(SynthesisId id, String category, ItemId claim) {
        Synthesis synthesis = get(id);
        Synthesis.Category there = synthesis
                .category(category)
                .filter(each -> each.claims().contains(claim))
                .orElseThrow(() -> Problem.notFound(
                        "the claim " + claim + " is not translated into a category «" + category + "» of " + id));
        var less = new Synthesis.Category(
                there.name(),
                there.label(),
                there.definition(),
                there.broader(),
                there.claims().stream().filter(each -> !each.equals(claim)).toList());
        return write(synthesis.withCategories(
                with(synthesis.categories(), less, each -> each.name().equals(category))));
    }

    /// States a finding over categories, or states it otherwise; its assessment stays and is marked to be
    /// looked at again.
    ///
    /// @throws org.quoin.model.ProblemException ([Problem.NotFound]); ([Problem.Invalid]) naming each broken
    ///     rule
    public Commit state(SynthesisId id, String finding, String statement, List<String> categories) {
        Synthesis synthesis = get(id);
        for (String category : categories) {
            if (synthesis.category(category).isEmpty()) {
                throw Problem.notFound("there is no category «" + category + "» in synthesis " + id);
            }
        }
        Optional<Synthesis.Finding> before = synthesis.finding(finding);
        var stated = new Synthesis.Finding(
                finding,
                required("statement", statement),
                categories,
                before.map(Synthesis.Finding::claims).orElse(List.of()),
                before.map(Synthesis.Finding::confidence).orElse(null));
        return write(synthesis.withFindings(
                with(synthesis.findings(), stated, each -> each.name().equals(finding))));
    }

    /// Judges how far a synthesised finding can be relied on, in view of what the base holds now.
    ///
    /// @param judgement a rating and a reason for each of the four components and for the whole
    /// @throws org.quoin.model.ProblemException ([Problem.NotFound]); ([Problem.Invalid]) for a finding of a
    ///     single study, a component that is missing or a reason that is
    public Commit judge(SynthesisId id, String finding, Synthesis.Confidence judgement) {
        Synthesis synthesis = get(id);
        Synthesis.Finding there = finding(synthesis, finding);
        return write(judgedNow(synthesis, there, judgement));
    }

    /// Says that a judgement stands, in view of what the base holds now.
    ///
    /// @param by who has looked at it again
    /// @throws org.quoin.model.ProblemException ([Problem.NotFound]); ([Problem.Conflict]) when nobody has
    ///     judged the finding
    public Commit confirm(SynthesisId id, String finding, Agent by) {
        Synthesis synthesis = get(id);
        Synthesis.Finding there = finding(synthesis, finding);
        Synthesis.Confidence confidence = there.confidence();
        if (confidence == null) {
            throw Problem.conflict("the finding «" + finding + "» has not been judged: there is nothing to confirm");
        }
        return write(judgedNow(
                synthesis,
                there,
                new Synthesis.Confidence(
                        confidence.rating(), confidence.rationale(), confidence.judgements(), by, null, List.of())));
    }

    private Synthesis judgedNow(Synthesis synthesis, Synthesis.Finding finding, Synthesis.Confidence judgement) {
        var judged = new Synthesis.Finding(
                finding.name(),
                finding.statement(),
                finding.categories(),
                finding.claims(),
                LookAgain.judgedNow(synthesis, finding, judgement, judgement.by(), claims()));
        return synthesis.withFindings(
                with(synthesis.findings(), judged, each -> each.name().equals(finding.name())));
    }

    private static Synthesis.Finding finding(Synthesis synthesis, String name) {
        return synthesis.finding(name).orElseThrow(() -> {
            boolean ofAStudy = name.indexOf('/') > 0;
            return Problem.notFound("there is no synthesised finding «" + name + "» in synthesis " + synthesis.id()
                    + (ofAStudy ? ": confidence is never judged for a finding of a single study" : ""));
        });
    }

    /// The synthesis of a file, with what was in view when its judgements were made: for those that the base has
    /// already, what was in view then; for the others, what is now.
    Synthesis judged(Synthesis fresh) {
        Optional<Synthesis> stored = find(fresh.id());
        Synthesis judged = fresh;
        for (Synthesis.Finding finding : fresh.findings()) {
            Synthesis.Confidence told = finding.confidence();
            if (told == null) {
                continue;
            }
            Optional<Synthesis.Confidence> same = stored.flatMap(old -> old.finding(finding.name()))
                    .flatMap(old -> Optional.ofNullable(old.confidence()))
                    .filter(old -> saysTheSame(old, told));
            judged = same.isPresent()
                    ? judged.withFindings(with(
                            judged.findings(),
                            new Synthesis.Finding(
                                    finding.name(),
                                    finding.statement(),
                                    finding.categories(),
                                    finding.claims(),
                                    same.get()),
                            each -> each.name().equals(finding.name())))
                    : judgedNow(judged, finding, told);
        }
        return judged;
    }

    private static boolean saysTheSame(Synthesis.Confidence one, Synthesis.Confidence other) {
        return one.rating().equals(other.rating())
                && one.rationale().equals(other.rationale())
                && one.judgements().equals(other.judgements())
                && one.by().equals(other.by());
    }

    /// What it holds, in words.
    static String summary(Synthesis synthesis) {
        return count(synthesis.categories().size(), "category", "categories") + ", "
                + count(synthesis.findings().size(), "synthesised finding", "synthesised findings") + ", "
                + count(synthesis.comparisons().size(), "comparison", "comparisons");
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private Commit write(Synthesis synthesis) {
        return store.apply(
                new Change(store.iris()).put(new GraphName.OfSynthesis(synthesis.id()), mapper.toGraph(synthesis)));
    }

    /// The changed one takes the place of the one it is, or comes last.
    private static <T> List<T> with(List<T> all, T changed, Predicate<T> isIt) {
        var result = new ArrayList<T>(all);
        int at = 0;
        while (at < result.size() && !isIt.test(result.get(at))) {
            at++;
        }
        if (at < result.size()) {
            result.set(at, changed);
        } else {
            result.add(changed);
        }
        return result;
    }

    private static Optional<String> given(@Nullable String words) {
        return Optional.ofNullable(words).filter(each -> !each.isBlank());
    }

    private static String required(String what, @Nullable String words) {
        return given(words).map(String::strip).orElseThrow(() -> Problem.invalid("the " + what + " is missing"));
    }
}
