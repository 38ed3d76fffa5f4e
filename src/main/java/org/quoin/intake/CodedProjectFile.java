// A project of another tool for qualitative analysis: its sources as papers, its codings as evidence.
package org.quoin.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.GraphStore;
import org.quoin.graph.PaperRecord;
import org.quoin.graph.Vocabulary;
import org.quoin.intake.coding.Code;
import org.quoin.intake.coding.CodedProject;
import org.quoin.intake.coding.CodedSource;
import org.quoin.intake.coding.Coder;
import org.quoin.intake.coding.CodingFile;
import org.quoin.intake.coding.Selection;
import org.quoin.intake.coding.Selection.Application;
import org.quoin.intake.document.Source;
import org.quoin.model.Agent;
import org.quoin.model.AgentId;
import org.quoin.model.CodeId;
import org.quoin.model.CodingOrigin;
import org.quoin.model.ConceptRef;
import org.quoin.model.EvidenceItem;
import org.quoin.model.ItemId;
import org.quoin.model.Kind;
import org.quoin.model.Paper;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.Publication;
import org.quoin.model.Quotation;
import org.quoin.model.Sha256;
import org.quoin.model.Slugs;
import org.quoin.model.SourceFile;
import org.quoin.model.Span;
import org.quoin.text.Anchor;
import org.quoin.text.Anchoring;
import org.quoin.text.NormalisedText;
import org.quoin.text.QuoteSelector;

/// One item a selection, coder and kind; further codes of the same coder stay with it. What a code means is said
/// by [CodeMeaning]; where no code of a selection means a kind, the item is a finding.
final class CodedProjectFile {
    private static final Kind OTHERWISE = new Kind("finding");
    private static final Set<String> DETERMINANTS = Set.of("enabler", "barrier");
    private static final String ACCOUNT = "account";
    private static final int DIGITS = 12;
    private static final int SHOWN = 10;
    private static final int SHOWN_WORDS = 60;

    private final GraphStore store;

    CodedProjectFile(GraphStore store) {
        this.store = store;
    }

    List<Incoming> read(CodingFile.Project file, Source source) {
        return new Project(file, source).read();
    }

    /// One project being read.
    private final class Project {
        private final CodingFile.Project file;
        private final CodedProject project;
        private final SourceFile origin;
        private final CodeMeaning meaning;
        private final Map<String, Code> codes;
        private final Map<String, CodeId> returnedCodes;
        private final Map<String, CodeId> codeIds;
        /// Codes that Quoin makes of its kinds and concepts when it exports.
        private final Set<String> ownCodes;
        private final Map<String, Agent> agents;
        private final Agent unnamed;
        private final Map<String, List<Selection>> selections;

        Project(CodingFile.Project file, Source source) {
            this.file = file;
            this.project = file.project();
            this.origin = new SourceFile(source.fileName(), source.sha256());
            this.meaning = new CodeMeaning(store.vocabulary(), project.codes());
            this.codes = project.codes().stream().collect(Collectors.toMap(Code::id, code -> code));
            this.returnedCodes = returnedCodes();
            this.codeIds = project.codes().stream().collect(Collectors.toMap(Code::id, this::idOf));
            this.ownCodes = ownCodes();
            this.agents = project.coders().stream().collect(Collectors.toMap(Coder::id, this::agent));
            this.unnamed = new Agent(
                    new AgentId(Slugs.of("coders of " + project.name(), Slugs.MAX_LENGTH)),
                    "Coders of «" + project.name() + "»",
                    Agent.Type.ORGANIZATION);
            this.selections = project.selections().stream()
                    .collect(Collectors.groupingBy(Selection::sourceId, LinkedHashMap::new, Collectors.toList()));
        }

        List<Incoming> read() {
            var incoming = new ArrayList<Incoming>();
            var withoutText = new ArrayList<String>();
            for (CodedSource source : project.sources()) {
                Optional<PaperRecord> paper = paper(source);
                if (paper.isEmpty()) {
                    withoutText.add(source.name());
                } else {
                    incoming.add(codings(source, paper.get()));
                }
            }
            var general = new ArrayList<String>();
            file.notes()
                    .forEach(note -> general.add(note.count() + " × "
                            + note.what().meaning() + (note.where().isEmpty() ? "" : " (" + note.where() + ")")));
            if (!withoutText.isEmpty()) {
                general.add(withoutText.size() + " × a source without a text, here or in the base: "
                        + shown(withoutText.stream()));
            }
            general.addAll(meanings());
            if (incoming.isEmpty()) {
                throw Problem.invalid(
                        origin.name() + " holds no source with a text to quote from: " + String.join("; ", general));
            }
            return withNotes(incoming, general);
        }

