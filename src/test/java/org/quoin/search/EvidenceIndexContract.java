// What every evidence index must hold to, whatever its engine and its embedder.
package org.quoin.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.quoin.search.Evidence.item;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.model.Kind;
import org.quoin.model.PaperId;
import org.quoin.model.Span;
import org.quoin.model.StudyId;
import org.quoin.search.SearchRequest.Mode;

public abstract class EvidenceIndexContract {
    private static final PaperId ONE = new PaperId("one");
    private static final PaperId TWO = new PaperId("two");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private @SuppressWarnings("NullAway.Init") EvidenceIndex index;

    /// Opens the index under test, with the same embedder each time.
    protected abstract EvidenceIndex open(Path folder);

    /// Opens it with a working embedder of another model id.
    protected abstract EvidenceIndex openWithOtherModel(Path folder);

    @BeforeEach
    void openEmpty() {
        index = open(folder);
    }

    @AfterEach
    void closeIndex() {
        index.close();
    }

    @Test
    void beginsEmpty() {
        assertThat(index.committedSequence()).isEqualTo(-1);
        assertThat(index.ids()).isEmpty();
        assertThat(search("trust").hits()).isEmpty();
        assertThat(search("").total()).isZero();
        assertThat(index.get(new ItemId("one/a"))).isEmpty();
    }

    @Test
    void givesBackTheWholeDocument() {
        EvidenceDocument document = Evidence.full(ONE, "a");
        write(ONE, document);
        assertThat(index.get(document.id())).contains(document);
        assertThat(search("leadership").hits().getFirst().document()).isEqualTo(document);
    }

    @Test
    void ranksByWordsWithEnglishStems() {
        write(
                ONE,
                item(ONE, "a", "Services worked together when leaders shared a vision."),
                item(ONE, "b", "Rural buses are rare."));
        SearchHit best = search("a sharing leader").hits().getFirst();
        assertThat(best.document().id().local()).isEqualTo("a");
        assertThat(best.rank()).isEqualTo(1);
        assertThat(best.bm25()).isPositive();
    }

    @Test
    void findsByStudySectionStatementQuotesAndContext() {
        write(ONE, Evidence.full(ONE, "a"));
        for (String word : List.of("hospitals", "results", "leadership", "steering", "aside", "monthly")) {
            assertThat(search(word, Mode.BM25).hits()).as(word).hasSize(1);
        }
    }

    @Test
    void replacesAndRemovesAPaper() {
        write(ONE, item(ONE, "a", "trust"), item(ONE, "b", "trust"));
        write(TWO, item(TWO, "c", "trust"));
        write(ONE, item(ONE, "b", "funding"));
        assertThat(index.ids()).extracting(ItemId::value).containsExactly("one/b", "two/c");
        assertThat(index.size()).isEqualTo(2);
        assertThat(search("trust", Mode.BM25).total()).isEqualTo(1);
        assertThat(search("funding", Mode.BM25).total()).isEqualTo(1);
        write(ONE);
        assertThat(index.ids()).extracting(ItemId::value).containsExactly("two/c");
    }

    @Test
    void measuresEveryItemAgainstAQuestion() {
        write(
                ONE,
                item(ONE, "near", "Trust grew between nurses."),
                item(ONE, "half", "Nurses were many."),
                item(ONE, "far", "Rural buses are rare."));

        QuestionFit fit = index.fit("how do nurses trust a submarine?");

        assertThat(fit.items()).hasSize(3);
        assertThat(fit.words())
                .as("without the words that only ask or hold the question together")
                .extracting(QuestionFit.AskedWord::typed)
                .containsExactly("nurses", "trust", "submarine");
        assertThat(fit.words()).extracting(QuestionFit.AskedWord::items).containsExactly(2, 1, 0);
        assertThat(coverage(fit, "one/near")).isGreaterThan(coverage(fit, "one/half"));
        assertThat(coverage(fit, "one/half")).isPositive();
        assertThat(coverage(fit, "one/far")).isZero();
        assertThat(coverage(fit, "one/near"))
                .as("a word that nothing holds is missing everywhere")
                .isLessThan(1);
        assertThat(fit.note() == null).isEqualTo(fit.items().stream().allMatch(each -> each.similarity() != null));
    }

