// One state of the base, prepared for comparing.
package org.quoin.synthesis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.PaperJudgements;
import org.quoin.graph.PaperJudgements.Absence;
import org.quoin.graph.Vocabulary;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;
import org.quoin.model.StudyId;
import org.quoin.model.Synthesis;
import org.quoin.search.SearchFilter;

/// Every answer taken from one of these is of one commit. What retracted papers claim is not in it. Immutable.
public final class ComparisonBase {
    private static final String CONTRADICTS = "contradicts";
    private static final String QUALIFIES = "qualifies";
    private static final String IN_VAIN = "looked-for-and-absent";
    private static final String REJECTED = "rejected";

    private final long sequence;
    private final Vocabulary vocabulary;
    private final ConceptTable concepts;
    private final List<ComparedStudy> studies;
    private final Map<StudyId, ComparedStudy> studyById;
    private final Map<PaperId, ComparedPaper> papers;
    private final List<Claim> claims;
    private final int[] studyOf;
    private final Rows itemConcepts;
    private final Rows factors;
    private final Rows studyConcepts;
    private final List<KnownAbsence> absences;
    private final List<ComparedClaims> contradictions;
    private final List<ComparedClaims> qualifications;
    private final List<Synthesis> syntheses;
    private final Set<ItemId> counting;
    private final int retractedPapers;
    private final int retractedItems;
    private final Map<Axis, AxisValues> axes = new ConcurrentHashMap<>();

    /// @param study number of the study whose text was read
    /// @param concept number of what was sought
    /// @param inVain whether the study itself looked for it
    record KnownAbsence(int study, int concept, boolean inVain, Absence record) {}

    private ComparisonBase(
            long sequence,
            Vocabulary vocabulary,
            ConceptTable concepts,
            Collection<PaperSlice> slices,
            Collection<PaperJudgements> ofSyntheses,
            List<Synthesis> syntheses) {
        this.syntheses = List.copyOf(syntheses);
        this.sequence = sequence;
        this.vocabulary = vocabulary;
        this.concepts = concepts;
        Map<StudyId, List<PaperSlice>> byStudy = new TreeMap<>();
        int leftPapers = 0;
        int leftItems = 0;
        for (PaperSlice slice : slices) {
            if (slice.retracted()) {
                leftPapers++;
                leftItems += slice.claims().size();
            } else {
                byStudy.computeIfAbsent(slice.paper().study(), study -> new ArrayList<>())
                        .add(slice);
            }
        }
        retractedPapers = leftPapers;
        retractedItems = leftItems;
        var allStudies = new ArrayList<ComparedStudy>();
        var allClaims = new ArrayList<Claim>();
        Map<PaperId, ComparedPaper> allPapers = new HashMap<>();
        byStudy.forEach((study, its) -> {
            its.sort(Comparator.comparing(slice -> slice.paper().id()));
            allStudies.add(new ComparedStudy(
                    study,
                    its.stream().map(PaperSlice::paper).toList(),
                    its.stream()
                            .flatMap(slice -> slice.claims().stream())
                            .flatMap(claim -> claim.values().stream())
                            .distinct()
                            .sorted()
                            .toList()));
            its.forEach(slice -> {
                allPapers.put(slice.paper().id(), slice.paper());
                allClaims.addAll(slice.claims());
            });
        });
        studies = List.copyOf(allStudies);
        studyById = studies.stream().collect(Collectors.toMap(ComparedStudy::id, Function.identity()));
        claims = List.copyOf(allClaims);
        papers = Map.copyOf(allPapers);
        studyOf = numberStudies();
        counting = beneathFindings();
        var own = new Rows.Builder();
        for (Claim claim : claims) {
            own.addAll(concepts.numbers(claim.levels()))
                    .addAll(concepts.numbers(claim.factors()))
                    .addAll(concepts.numbers(claim.facets()))
                    .addAll(concepts.numbers(claim.values()))
                    .endRow();
        }
        itemConcepts = own.build();
        var influences = new Rows.Builder();
        for (Claim claim : claims) {
            if (claim.helps() || claim.hinders()) {
                influences.addAll(concepts.numbers(claim.factors()));
            }
            influences.endRow();
        }
        factors = influences.build();
        var ofStudies = new Rows.Builder();
        studies.forEach(
                study -> ofStudies.addAll(concepts.numbers(study.concepts())).endRow());
        studyConcepts = ofStudies.build();
        List<PaperJudgements> judgements = Stream.concat(
                        byStudy.values().stream().flatMap(List::stream).map(PaperSlice::judgements),
                        ofSyntheses.stream())
                .toList();
        absences = knownAbsences(byStudy, judgements);
        contradictions = ComparedClaims.of(judgements, CONTRADICTS, claims);
        qualifications = ComparedClaims.of(judgements, QUALIFIES, claims);
    }

    /// @param ofSyntheses what was recorded in the graphs of syntheses
    /// @param syntheses by id
    static ComparisonBase of(
            long sequence,
            Vocabulary vocabulary,
            ConceptTable concepts,
            Collection<PaperSlice> slices,
            Collection<PaperJudgements> ofSyntheses,
            List<Synthesis> syntheses) {
        return new ComparisonBase(sequence, vocabulary, concepts, slices, ofSyntheses, syntheses);
    }