        private static List<Incoming> withNotes(List<Incoming> incoming, List<String> notes) {
            if (incoming.getFirst() instanceof Incoming.Codings(PaperRecord record, List<String> own)) {
                incoming.set(
                        0,
                        new Incoming.Codings(
                                record,
                                Stream.concat(notes.stream(), own.stream()).toList()));
            }
            return List.copyOf(incoming);
        }

        /// What each code is taken for, so that a person can rename a code before importing for good.
        private List<String> meanings() {
            var byMeaning = new TreeMap<String, List<String>>();
            for (Code code : project.codes()) {
                String kind = meaning.kind(code).map(Kind::key).orElse(null);
                Set<ConceptRef> concepts = meaning.concepts(code);
                String meant = Stream.concat(
                                Stream.ofNullable(kind), concepts.stream().map(ConceptRef::toString))
                        .collect(Collectors.joining(" + "));
                byMeaning
                        .computeIfAbsent(meant.isEmpty() ? "" : meant, key -> new ArrayList<>())
                        .add(code.name());
            }
            return byMeaning.entrySet().stream()
                    .map(entry -> (entry.getKey().isEmpty()
                                    ? "codes that mean no kind or concept by their names"
                                    : "codes taken for " + entry.getKey())
                            + ": " + shown(entry.getValue().stream()))
                    .toList();
        }

        private Set<String> ownCodes() {
            Vocabulary vocabulary = store.vocabulary();
            return Stream.concat(
                            vocabulary.kinds().stream().map(info -> "kind/" + info.kind()),
                            vocabulary.schemes().values().stream()
                                    .flatMap(scheme -> Stream.concat(
                                            Stream.of("scheme/" + scheme.name()),
                                            scheme.concepts().stream().map(concept -> "concept/" + concept.ref()))))
                    .map(CodingMemo::guid)
                    .collect(Collectors.toSet());
        }

        private CodeId idOf(Code code) {
            CodeId returned = returnedCodes.get(code.id());
            return returned != null ? returned : CodebookFile.idOf(code, project.name());
        }

        /// The codes that Quoin says its own selections carried, by the identifier it gave them.
        private Map<String, CodeId> returnedCodes() {
            return project.selections().stream()
                    .flatMap(selection -> CodingMemo.ofItem(selection.comment()).stream())
                    .flatMap(memo -> Stream.ofNullable(memo.codes()).flatMap(List::stream))
                    .distinct()
                    .collect(Collectors.toMap(id -> CodingMemo.guid("code/" + id), CodeId::new));
        }

        private Agent agent(Coder coder) {
            String slug = Slugs.ofOrEmpty(coder.name(), Slugs.MAX_LENGTH);
            boolean shared = project.coders().stream()
                            .filter(other -> Slugs.ofOrEmpty(other.name(), Slugs.MAX_LENGTH)
                                    .equals(slug))
                            .count()
                    > 1;
            String id = slug.isEmpty() || shared ? Slugs.of(slug + " " + coder.id(), Slugs.MAX_LENGTH) : slug;
            return new Agent(new AgentId(id), coder.name(), Agent.Type.PERSON);
        }