    private static double coverage(QuestionFit fit, String id) {
        return fit.items().stream()
                .filter(each -> each.id().value().equals(id))
                .mapToDouble(QuestionFit.ItemFit::coverage)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "of the", "AND (\"", "*", "🙂", "id:x -y"})
    void measuresAgainstAnyWords(String question) {
        write(ONE, item(ONE, "a", "trust"));
        assertThat(index.fit(question).items()).hasSize(1);
    }

    @Test
    void refusesDocumentsOfAnotherPaper() {
        assertThatThrownBy(() -> index.replace(TWO, List.of(item(ONE, "a", "trust")), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsWritesAfterRefreshOnly() {
        index.replace(ONE, List.of(item(ONE, "a", "trust")), List.of());
        assertThat(search("trust").hits()).isEmpty();
        index.refresh();
        assertThat(search("trust").hits()).hasSize(1);
    }

    @Test
    void aPinnedIndexStaysAsItWas() {
        index.replace(ONE, List.of(item(ONE, "a", "trust")), List.of());
        index.refresh(5);
        try (PinnedIndex pinned = index.pin()) {
            index.replace(ONE, List.of(item(ONE, "b", "funding")), List.of());
            index.commit(6);
            assertThat(pinned.sequence()).isEqualTo(5);
            assertThat(pinned.best("trust", SearchFilter.NONE, Mode.BM25, 10).total())
                    .isEqualTo(1);
            assertThat(pinned.best("funding", SearchFilter.NONE, Mode.BM25, 10).total())
                    .isZero();
            assertThat(pinned.matches("trusting", "🙂 trust, then trust"))
                    .containsExactly(new Span(2, 7), new Span(14, 19));
        }
        try (PinnedIndex newest = index.pin()) {
            assertThat(newest.sequence()).isEqualTo(6);
            assertThat(newest.best("trust", SearchFilter.NONE, Mode.BM25, 10).total())
                    .isZero();
            assertThat(newest.best("funding", SearchFilter.NONE, Mode.BM25, 10).total())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theBestAreThoseOfTheFirstPages(Mode mode) {
        write(ONE, Evidence.some(ONE, 250));
        write(TWO, Evidence.some(TWO, 250));
        List<ItemId> paged = new ArrayList<>();
        for (int offset = 0; offset < 300; offset += 100) {
            search("trust funding", SearchFilter.NONE, mode, offset, 100)
                    .hits()
                    .forEach(hit -> paged.add(hit.document().id()));
        }
        assertThat(paged).hasSizeGreaterThan(100);
        try (PinnedIndex pinned = index.pin()) {
            BestHits best = pinned.best("trust funding", SearchFilter.NONE, mode, 300);
            assertThat(best.hits()).extracting(hit -> hit.document().id()).containsExactlyElementsOf(paged);
            assertThat(best.hits()).extracting(BestHits.BestHit::rank).startsWith(1, 2, 3);
            assertThat(best.total())
                    .isEqualTo(search("trust funding", SearchFilter.NONE, mode, 200, 100)
                            .total());
        }
    }

    @Test
    void showsTheSequenceOfACommitWithoutDocumentsToo() {
        index.replace(ONE, List.of(item(ONE, "a", "trust")), List.of());
        index.commit(7);
        index.refresh(8);
        assertThat(pinnedSequence()).isEqualTo(8);
        index.refresh();
        assertThat(pinnedSequence()).isEqualTo(8);
        index.refresh(-1);
        assertThat(pinnedSequence()).isEqualTo(-1);
        reopen();
        assertThat(pinnedSequence()).isEqualTo(7);
    }

    private long pinnedSequence() {
        try (PinnedIndex pinned = index.pin()) {
            return pinned.sequence();
        }
    }

    @Test
    void narrowsToPapers() {
        write(ONE, item(ONE, "a", "trust"));
        write(TWO, item(TWO, "b", "trust"));
        SearchFilter inTwo = SearchFilter.NONE.in(Set.of(TWO));
        for (Mode mode : Mode.values()) {
            SearchResult result = index.search(new SearchRequest("trust", inTwo, mode, 0, 10));
            assertThat(result.total()).isEqualTo(1);
            assertThat(result.hits().getFirst().document().paper()).isEqualTo(TWO);
        }
    }

    @Test
    void keepsWhatWasCommittedAndNothingElse() {
        index.replace(ONE, List.of(item(ONE, "a", "trust")), List.of());
        index.commit(7);
        assertThat(index.committedSequence()).isEqualTo(7);
        assertThat(search("trust").hits()).hasSize(1);
        index.replace(TWO, List.of(item(TWO, "b", "funding")), List.of());
        reopen();
        assertThat(index.committedSequence()).isEqualTo(7);
        assertThat(index.ids()).extracting(ItemId::value).containsExactly("one/a");
        assertThat(search("trust").hits()).hasSize(1);
        assertThat(index.sizeInBytes()).isPositive();
    }

    @Test
    void clears() {
        write(ONE, item(ONE, "a", "trust"));
        index.clear();
        index.commit(8);
        assertThat(index.ids()).isEmpty();
        assertThat(search("trust").total()).isZero();
        reopen();
        assertThat(index.committedSequence()).isEqualTo(8);
        assertThat(index.ids()).isEmpty();
    }

    @Test
    void servesOnWithAnotherModelAndIsCompleted() {
        write(ONE, item(ONE, "a", "trust"), item(ONE, "b", "time"));
        index.commit(7);
        index.close();
        index = openWithOtherModel(folder);
        assertThat(index.committedSequence()).isEqualTo(7);
        assertThat(index.withoutVectors()).isEqualTo(2);
        assertThat(search("trust").hits()).hasSize(1).first().satisfies(hit -> {
            assertThat(hit.bm25()).isPositive();
            assertThat(hit.similarity()).isNull();
        });

        assertThat(index.incomplete()).contains(ONE);
        index.complete(ONE, index.missingVectors(ONE, 1));
        index.refresh();
        assertThat(index.withoutVectors()).isEqualTo(1);
        index.complete(ONE, index.missingVectors(ONE, 1));
        index.commit(7);

        assertThat(index.incomplete()).isEmpty();
        assertThat(index.withoutVectors()).isZero();
        assertThat(search("trust").hits().getFirst().similarity()).isPositive();
        assertThat(index.ids()).hasSize(2);
    }

    @Test
    void isIntact() {
        write(ONE, item(ONE, "a", "trust"));
        index.commit(1);
        assertThat(index.isIntact()).isTrue();
    }

    @Test
    void narrowsByEveryFilter() {
        EvidenceDocument full = Evidence.full(ONE, "a");
        write(ONE, full, item(ONE, "b", "Leadership was missing."));
        SearchFilter none = SearchFilter.NONE;
        Map<String, SearchFilter> only = Map.of(
                "kind", filter(full.kind(), null, null, null, Set.of(), null),
                "study", filter(null, full.study(), null, null, Set.of(), null),
                "voice", filter(null, null, "participant", null, Set.of(), null),
                "state", filter(null, null, null, full.state(), Set.of(), null),
                "concept", filter(null, null, null, null, Set.of(ConceptRef.parse("level/organisation")), null),
                "concept above", filter(null, null, null, null, Set.of(ConceptRef.parse("factor/context")), null),
                "study concept", filter(null, null, null, null, Set.of(ConceptRef.parse("country/GB")), null),
                "fictional", filter(null, null, null, null, Set.of(), true));
        for (Mode mode : Mode.values()) {
            for (String query : List.of("leadership", "")) {
                assertThat(ids(search(query, none, mode)))
                        .as("%s %s", mode, query)
                        .contains("one/a", "one/b");
                only.forEach((what, filter) -> assertThat(ids(search(query, filter, mode)))
                        .as("%s %s %s", what, mode, query)
                        .containsExactly("one/a"));
                assertThat(ids(search(query, filter(null, null, null, null, Set.of(), false), mode)))
                        .containsExactly("one/b");
            }
        }
    }

    @Test
    void takesValuesOfOneDimensionAsAlternativesAndDimensionsTogether() {
        write(
                ONE,
                Evidence.inSetting(ONE, "a", "setting/rural", "country/GB"),
                Evidence.inSetting(ONE, "b", "setting/urban", "country/GB"),
                Evidence.inSetting(ONE, "c", "setting/rural", "country/SE"),
                Evidence.inSetting(ONE, "d", "setting/prison", "country/GB"));
        Set<ConceptRef> asked = Set.of(
                ConceptRef.parse("setting/rural"), ConceptRef.parse("setting/urban"), ConceptRef.parse("country/GB"));
        assertThat(ids(search("leadership", filter(null, null, null, null, asked, null), Mode.HYBRID)))
                .containsExactlyInAnyOrder("one/a", "one/b");
    }

    @Test
    void countsFacets() {
        write(
                ONE,
                Evidence.inSetting(ONE, "a", "setting/rural", "country/GB"),
                Evidence.inSetting(ONE, "b", "setting/urban", "country/GB"),
                Evidence.full(ONE, "c"));
        for (String query : List.of("leadership", "")) {
            SearchResult result = search(query, Mode.BM25);
            assertThat(result.total()).isEqualTo(3);
            assertThat(result.facets().get("kind"))
                    .isEqualTo(Map.of("enabler", 1L, "barrier", 2L))
                    .satisfies(kinds -> assertThat(kinds.keySet()).containsExactly("barrier", "enabler"));
            assertThat(result.facets().get("country")).isEqualTo(Map.of("GB", 3L));
            assertThat(result.facets().get("setting")).isEqualTo(Map.of("rural", 2L, "urban", 1L));
            assertThat(result.facets())
                    .containsOnlyKeys(
                            "kind", "study", "voice", "state", "year", "country", "setting", "level", "factor");
            assertThat(result.facets().get("year")).isEqualTo(Map.of("2021", 1L));
        }
    }

    @Test
    void namesTheStudiesWithMostItems() {
        // One study in two papers, and so in two commits; every other one with as many items as the next.
        StudyId most = new StudyId("most");
        write(ONE, Evidence.ofStudy(most, ONE, "a", "trust"), Evidence.ofStudy(most, ONE, "b", "trust"));
        List<PaperId> others = IntStream.range(0, SearchResult.MAX_FACET_VALUES + 20)
                .mapToObj(i -> new PaperId("other-%03d".formatted(i)))
                .toList();
        for (PaperId other : others.reversed()) {
            write(
                    other,
                    Evidence.ofStudy(new StudyId(other.value()), other, "a", "trust"),
                    Evidence.ofStudy(new StudyId(other.value()), other, "b", "trust"));
        }
        write(TWO, Evidence.ofStudy(most, TWO, "a", "trust"));

        SearchResult result = search("trust", Mode.BM25);
        assertThat(result.studies()).isEqualTo(others.size() + 1);
        Map<String, Long> studies = result.facets().getOrDefault("study", Map.of());
        assertThat(studies).hasSize(SearchResult.MAX_FACET_VALUES).containsEntry("most", 3L);
        assertThat(studies.keySet().stream().skip(1))
                .as("among equals, the first by name")
                .containsExactlyElementsOf(others.stream()
                        .limit(SearchResult.MAX_FACET_VALUES - 1)
                        .map(PaperId::value)
                        .toList());
    }

    @Test
    void findsTheSameAfterItsPiecesWereJoined() {
        for (int i = 0; i < 12; i++) {
            PaperId paper = new PaperId("paper-" + i);
            write(paper, item(paper, "a", "trust number " + i), item(paper, "b", "funding number " + i));
            index.commit(i);
        }
        write(ONE, item(ONE, "a", "trust"));
        write(ONE);
        index.commit(12);
        List<SearchHit> before = search("trust number 3").hits();
        assertThat(before).isNotEmpty();
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            boolean goesOn = index.compact();
            if (index.isUncommitted()) {
                index.commit(12);
            }
            return !goesOn;
        });
        assertThat(search("trust number 3").hits()).isEqualTo(before);

        index.close();
        index = open(folder);
        assertThat(index.committedSequence()).isEqualTo(12);
        assertThat(search("trust number 3").hits()).isEqualTo(before);
    }

    @Test
    void requiresWhatStandsInDoubleQuotes() {
        write(
                ONE,
                item(ONE, "a", "They had a clear shared vision."),
                item(ONE, "b", "The vision was clear, and shared by all."));
        for (Mode mode : Mode.values()) {
            assertThat(ids(search("\"clear shared vision\"", mode)))
                    .as("%s", mode)
                    .containsExactly("one/a");
            assertThat(ids(search("“clear shared vision” leaders", mode))).containsExactly("one/a");
        }
        assertThat(ids(search("clear shared vision", Mode.BM25))).hasSize(2);
    }

    @Test
    void doesNotRunAPhraseFromOneTextIntoTheNext() {
        write(
                ONE,
                Evidence.withTexts(ONE, "a", "Study of trust", "Leaders spoke", "leaders spoke"),
                item(ONE, "b", "Trust leaders, they said."));
        for (Mode mode : Mode.values()) {
            assertThat(ids(search("\"trust leaders\"", mode))).as("%s", mode).containsExactly("one/b");
        }
    }

    @Test
    void goesOnWithoutAPhraseThatNothingHoldsAndSaysSo() {
        write(ONE, item(ONE, "a", "Leaders were trusted."));
        SearchResult result = search("\"trust leaders\"");
        assertThat(result.hits()).hasSize(1);
        assertThat(result.note()).contains("quotation marks");
        assertThat(search("\"trusted\"", Mode.BM25).note()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AC/DC (foo",
                "\"unclosed",
                "*",
                "a AND",
                "NOT",
                "field:value",
                "a~2^3",
                "[a TO b]",
                "\\",
                "what of the",
                "the",
                "\uD83D\uDE00",
                "\uD83D\uDE00 trust",
                "\uD835\uDD52\uD835\uDD53",
                "\"\"",
                "\" \"",
                "\"of the\"",
                "''",
                "?!",
                "\u0000",
                "\uD83D",
                "\uDE00x",
                "e\u0301",
                "\u200B",
                "+-&&||!(){}^~?:/",
                "\t\n",
                "<script>"
            })
    void neverFailsOnWhatPeopleType(String query) {
        write(ONE, item(ONE, "a", "Trust between AC/DC fans \uD83D\uDE00 grew."));
        for (Mode mode : Mode.values()) {
            assertThatCode(() -> search(query, mode)).doesNotThrowAnyException();
        }
    }

    @Test
    void takesTheLongestQueries() {
        write(ONE, item(ONE, "a", "trust"));
        StringBuilder different = new StringBuilder("trust");
        for (int i = 0; different.length() < SearchRequest.MAX_QUERY_LENGTH - 5; i++) {
            different.append(' ').append(Integer.toString(i, 36));
        }
        for (Mode mode : Mode.values()) {
            assertThat(search(different.toString(), mode)).isNotNull();
            assertThat(search("x".repeat(SearchRequest.MAX_QUERY_LENGTH), mode)).isNotNull();
            assertThat(search("trust ".repeat(333), mode).hits()).hasSize(1);
        }
    }

    @Test
    void saysWhenThereIsNothingToSearchBy() {
        write(ONE, item(ONE, "a", "of the"));
        SearchResult result = search("of the", Mode.BM25);
        assertThat(result.hits()).isEmpty();
        assertThat(result.total()).isZero();
        assertThat(result.note()).contains("common");
        assertThat(search("*", Mode.HYBRID).total()).isZero();
    }

    @Test
    void claimsNothingForNonsense() {
        write(ONE, Evidence.some(ONE, 40));
        index.refresh();
        for (Mode mode : Mode.values()) {
            assertThat(search("qzxv", mode).total()).as("%s", mode).isZero();
            assertThat(search("qzxv", mode).hits()).isEmpty();
        }
    }

    @Test
    void highlightsInCodePoints() {
        // Each of the letters before the word is two UTF-16 units.
        String quote = "\uD83D\uDE00\uD835\uDD52 trusting \uD83D\uDC4D trust";
        String context = "\uD83D\uDE00\uD83D\uDE00 They said: " + quote + "!";
        EvidenceDocument document = Evidence.withStatement(ONE, "a", "\uD83D\uDE00 Trust helps", quote, context);
        write(ONE, document);
        SearchHit hit = search("trusted").hits().getFirst();
        assertThat(hit.quoteHighlights()).containsExactly(new Span(3, 11), new Span(14, 19));
        assertThat(hit.contextHighlights()).containsExactly(new Span(17, 25), new Span(28, 33));
        assertThat(hit.statementHighlights()).containsExactly(new Span(2, 7));
        assertThat(cut(context, hit.contextHighlights().getFirst())).isEqualTo("trusting");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void pagesStablyAndCompletely(Mode mode) {
        write(ONE, Evidence.some(ONE, 250));
        write(TWO, Evidence.some(TWO, 250));
        index.refresh();
        SearchResult all = search("leaders trust", SearchFilter.NONE, mode, 0, 200);
        List<String> paged = new ArrayList<>();
        for (int offset = 0; offset < 200; offset += 7) {
            paged.addAll(ids(search("leaders trust", SearchFilter.NONE, mode, offset, Math.min(7, 200 - offset))));
        }
        assertThat(paged).isEqualTo(ids(all)).doesNotHaveDuplicates();
        for (int i = 1; i < all.hits().size(); i++) {
            assertThat(all.hits().get(i).rank()).isEqualTo(i + 1);
            assertThat(all.hits().get(i).score())
                    .isLessThanOrEqualTo(all.hits().get(i - 1).score());
        }
        if (mode != Mode.DENSE) {
            List<String> deep = new ArrayList<>();
            for (int offset = 0; offset < all.total(); offset += 100) {
                deep.addAll(ids(search("leaders trust", SearchFilter.NONE, mode, offset, 100)));
            }
            assertThat(deep).hasSize(Math.toIntExact(all.total())).doesNotHaveDuplicates();
        }
    }

    @Test
    void takesLongQueriesInScriptsWithoutBlanks() {
        write(ONE, item(ONE, "a", "trust"));
        StringBuilder different = new StringBuilder();
        for (int i = 0; i < SearchRequest.MAX_QUERY_LENGTH; i++) {
            different.append((char) (0x4E00 + i));
        }
        for (Mode mode : Mode.values()) {
            assertThatCode(() -> search(different.toString(), mode)).doesNotThrowAnyException();
        }
    }

    @Test
    void looksForNoQuestionWords() {
        write(
                ONE,
                item(ONE, "a", "Services worked together."),
                item(ONE, "b", "What it does is what it did, and how."));
        SearchResult result = search("How do services, and which, work together?", Mode.BM25);
        assertThat(ids(result)).containsExactly("one/a");
        assertThat(ids(search("services: what did they do", Mode.BM25))).containsExactly("one/a");
        assertThat(search("what services", Mode.HYBRID).hits())
                .filteredOn(hit -> hit.document().id().local().equals("b"))
                .allSatisfy(hit -> assertThat(hit.quoteHighlights()).isEmpty());
    }

    @Test
    void looksForQuestionWordsWhenThereAreNoOthersOrTheyAreQuoted() {
        write(ONE, item(ONE, "a", "They asked what matters."), item(ONE, "b", "The matter rests."));
        assertThat(ids(search("what", Mode.BM25))).containsExactly("one/a");
        assertThat(ids(search("\"what matters\"", Mode.BM25))).containsExactly("one/a");
        write(TWO, item(TWO, "c", "The WHO asked."));
        assertThat(ids(search("WHO guideline", Mode.BM25))).containsExactly("two/c");
    }

    @Test
    void breaksTiesById() {
        write(TWO, item(TWO, "z", "trust"), item(TWO, "a", "trust"));
        write(ONE, item(ONE, "m", "trust"));
        for (Mode mode : Mode.values()) {
            assertThat(ids(search("trust", mode))).as("%s", mode).containsExactly("one/m", "two/a", "two/z");
        }
        assertThat(ids(search(" ", Mode.HYBRID))).containsExactly("one/m", "two/a", "two/z");
    }

    protected final void write(PaperId paper, EvidenceDocument... documents) {
        write(paper, List.of(documents));
    }

    private void write(PaperId paper, List<EvidenceDocument> documents) {
        Evidence.write(index, paper, documents);
    }

    protected final EvidenceIndex index() {
        return index;
    }

    protected final void reopen() {
        index.close();
        index = open(folder);
    }

    protected final SearchResult search(String query) {
        return search(query, Mode.HYBRID);
    }

    protected final SearchResult search(String query, Mode mode) {
        return search(query, SearchFilter.NONE, mode);
    }

    protected final SearchResult search(String query, SearchFilter filter, Mode mode) {
        return search(query, filter, mode, 0, 20);
    }

    private SearchResult search(String query, SearchFilter filter, Mode mode, int offset, int limit) {
        return index.search(new SearchRequest(query, filter, mode, offset, limit));
    }

    protected static List<String> ids(SearchResult result) {
        return result.hits().stream().map(hit -> hit.document().id().value()).toList();
    }

    private static SearchFilter filter(
            @Nullable Kind kind,
            @Nullable StudyId study,
            @Nullable String voice,
            @Nullable String state,
            Set<ConceptRef> concepts,
            @Nullable Boolean fictional) {
        return new SearchFilter(
                kind == null ? Set.of() : Set.of(kind),
                study == null ? Set.of() : Set.of(study),
                voice == null ? Set.of() : Set.of(voice),
                state == null ? Set.of() : Set.of(state),
                concepts,
                fictional);
    }

    private static String cut(String text, Span span) {
        return text.substring(text.offsetByCodePoints(0, span.start()), text.offsetByCodePoints(0, span.end()));
    }
}