    /// Those claims beneath findings that still count.
    private Set<ItemId> beneathFindings() {
        Set<ItemId> beneath = syntheses.stream()
                .flatMap(synthesis ->
                        synthesis.findings().stream().flatMap(finding -> synthesis.claimsBeneath(finding).stream()))
                .collect(Collectors.toSet());
        return beneath.isEmpty()
                ? Set.of()
                : claims.stream()
                        .filter(claim -> !claim.state().equals(REJECTED))
                        .map(Claim::id)
                        .filter(beneath::contains)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private int[] numberStudies() {
        var numbers = new int[claims.size()];
        int study = 0;
        for (int i = 0; i < numbers.length; i++) {
            while (!studies.get(study).id().equals(claims.get(i).study())) {
                study++;
            }
            numbers[i] = study;
        }
        return numbers;
    }

    /// In the order of the studies. What was read before the text became another one says nothing of this one.
    private List<KnownAbsence> knownAbsences(Map<StudyId, List<PaperSlice>> byStudy, List<PaperJudgements> judgements) {
        Map<String, StudyId> studyOfText = new HashMap<>();
        byStudy.forEach((study, its) -> its.forEach(slice -> studyOfText.put(slice.text(), study)));
        Map<StudyId, Integer> numbers = new HashMap<>();
        for (int i = 0; i < studies.size(); i++) {
            numbers.put(studies.get(i).id(), i);
        }
        var known = new ArrayList<KnownAbsence>();
        judgements.forEach(judged -> judged.absences().forEach(record -> {
            StudyId study = studyOfText.get(record.text());
            if (study != null) {
                for (int concept : concepts.numbers(record.sought())) {
                    known.add(new KnownAbsence(
                            numbers.getOrDefault(study, 0),
                            concept,
                            record.sense().equals(IN_VAIN),
                            record));
                }
            }
        }));
        known.sort(Comparator.comparingInt(KnownAbsence::study)
                .thenComparing(absence -> absence.record().iri()));
        return List.copyOf(known);
    }

    /// Commit sequence number of this state.
    public long sequence() {
        return sequence;
    }

    /// Every study that has a paper which is not retracted, sorted by id.
    public List<ComparedStudy> studies() {
        return studies;
    }

    /// Number of claims.
    public int items() {
        return claims.size();
    }

    public int retractedPapers() {
        return retractedPapers;
    }

    public int retractedItems() {
        return retractedItems;
    }

    /// @throws IllegalArgumentException when no claim here is of this paper
    public ComparedPaper paper(PaperId id) {
        ComparedPaper paper = papers.get(id);
        if (paper == null) {
            throw new IllegalArgumentException("no claim is of paper " + id);
        }
        return paper;
    }

    /// @throws IllegalArgumentException when no paper here reports this study
    public ComparedStudy study(StudyId id) {
        ComparedStudy study = studyById.get(id);
        if (study == null) {
            throw new IllegalArgumentException("no claim is of study " + id);
        }
        return study;
    }

    /// Axes that tell at least one thing apart: the plain ones, then the schemes.
    public List<Axis> axes() {
        BitSet used = new BitSet();
        for (int item = 0; item < claims.size(); item++) {
            for (int at = itemConcepts.start(item); at < itemConcepts.end(item); at++) {
                used.set(itemConcepts.at(at));
            }
        }
        var found = new ArrayList<Axis>(List.of(Axis.Plain.values()));
        vocabulary.schemes().keySet().stream()
                .filter(scheme -> used.stream()
                        .anyMatch(number ->
                                concepts.concept(number).ref().scheme().equals(scheme)))
                .map(scheme -> new Axis.Concepts(scheme, 0))
                .forEach(found::add);
        return List.copyOf(found);
    }

    /// Compares.
    ///
    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) when a pinned heading is not on its axis
    public Matrix matrix(MatrixRequest request) {
        return new MatrixBuilder(this, request).build();
    }

    /// What stands beneath a cell.
    ///
    /// @param row key of a heading; null for all rows, as in a total
    /// @param column likewise
    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) when a key is not on its axis
    public CellContent open(MatrixRequest request, @Nullable String row, @Nullable String column) {
        return new CellReader(this, request).open(row, column);
    }

    /// The claims beneath each cell that a matrix of this base shows: a list a row, in it a list a column.
    public List<List<List<Claim>>> claims(Matrix matrix) {
        return new CellReader(this, matrix.request()).all(matrix);
    }

    /// Calls back with each claim of a selection, in the order of studies, papers and texts.
    public void forEach(SearchFilter filter, Consumer<Claim> each) {
        select(filter).items().stream().forEach(item -> each.accept(claims.get(item)));
    }

    Selection select(SearchFilter filter) {
        return Selection.of(this, filter);
    }

    AxisValues values(Axis axis) {
        return axes.computeIfAbsent(axis, missing -> AxisValues.of(this, missing));
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    ConceptTable concepts() {
        return concepts;
    }

    Claim claim(int item) {
        return claims.get(item);
    }

    int study(int item) {
        return studyOf[item];
    }

    /// Concepts that an item carries itself.
    Rows itemConcepts() {
        return itemConcepts;
    }

    /// What an enabler or a barrier is about; nothing for other items.
    Rows factors() {
        return factors;
    }

    /// Concepts that the context statements of a study give.
    Rows studyConcepts() {
        return studyConcepts;
    }

    List<KnownAbsence> absences() {
        return absences;
    }

    /// Claims of two studies that cannot both hold as they stand.
    List<ComparedClaims> contradictions() {
        return contradictions;
    }

    /// Claims of which one says what the other says under narrower conditions or in part.
    List<ComparedClaims> qualifications() {
        return qualifications;
    }

    List<Synthesis> syntheses() {
        return syntheses;
    }

    /// Whether a claim that a synthesised finding rests on is there, not retracted and not rejected.
    boolean counts(ItemId beneathFinding) {
        return counting.contains(beneathFinding);
    }
}
