// Evidence in the fields of the hand-written form: finds the place of every quote, and reports each that it
// cannot place.
package org.quoin.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.PaperRecord;
import org.quoin.graph.Vocabulary;
import org.quoin.intake.EvidenceForm.Coder;
import org.quoin.intake.EvidenceForm.Item;
import org.quoin.intake.EvidenceForm.Quote;
import org.quoin.model.Agent;
import org.quoin.model.AgentId;
import org.quoin.model.CodingOrigin;
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
import org.quoin.model.StudyId;
import org.quoin.model.Violation;
import org.quoin.text.Anchor;
import org.quoin.text.Anchoring;
import org.quoin.text.NormalisedText;
import org.quoin.text.QuoteSelector;

/// One file being read; collects what is wrong with each item instead of stopping at the first.
final class FormReading {
    private static final int WORDS_IN_ID = 48;
    private static final int SHOWN_PLACES = 5;
    private static final String PARTICIPANT = "participant";
    private static final String ACCOUNT = "account";

    private final Vocabulary vocabulary;
    private final String file;
    private final IntFunction<String> where;
    private final EvidenceForm form;
    private final PaperRecord source;
    private final PaperId id;
    private final NormalisedText text;
    private final Anchor anchor;
    private final List<Violation> violations = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Integer> sameWords = new HashMap<>();

    /// @param file its name, for messages
    /// @param where an item stands in it, by its number from 0
    /// @param source the paper as its own file tells it, without evidence
    FormReading(Vocabulary vocabulary, String file, IntFunction<String> where, EvidenceForm form, PaperRecord source) {
        this.vocabulary = vocabulary;
        this.file = file;
        this.where = where;
        this.form = form;
        this.source = source;
        this.id = source.paper().id();
        this.text = source.text();
        this.anchor = new Anchor(text);
    }

    /// The paper with its evidence.
    ///
    /// @throws ProblemException ([Problem.Invalid]) naming each item that cannot be taken
    PaperRecord read() {
        StudyId study = form.study() == null ? source.paper().study() : new StudyId(form.study());
        String state = state(form.state(), "suggested");
        var items = new ArrayList<EvidenceItem>();
        List<Item> forms = Objects.requireNonNullElse(form.evidence(), List.of());
        if (forms.stream().allMatch(item -> item.codedBy() == null)) {
            // Said once and not of each item.
            coder(form.codedBy());
        }
        for (int i = 0; i < forms.size(); i++) {
            String place = where.apply(i);
            Item item = forms.get(i);
            try {
                Agent coder = coder(item.codedBy() == null ? form.codedBy() : item.codedBy());
                read(place, item, study, coder, state(item.state(), state)).ifPresent(items::add);
            } catch (ProblemException e) {
                violations.add(new Violation(place, "Form", e.problem().detail(), null));
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
        return source.with(paper(study), items);
    }

    /// What was repaired.
    List<String> notes() {
        return notes;
    }

    private String state(@Nullable String given, String otherwise) {
        String state = given == null ? otherwise : given;
        vocabulary.require(new ConceptRef("curation-state", state));
        return state;
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
                form.fictional() == null ? told.fictional() : form.fictional(),
                told.retracted(),
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
                    "«coded-by» with id and name is missing (in a table, the column «coder»): every item is somebody's"
                            + " coding");
        }
        Agent.Type type = switch (Objects.requireNonNullElse(coder.type(), "person")) {
            case "person" -> Agent.Type.PERSON;
            case "organization" -> Agent.Type.ORGANIZATION;
            case "software" -> Agent.Type.SOFTWARE;
            default ->
                throw Problem.invalid(
                        "the coder's type «" + coder.type() + "» must be person, organization or software");
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
                item.rationale(),
                CodingOrigin.NONE));
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
                                itemId.value(), "Form", count + " items have the same «id»: give each its own", null));
                    }
                });
    }

    private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
        return one != null ? one : other;
    }
}