        /// The paper that a source is: with the text the project has, or with the base's.
        private Optional<PaperRecord> paper(CodedSource source) {
            Optional<CodingMemo.OfPaper> memo = CodingMemo.ofPaper(source.description());
            if (memo.isPresent() && source.text() != null) {
                return Optional.of(new PaperRecord(
                        ReturnedCodings.paper(memo.get()),
                        source.text(),
                        ReturnedCodings.files(memo.get()),
                        ReturnedCodings.parts(memo.get()),
                        List.of(),
                        List.of(),
                        List.of()));
            }
            var told = source.bibliography();
            Optional<PaperRecord> known =
                    Optional.ofNullable(told.doi()).flatMap(store::paperWithDoi).flatMap(store::paper);
            NormalisedText text = source.text();
            if (text == null && known.isPresent()) {
                return known;
            }
            if (text == null && told.summary() != null) {
                text = NormalisedText.of(Stream.of(told.title(), told.summary())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n\n")));
            }
            if (text == null) {
                return Optional.empty();
            }
            PaperId id = known.map(record -> record.paper().id()).orElseGet(() -> name(source));
            return Optional.of(new PaperRecord(
                    new Paper(
                            id,
                            id.study(),
                            told.title(),
                            told.authors(),
                            told.year(),
                            told.doi(),
                            source.text() == null ? "abstract" : "other",
                            null,
                            false,
                            null,
                            new Publication(null, null, null, null, told.pmid(), null, List.of(), null)),
                    text,
                    List.of(origin),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()));
        }

        private PaperId name(CodedSource source) {
            String name = Slugs.ofOrEmpty(source.name().replaceFirst("[.][A-Za-z0-9]{1,5}$", ""), Slugs.MAX_LENGTH);
            return new PaperId(name.isEmpty() ? "source-" + shortened(source.id()) : name);
        }

        private Incoming codings(CodedSource source, PaperRecord paper) {
            var anchor = new Anchor(paper.text());
            var items = new ArrayList<EvidenceItem>();
            var returned = new ReturnedCodings(
                    store.vocabulary(), paper.paper().id(), paper.paper().study());
            var failed = new ArrayList<String>();
            var repaired = new ArrayList<String>();
            int exact = 0;
            for (Selection selection : selections.getOrDefault(source.id(), List.of())) {
                if (selection.applications().isEmpty()) {
                    continue;
                }
                Optional<Place> place = place(selection, source, paper.text(), anchor);
                if (place.isEmpty()) {
                    failed.add(selection.words());
                    continue;
                }
                exact += place.get().repair() == null ? 1 : 0;
                Stream.ofNullable(place.get().repair()).forEach(repaired::add);
                Optional<CodingMemo.OfItem> memo = CodingMemo.ofItem(selection.comment());
                if (memo.isPresent()) {
                    returned.add(
                            memo.get(),
                            anchor.quotation(
                                    paper.paper().id(),
                                    place.get().span(),
                                    memo.get().voice()),
                            added(selection, memo.get()));
                } else {
                    items.addAll(items(selection, place.get(), paper, anchor));
                }
            }
            items.addAll(returned.items());
            items.sort(Comparator.comparing(
                            (EvidenceItem item) -> item.quotations().getFirst().span())
                    .thenComparing(EvidenceItem::id));
            var notes = new ArrayList<String>();
            notes.add(source.name() + ": " + exact + " selections stand where they should, " + repaired.size()
                    + " repaired, " + failed.size() + " not found");
            repaired.forEach(words -> notes.add("repaired: " + words));
            failed.stream().limit(SHOWN).forEach(words -> notes.add("not found: «" + cut(words) + "»"));
            return new Incoming.Codings(
                    new PaperRecord(
                            paper.paper(),
                            paper.text(),
                            paper.files(),
                            paper.parts(),
                            paper.earlier(),
                            codesOf(items),
                            items),
                    notes);
        }

        /// The codes that a returned selection carries and that Quoin did not give it when it left.
        private List<CodeId> added(Selection selection, CodingMemo.OfItem memo) {
            return selection.applications().stream()
                    .map(Application::codeId)
                    .filter(code -> !isQuoins(code))
                    .flatMap(code -> Stream.ofNullable(codeIds.get(code)))
                    .filter(code -> memo.codes() == null || !memo.codes().contains(code.value()))
                    .toList();
        }

        /// Whether a code is one of Quoin's kinds or concepts.
        private boolean isQuoins(String code) {
            return ownCodes.contains(code);
        }

        /// Where a selection's words stand.
        ///
        /// @param repair how they differ from what the project has; null when they do not
        private record Place(Span span, @Nullable String repair) {}

        private static Optional<Place> place(
                Selection selection, CodedSource source, NormalisedText text, Anchor anchor) {
            boolean sameText = source.text() != null && source.text().sha256().equals(text.sha256());
            if (selection.span() != null && sameText) {
                return Optional.of(new Place(selection.span(), null));
            }
            return switch (anchor.find(new QuoteSelector(selection.words(), "", ""))) {
                case Anchoring.Exact(var span) -> Optional.of(new Place(span, null));
                case Anchoring.Moved(var span, String found, String why) ->
                    Optional.of(new Place(span, "«" + cut(selection.words()) + "» (" + why + ")"));
                case Anchoring.Ambiguous _, Anchoring.Lost _ -> Optional.empty();
            };
        }

        private List<EvidenceItem> items(Selection selection, Place place, PaperRecord paper, Anchor anchor) {
            var byCoder = new LinkedHashMap<Agent, List<Application>>();
            for (Application application : selection.applications()) {
                Agent coder =
                        application.coderId() == null ? unnamed : agents.getOrDefault(application.coderId(), unnamed);
                byCoder.computeIfAbsent(coder, key -> new ArrayList<>()).add(application);
            }
            var items = new ArrayList<EvidenceItem>();
            byCoder.forEach((coder, applications) -> {
                var kinds = new TreeMap<String, List<Code>>();
                List<Code> given = applications.stream()
                        .map(application -> codes.get(application.codeId()))
                        .filter(Objects::nonNull)
                        .toList();
                given.forEach(code -> meaning.kind(code)
                        .ifPresent(kind -> kinds.computeIfAbsent(kind.key(), key -> new ArrayList<>())
                                .add(code)));
                if (kinds.isEmpty()) {
                    kinds.put(OTHERWISE.key(), List.of());
                }
                List<Code> rest = given.stream()
                        .filter(code -> meaning.kind(code).isEmpty())
                        .toList();
                String who = byCoder.size() > 1 ? "-" + coder.id() : "";
                kinds.forEach((kind, own) -> items.add(item(
                        selection,
                        new Kind(kind),
                        Stream.concat(own.stream(), rest.stream()).toList(),
                        coder,
                        applications,
                        anchor.quotation(
                                paper.paper().id(), place.span(), kind.equals(ACCOUNT) ? "participant" : "author"),
                        new ItemId(
                                paper.paper().id(),
                                Slugs.of(kind + "-" + shortened(selection.id()) + who, Slugs.MAX_LENGTH)),
                        paper)));
            });
            return items;
        }

        private EvidenceItem item(
                Selection selection,
                Kind kind,
                List<Code> given,
                Agent coder,
                List<Application> applications,
                Quotation quotation,
                ItemId id,
                PaperRecord paper) {
            var concepts = given.stream()
                    .flatMap(code -> meaning.concepts(code).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            boolean determinant = DETERMINANTS.contains(kind.key());
            return new EvidenceItem(
                    id,
                    kind,
                    paper.paper().study(),
                    selection.label(),
                    List.of(quotation),
                    List.of(),
                    determinant ? of("level", concepts) : List.of(),
                    determinant ? of("factor", concepts) : List.of(),
                    List.of(),
                    List.of(),
                    "suggested",
                    coder,
                    selection.comment(),
                    new CodingOrigin(
                            given.stream()
                                    .filter(code -> !isQuoins(code.id()))
                                    .flatMap(code -> Stream.ofNullable(codeIds.get(code.id())))
                                    .toList(),
                            applications.stream()
                                    .map(Application::created)
                                    .filter(Objects::nonNull)
                                    .max(Instant::compareTo)
                                    .orElse(null),
                            selection.id()));
        }

        private static List<ConceptRef> of(String scheme, Set<ConceptRef> concepts) {
            return concepts.stream()
                    .filter(concept -> concept.scheme().equals(scheme))
                    .toList();
        }

        /// The codes that items carry, with those above them.
        private List<org.quoin.model.Code> codesOf(List<EvidenceItem> items) {
            Set<CodeId> used = items.stream()
                    .flatMap(item -> item.origin().codes().stream())
                    .collect(Collectors.toSet());
            var all = new HashMap<CodeId, org.quoin.model.Code>();
            for (Code code : project.codes()) {
                if (used.contains(codeIds.get(code.id()))) {
                    meaning.path(code)
                            .forEach(each -> all.put(
                                    Objects.requireNonNull(codeIds.get(each.id())),
                                    CodebookFile.stored(each, codeIds)));
                }
            }
            return all.values().stream()
                    .sorted(Comparator.comparing(org.quoin.model.Code::id))
                    .toList();
        }
    }

    private static String shortened(String id) {
        return Slugs.ofOrEmpty(id, Slugs.MAX_LENGTH).isEmpty()
                ? Sha256.hex(id).substring(0, DIGITS)
                : id.matches("[0-9]+") || id.length() <= DIGITS
                        ? id
                        : Sha256.hex(id).substring(0, DIGITS);
    }

    private static String cut(String words) {
        String line = words.replaceAll("\\s+", " ");
        return line.length() <= SHOWN_WORDS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN_WORDS / 2)) + "…";
    }

    private static String shown(Stream<String> names) {
        List<String> all = names.toList();
        return all.stream().limit(SHOWN).collect(Collectors.joining(", "))
                + (all.size() > SHOWN ? ", … (" + all.size() + ")" : "");
    }
}
