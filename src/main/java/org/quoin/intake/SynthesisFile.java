// A synthesis written by hand, in YAML, and written out again in the same form.
package org.quoin.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.GraphStore;
import org.quoin.graph.PaperNames;
import org.quoin.graph.PaperRecord;
import org.quoin.model.Agent;
import org.quoin.model.AgentId;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Quotation;
import org.quoin.model.Synthesis;
import org.quoin.model.SynthesisId;
import org.quoin.model.Violation;
import org.quoin.text.NormalisedText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// Claims are named as everywhere, `PAPER/NAME`; quotes by their words, which must be those of one of the claims
/// compared.
public final class SynthesisFile {
    private static final int FORM_VERSION = 1;

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();

    private final String file;
    private final SynthesisForm form;
    private final SynthesisId id;

    private SynthesisFile(String file, SynthesisForm form, SynthesisId id) {
        this.file = file;
        this.form = form;
        this.id = id;
    }

    /// Whether a YAML file is one of a synthesis.
    static boolean isOne(Path file) throws IOException {
        try {
            return YAML.readTree(Files.readString(file)).has("synthesis");
        } catch (JacksonException | IOException unreadable) {
            // Whoever reads it as evidence says what is wrong with it.
            return false;
        }
    }

    /// @throws ProblemException ([Problem.Invalid]) when it is not in this form
    static SynthesisFile read(Path file) throws IOException {
        return read(
                file.toString(),
                NormalisedText.ofUtf8(Files.readAllBytes(file), file.toString()).value());
    }

    /// @param file what to call it where something is wrong with it
    /// @param yaml in this form; JSON of the same form is YAML
    /// @throws ProblemException ([Problem.Invalid]) when it is not in this form
    public static SynthesisFile read(String file, String yaml) {
        SynthesisForm form;
        try {
            form = YAML.readValue(yaml, SynthesisForm.class);
            if (form == null) {
                throw Problem.invalid(file + " is empty");
            }
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new ProblemException(new Problem.Invalid(file + where + ": " + e.getOriginalMessage(), List.of()), e);
        }
        if (!Objects.equals(form.quoin(), FORM_VERSION)) {
            throw Problem.invalid(
                    file + ": the first key must be «quoin: " + FORM_VERSION + "», the version of this form");
        }
        return new SynthesisFile(file, form, new SynthesisId(Objects.requireNonNullElse(form.synthesis(), "")));
    }

    public SynthesisId id() {
        return id;
    }

    /// The synthesis that the file describes, with the quotes and texts of the base that it names.
    ///
    /// @throws ProblemException ([Problem.Invalid]) with a violation for each part that cannot be taken
    public Synthesis resolve(GraphStore store) {
        return new Resolving(store).resolve();
    }

    private final class Resolving {
        private final GraphStore store;
        private final List<Violation> violations = new ArrayList<>();

        Resolving(GraphStore store) {
            this.store = store;
        }

        Synthesis resolve() {
            Agent by = part("by", () -> agent(form.by(), null)).orElse(null);
            var synthesis = Optional.ofNullable(by)
                    .map(agent -> new Synthesis(
                            id,
                            Objects.requireNonNullElse(form.title(), id.value()),
                            form.description(),
                            agent,
                            parts("categories", form.categories(), (c, i) -> category(c)),
                            parts("findings", form.findings(), (f, i) -> finding(f, agent)),
                            parts("comparisons", form.comparisons(), (c, i) -> comparison(c, i, agent)),
                            parts("credibility", form.credibility(), (c, i) -> credibility(c, agent)),
                            parts("absences", form.absences(), (a, i) -> absence(a, i, agent))));
            if (!violations.isEmpty()) {
                throw Problem.invalid(
                        file + ": " + violations.size() + (violations.size() == 1 ? " part" : " parts")
                                + " cannot be taken; nothing was written",
                        violations);
            }
            return synthesis.orElseThrow();
        }

        private interface Read<T> {
            T read();
        }

        private <T> Optional<T> part(String where, Read<T> read) {
            try {
                return Optional.of(read.read());
            } catch (ProblemException e) {
                violations.add(new Violation(where, "Form", e.problem().detail(), null));
                return Optional.empty();
            }
        }

        private <F, T> List<T> parts(String what, @Nullable List<F> forms, BiFunction<F, Integer, T> read) {
            var all = new ArrayList<T>();
            List<F> given = Objects.requireNonNullElse(forms, List.of());
            for (int i = 0; i < given.size(); i++) {
                int number = i + 1;
                F form = given.get(i);
                part(what + " " + number, () -> read.apply(form, number)).ifPresent(all::add);
            }
            return all;
        }

