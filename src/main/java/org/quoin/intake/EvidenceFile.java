// Evidence written by hand: reads the form, finds the place of every quote, and reports each that it cannot
// place.
package org.quoin.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.PaperRecord;
import org.quoin.graph.Vocabulary;
import org.quoin.intake.EvidenceForm.Coder;
import org.quoin.intake.EvidenceForm.Item;
import org.quoin.intake.EvidenceForm.Quote;
import org.quoin.model.Agent;
import org.quoin.model.AgentId;
import org.quoin.model.ConceptRef;
import org.quoin.model.EvidenceItem;
import org.quoin.model.ItemId;
import org.quoin.model.Kind;
import org.quoin.model.Paper;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Quotation;
import org.quoin.model.Sha256;
import org.quoin.model.Slugs;
import org.quoin.model.SourceFile;
import org.quoin.model.StudyId;
import org.quoin.model.Violation;
import org.quoin.text.Anchor;
import org.quoin.text.Anchoring;
import org.quoin.text.NormalisedText;
import org.quoin.text.QuoteSelector;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

final class EvidenceFile {
    private static final int FORM_VERSION = 1;
    private static final int WORDS_IN_ID = 48;
    private static final int SHOWN_PLACES = 5;
    private static final String PARTICIPANT = "participant";
    private static final String ACCOUNT = "account";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Vocabulary vocabulary;
    private final DocumentFile documents;

    /// @param documents reads the paper that a file quotes, where it is not plain text
    EvidenceFile(Vocabulary vocabulary, DocumentFile documents) {
        this.vocabulary = vocabulary;
        this.documents = documents;
    }

    /// The paper that an evidence file quotes, if the file can be read so far.
    static Optional<Path> quotedText(Path file) throws IOException {
        try {
            var tree = YAML.readTree(Files.readString(file, StandardCharsets.UTF_8));
            return tree.path("text").isString()
                    ? Optional.of(file.resolveSibling(tree.path("text").asString()))
                    : Optional.empty();
        } catch (JacksonException unreadable) {
            // Importing the file itself says what is wrong with it, with line and column.
            return Optional.empty();
        }
    }

    Incoming read(Path file) throws IOException {
        String yaml =
                NormalisedText.ofUtf8(Files.readAllBytes(file), file.toString()).value();
        EvidenceForm form = parse(file, yaml);
        if (!Objects.equals(form.quoin(), FORM_VERSION)) {
            throw Problem.invalid(
                    file + ": the first key must be «quoin: " + FORM_VERSION + "», the version of this form");
        }
        PaperId id = new PaperId(required(file, "paper", form.paper()));
        Path textFile = textFile(file, required(file, "text", form.text()));
        var reading = new Reading(file, itemLines(yaml), form, readPaper(id, textFile));
        return reading.read();
    }

    private static EvidenceForm parse(Path file, String yaml) {
        try {
            if (isEmpty(yaml)) {
                throw Problem.invalid(file + " is empty");
            }
            return YAML.readValue(yaml, EvidenceForm.class);
        } catch (UnrecognizedPropertyException e) {
            throw new ProblemException(
                    new Problem.Invalid(
                            file + " line " + lineOf(e.getPath(), yaml) + ": there is no key «" + e.getPropertyName()
                                    + "» here; the keys are "
                                    + e.getKnownPropertyIds().stream()
                                            .map(String::valueOf)
                                            .sorted()
                                            .collect(Collectors.joining(", ")),
                            List.of()),
                    e);
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new ProblemException(
                    new Problem.Invalid(
                            file + where + ": " + e.getOriginalMessage()
                                    + " (a quote with «: », «#» or a leading mark needs quotation marks around it)",
                            List.of()),
                    e);
        }
    }

    private static boolean isEmpty(String yaml) {
        try (JsonParser parser = YAML.createParser(yaml)) {
            return parser.nextToken() == null;
        }
    }