        private Synthesis.Category category(SynthesisForm.Category category) {
            String name = required("id", category.id());
            return new Synthesis.Category(
                    name,
                    required("label", category.label()),
                    required("definition", category.definition()),
                    category.broader(),
                    items(category.claims()));
        }

        private Synthesis.Finding finding(SynthesisForm.Finding finding, Agent by) {
            return new Synthesis.Finding(
                    required("id", finding.id()),
                    required("statement", finding.statement()),
                    Objects.requireNonNullElse(finding.categories(), List.of()),
                    items(finding.claims()),
                    finding.confidence() == null ? null : confidence(finding.confidence(), by));
        }

        private Synthesis.Confidence confidence(SynthesisForm.Confidence confidence, Agent by) {
            var judgements = new TreeMap<String, Synthesis.Judgement>();
            Objects.requireNonNullElse(confidence.components(), Map.<String, SynthesisForm.Judgement>of())
                    .forEach((component, judgement) -> judgements.put(
                            key("cerqual-component", component),
                            new Synthesis.Judgement(
                                    key("cerqual-concern", required(component + ": concern", judgement.concern())),
                                    required(component + ": rationale", judgement.rationale()))));
            return new Synthesis.Confidence(
                    key("cerqual-rating", required("confidence: rating", confidence.rating())),
                    required("confidence: rationale", confidence.rationale()),
                    judgements,
                    agent(confidence.by(), by),
                    null,
                    List.of());
        }

        private Synthesis.Comparison comparison(SynthesisForm.Comparison comparison, int number, Agent by) {
            var from = new ItemId(required("from", comparison.from()));
            var to = new ItemId(required("to", comparison.to()));
            return new Synthesis.Comparison(
                    Objects.requireNonNullElse(comparison.id(), "comparison-" + number),
                    from,
                    to,
                    key("relation", required("relation", comparison.relation())),
                    comparison.rationale(),
                    Objects.requireNonNullElse(comparison.quotes(), List.<String>of()).stream()
                            .map(words -> quotation(words, List.of(from, to)))
                            .toList(),
                    agent(comparison.by(), by));
        }

        private String quotation(String words, List<ItemId> claims) {
            for (ItemId claim : claims) {
                Optional<PaperRecord> paper = store.paper(claim.paper());
                Optional<Quotation> quotation = paper.stream()
                        .flatMap(record -> record.items().stream())
                        .filter(item -> item.id().equals(claim))
                        .flatMap(item -> Stream.concat(item.quotations().stream(), item.illustrations().stream()))
                        .filter(each -> each.exact().equals(words.strip()))
                        .findFirst();
                if (quotation.isPresent()) {
                    return new PaperNames(store.iris(), claim.paper(), store.graph(claim.paper()))
                            .quotation(quotation.get())
                            .orElseThrow(() -> Problem.invalid("the quote «" + words
                                    + "» has a name that Quoin does not give: compare as Turtle instead"));
                }
            }
            throw Problem.invalid("«" + words + "» is not a quote of " + claims.get(0) + " or " + claims.get(1)
                    + " in the base: give the words as they are quoted there");
        }

        private Synthesis.Credibility credibility(SynthesisForm.Credibility credibility, Agent by) {
            return new Synthesis.Credibility(
                    new ItemId(required("finding", credibility.finding())),
                    key("jbi-credibility", required("rating", credibility.rating())),
                    credibility.rationale(),
                    agent(credibility.by(), by));
        }

        private Synthesis.Absence absence(SynthesisForm.Absence absence, int number, Agent by) {
            var paper = new PaperId(required("paper", absence.paper()));
            PaperRecord record = store.paper(paper)
                    .orElseThrow(() -> Problem.invalid("there is no paper «" + paper + "» in the base"));
            var sought = ConceptRef.parse(required("sought", absence.sought()));
            store.vocabulary().require(sought);
            return new Synthesis.Absence(
                    Objects.requireNonNullElse(absence.id(), "absence-" + number),
                    new PaperNames(store.iris(), paper, store.graph(paper))
                            .text(record.text().sha256()),
                    sought,
                    key("absence", required("absence", absence.absence())),
                    agent(absence.by(), by));
        }

        private String key(String scheme, String key) {
            return store.vocabulary().require(new ConceptRef(scheme, key)).ref().key();
        }
    }

    private static List<ItemId> items(@Nullable List<String> names) {
        return Objects.requireNonNullElse(names, List.<String>of()).stream()
                .map(ItemId::new)
                .toList();
    }

    private static String required(String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid("the key «" + key + "» is missing");
        }
        return value;
    }

    private static Agent agent(SynthesisForm.@Nullable By by, @Nullable Agent otherwise) {
        if (by == null && otherwise != null) {
            return otherwise;
        }
        if (by == null || by.id() == null || by.name() == null) {
            throw Problem.invalid("«by» with id and name is missing: every synthesis is somebody's");
        }
        return new Agent(
                new AgentId(by.id()),
                by.name(),
                Stream.of(Agent.Type.values())
                        .filter(type -> typeName(type)
                                .equals(Objects.requireNonNullElse(by.type(), typeName(Agent.Type.PERSON))))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid(
                                "the type «" + by.type() + "» must be person, organization or software")));
    }

    private static String typeName(Agent.Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    /// A synthesis in this form; importing it again changes nothing.
    public static String write(Synthesis synthesis, GraphStore store) {
        return YAML.writeValueAsString(new SynthesisForm(
                FORM_VERSION,
                synthesis.id().value(),
                synthesis.title(),
                synthesis.description(),
                by(synthesis.by()),
                synthesis.categories().stream()
                        .map(category -> new SynthesisForm.Category(
                                category.name(),
                                category.label(),
                                category.definition(),
                                category.broader(),
                                names(category.claims())))
                        .toList(),
                synthesis.findings().stream()
                        .map(finding -> new SynthesisForm.Finding(
                                finding.name(),
                                finding.statement(),
                                finding.categories(),
                                names(finding.claims()),
                                confidence(finding.confidence(), synthesis.by())))
                        .toList(),
                synthesis.comparisons().stream()
                        .map(comparison -> new SynthesisForm.Comparison(
                                comparison.name(),
                                comparison.from().value(),
                                comparison.to().value(),
                                comparison.relation(),
                                comparison.rationale(),
                                words(comparison, store),
                                other(comparison.by(), synthesis.by())))
                        .toList(),
                synthesis.credibility().stream()
                        .map(credibility -> new SynthesisForm.Credibility(
                                credibility.finding().value(),
                                credibility.rating(),
                                credibility.rationale(),
                                other(credibility.by(), synthesis.by())))
                        .toList(),
                synthesis.absences().stream()
                        .map(absence -> new SynthesisForm.Absence(
                                absence.name(),
                                paperOf(absence.textIri(), store),
                                absence.sought().toString(),
                                absence.absence(),
                                other(absence.by(), synthesis.by())))
                        .toList()));
    }

    private static SynthesisForm.@Nullable Confidence confidence(
            Synthesis.@Nullable Confidence confidence, Agent author) {
        if (confidence == null) {
            return null;
        }
        return new SynthesisForm.Confidence(
                confidence.rating(),
                confidence.rationale(),
                confidence.judgements().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> new SynthesisForm.Judgement(
                                        entry.getValue().concern(),
                                        entry.getValue().rationale()),
                                (one, other) -> one,
                                TreeMap::new)),
                other(confidence.by(), author));
    }

    private static List<String> words(Synthesis.Comparison comparison, GraphStore store) {
        return Stream.of(comparison.from(), comparison.to())
                .flatMap(claim -> quoted(claim, comparison.basedOn(), store))
                .distinct()
                .toList();
    }

    private static Stream<String> quoted(ItemId claim, List<String> iris, GraphStore store) {
        var names = new PaperNames(store.iris(), claim.paper(), store.graph(claim.paper()));
        return store.paper(claim.paper()).stream()
                .flatMap(record -> record.items().stream())
                .filter(item -> item.id().equals(claim))
                .flatMap(item -> Stream.concat(item.quotations().stream(), item.illustrations().stream()))
                .filter(quotation ->
                        names.quotation(quotation).filter(iris::contains).isPresent())
                .map(Quotation::exact);
    }

    private static @Nullable String paperOf(String textIri, GraphStore store) {
        return store.iris().paperIn(textIri).map(PaperId::value).orElse(null);
    }

    private static List<String> names(List<ItemId> claims) {
        return claims.stream().map(ItemId::value).toList();
    }

    private static SynthesisForm.@Nullable By other(Agent by, Agent author) {
        return by.equals(author) ? null : by(by);
    }

    private static SynthesisForm.By by(Agent agent) {
        return new SynthesisForm.By(agent.id().value(), agent.name(), typeName(agent.type()));
    }
}