    /// The line of the key at a path. Jackson knows the path of a key that it does not know, but not its place.
    private static String lineOf(List<JacksonException.Reference> path, String yaml) {
        String wanted = path.stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining());
        try (JsonParser parser = YAML.createParser(yaml)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME
                        && parser.streamReadContext().pathAsPointer().toString().equals(wanted)) {
                    return Integer.toString(parser.currentTokenLocation().getLineNr());
                }
            }
        }
        return "?";
    }

    /// The line on which each evidence item begins, counted from 1.
    private static List<Integer> itemLines(String yaml) {
        var lines = new ArrayList<Integer>();
        try (JsonParser parser = YAML.createParser(yaml)) {
            int depth = 0;
            boolean inEvidence = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME && depth == 1) {
                    inEvidence = parser.currentName().equals("evidence");
                } else if (token == JsonToken.START_OBJECT && depth == 2 && inEvidence) {
                    lines.add(parser.currentTokenLocation().getLineNr());
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
        }
        return lines;
    }

    /// Plain text is taken as it stands; of other files, what they say of the paper is taken too.
    private PaperRecord readPaper(PaperId id, Path textFile) throws IOException {
        if (textFile.toString().endsWith(".txt")) {
            byte[] bytes = Files.readAllBytes(textFile);
            var text = NormalisedText.ofUtf8(bytes, textFile.toString());
            var source = new SourceFile(textFile.getFileName().toString(), Sha256.hex(bytes));
            var paper = new Paper(id, id.study(), null, List.of(), null, null, "other", null, false);
            return new PaperRecord(paper, text, List.of(source), List.of(), List.of(), List.of());
        }
        return documents.readOne(id, textFile);
    }

    private static Path textFile(Path file, String name) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
        Path textFile = folder.resolve(name).normalize();
        if (!textFile.startsWith(folder)) {
            throw Problem.invalid(file + ": the text «" + name + "» must stand in the same folder or below it");
        }
        if (!Files.isRegularFile(textFile)) {
            throw Problem.invalid(file + ": there is no text file " + textFile);
        }
        return textFile;
    }

    private static String required(Path file, String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid(file + ": the key «" + key + "» is missing");
        }
        return value;
    }

    private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
        return one != null ? one : other;
    }

    /// One file being read; collects what is wrong with each item instead of stopping at the first.
    private final class Reading {
        private final Path file;
        private final List<Integer> lines;
        private final EvidenceForm form;
        private final PaperRecord source;
        private final PaperId id;
        private final NormalisedText text;
        private final Anchor anchor;
        private final List<Violation> violations = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final Map<String, Integer> sameWords = new HashMap<>();

        /// @param source the paper as its own file tells it, without evidence
        Reading(Path file, List<Integer> lines, EvidenceForm form, PaperRecord source) {
            this.file = file;
            this.lines = lines;
            this.form = form;
            this.source = source;
            this.id = source.paper().id();
            this.text = source.text();
            this.anchor = new Anchor(text);
        }

        Incoming read() {
            StudyId study = new StudyId(form.study() == null ? id.value() : form.study());
            Agent coder = coder(form.codedBy());
            String state = form.state() == null ? "suggested" : form.state();
            vocabulary.require(new ConceptRef("curation-state", state));
            var items = new ArrayList<EvidenceItem>();
            List<Item> forms = Objects.requireNonNullElse(form.evidence(), List.of());
            for (int i = 0; i < forms.size(); i++) {
                String where = file.getFileName() + " line " + (i < lines.size() ? lines.get(i) : "?") + " (item "
                        + (i + 1) + ")";
                try {
                    read(where, forms.get(i), study, coder, state).ifPresent(items::add);
                } catch (ProblemException e) {
                    violations.add(new Violation(where, "Form", e.problem().detail(), null));
                }
            }
            repeatedIds(items);
            if (!violations.isEmpty()) {
                throw Problem.invalid(
                        file + ": " + violations.size() + " of " + forms.size()
                                + " items cannot be taken; nothing was written",
                        violations);
            }
            items.sort(Comparator.comparing(
                            (EvidenceItem i) -> i.quotations().getFirst().span())
                    .thenComparing(EvidenceItem::id));
            return new Incoming.Evidence(source.with(paper(study), items), notes);
        }

        /// What a person wrote goes before what the paper's file says.
        private Paper paper(StudyId study) {
            Paper told = source.paper();
            return new Paper(
                    id,
                    study,
                    first(form.title(), told.title()),
                    Objects.requireNonNullElse(form.authors(), told.authors()),
                    first(form.year(), told.year()),
                    first(form.doi(), told.doi()),
                    type(),
                    first(form.language(), told.language()),
                    Boolean.TRUE.equals(form.fictional()),
                    null,
                    told.publication());
        }

        private String type() {
            String type = form.type() == null ? source.paper().type() : form.type();
            if (!List.of("abstract", "article", "other").contains(type)) {
                throw Problem.invalid(file + ": the type «" + type + "» must be abstract, article or other");
            }
            return type;
        }

        private Agent coder(@Nullable Coder coder) {
            if (coder == null || coder.id() == null || coder.name() == null) {
                throw Problem.invalid(
                        file + ": «coded-by» with id and name is missing: every item is somebody's coding");
            }
            Agent.Type type = switch (Objects.requireNonNullElse(coder.type(), "person")) {
                case "person" -> Agent.Type.PERSON;
                case "organization" -> Agent.Type.ORGANIZATION;
                case "software" -> Agent.Type.SOFTWARE;
                default ->
                    throw Problem.invalid(file + ": the coder's type «" + coder.type()
                            + "» must be person, organization or software");
            };
            return new Agent(new AgentId(coder.id()), coder.name(), type);
        }

        private Optional<EvidenceItem> read(String where, Item item, StudyId study, Agent coder, String state) {
            if (item.kind() == null) {
                throw Problem.invalid("the key «kind» is missing");
            }
            Kind kind = vocabulary.kind(new Kind(item.kind())).kind();
            String defaultVoice = kind.key().equals(ACCOUNT) ? PARTICIPANT : "author";
            List<Quote> quotes = item.quotes() != null
                    ? item.quotes()
                    : List.of(new Quote(item.quote(), item.before(), item.after(), item.voice()));
            if (item.quotes() != null && item.quote() != null) {
                throw Problem.invalid("give either «quote» or «quotes», not both");
            }
            int before = violations.size();
            List<Quotation> quotations = place(where, quotes, defaultVoice);
            List<Quotation> illustrations =
                    place(where, Objects.requireNonNullElse(item.illustratedBy(), List.of()), PARTICIPANT);
            List<ConceptRef> levels = concepts("level", item.level());
            List<ConceptRef> factors = concepts("factor", item.factor());
            List<ConceptRef> facets = concepts("facet", item.facet());
            List<ConceptRef> values = values(item.value());
            if (violations.size() > before) {
                return Optional.empty();
            }
            return Optional.of(new EvidenceItem(
                    new ItemId(id, localId(item, kind, quotations)),
                    kind,
                    study,
                    item.statement(),
                    quotations,
                    illustrations,
                    levels,
                    factors,
                    facets,
                    values,
                    state,
                    coder,
                    item.rationale()));
        }

        private List<Quotation> place(String where, List<Quote> quotes, String defaultVoice) {
            var placed = new ArrayList<Quotation>();
            for (Quote quote : quotes) {
                if (quote.quote() == null || quote.quote().isBlank()) {
                    throw Problem.invalid("the key «quote» is missing: every item needs the words it rests on");
                }
                String voice = Objects.requireNonNullElse(quote.voice(), defaultVoice);
                vocabulary.require(new ConceptRef("voice", voice));
                var wanted = new QuoteSelector(
                        quote.quote(),
                        Objects.requireNonNullElse(quote.before(), ""),
                        Objects.requireNonNullElse(quote.after(), ""));
                switch (anchor.find(wanted)) {
                    case Anchoring.Exact(var span) -> placed.add(anchor.quotation(id, span, voice));
                    case Anchoring.Moved(var span, String found, String why) -> {
                        placed.add(anchor.quotation(id, span, voice));
                        notes.add(where + ": repaired (" + why + "): the text reads «" + found + "»");
                    }
                    case Anchoring.Ambiguous(var places) ->
                        violations.add(new Violation(
                                where,
                                "Ambiguous",
                                "the words stand at " + places.size()
                                        + " places; add a few words «before:» or «after:» to" + " say which: "
                                        + describe(places),
                                quote.quote()));
                    case Anchoring.Lost(String why, var nearest) ->
                        violations.add(new Violation(
                                where,
                                "Lost",
                                why
                                        + nearest.map(p -> "; the nearest place is " + describe(List.of(p)))
                                                .orElse(""),
                                quote.quote()));
                }
            }
            return placed;
        }

        private String describe(List<Anchoring.Place> places) {
            String shown = places.stream()
                    .limit(SHOWN_PLACES)
                    .map(p -> p.span().start() + "-" + p.span().end() + " «…" + p.before() + "[" + text.slice(p.span())
                            + "]" + p.after() + "…»")
                    .map(place -> place.replaceAll("\\s+", " "))
                    .collect(Collectors.joining(", "));
            return places.size() <= SHOWN_PLACES ? shown : shown + ", …";
        }

        private List<ConceptRef> concepts(String scheme, @Nullable List<String> keys) {
            return Objects.requireNonNullElse(keys, List.<String>of()).stream()
                    .map(key -> vocabulary.require(new ConceptRef(scheme, key)).ref())
                    .toList();
        }

        private List<ConceptRef> values(@Nullable List<String> refs) {
            return Objects.requireNonNullElse(refs, List.<String>of()).stream()
                    .map(ref -> vocabulary.require(ConceptRef.parse(ref)).ref())
                    .toList();
        }

        /// A name that stays the same when the file is reordered or the text gets a new version: kind
        /// and first words for people, a digest of kind and words to tell items apart.
        private String localId(Item item, Kind kind, List<Quotation> quotations) {
            if (item.id() != null) {
                return item.id();
            }
            String words = quotations.stream().map(Quotation::exact).collect(Collectors.joining("\n"));
            int occurrence = sameWords.merge(kind + "\n" + words, 1, Integer::sum);
            String digest = Sha256.hex(kind + "\n" + words + "\n" + occurrence).substring(0, 8);
            String readable = Slugs.ofOrEmpty(words, WORDS_IN_ID);
            return readable.isEmpty() ? kind + "-" + digest : kind + "-" + readable + "-" + digest;
        }

        private void repeatedIds(List<EvidenceItem> items) {
            items.stream()
                    .collect(Collectors.groupingBy(EvidenceItem::id, Collectors.counting()))
                    .forEach((itemId, count) -> {
                        if (count > 1) {
                            violations.add(new Violation(
                                    itemId.value(),
                                    "Form",
                                    count + " items have the same «id»: give each its own",
                                    null));
                        }
                    });
        }
    }
}
