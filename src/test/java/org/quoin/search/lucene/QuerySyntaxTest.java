// What the signs in a question do, and that text which merely looks like them is searched for.
package org.quoin.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;
import org.quoin.model.ProblemException;
import org.quoin.search.Embedder;
import org.quoin.search.Evidence;
import org.quoin.search.EvidenceIndex;
import org.quoin.search.Explanation;
import org.quoin.search.Fusion.KindWanted;
import org.quoin.search.SearchFilter;
import org.quoin.search.SearchHit;
import org.quoin.search.SearchRequest;
import org.quoin.search.SearchRequest.Mode;
import org.quoin.search.SearchResult;

class QuerySyntaxTest {
    private static final PaperId ONE = new PaperId("one");
    private static final PaperId TWO = new PaperId("two");

    @TempDir
    static Path folder;

    private static @Nullable EvidenceIndex opened;

    @BeforeAll
    static void fill() {
        EvidenceIndex index = LuceneEvidenceIndex.open(folder, Embedder.unavailable("there is no model in this test"));
        opened = index;
        index.replace(
                ONE,
                List.of(
                        Evidence.item(ONE, "a", "Trust between nurses and managers takes time."),
                        Evidence.item(ONE, "b", "Trust in hospital managers was low."),
                        Evidence.item(ONE, "c", "Integrating services needs shared records."),
                        Evidence.ofKind(
                                "enabler", ONE, "d", "Rural buses made integration possible; managers agreed.")),
                List.of());
        index.replace(
                TWO,
                List.of(
                        Evidence.withStatement(
                                TWO,
                                "e",
                                "Leaders matter",
                                "people at the top cared",
                                "In all, people at the top cared."),
                        Evidence.item(TWO, "f", "AC/DC (foo: the code name of the scheme.")),
                List.of());
        index.commit(1);
    }

    @AfterAll
    static void close() {
        index().close();
    }

    private static EvidenceIndex index() {
        if (opened == null) {
            throw new IllegalStateException("the index is not open");
        }
        return opened;
    }

    private static SearchResult search(String query) {
        return index().search(new SearchRequest(query, SearchFilter.NONE, Mode.HYBRID, 0, 50));
    }

    private static List<String> found(String query) {
        return search(query).hits().stream()
                .map(hit -> hit.document().id().local())
                .sorted()
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            trust managers                      | a b d
            trust AND managers                  | a b
            +trust managers                     | a b
            managers -hospital                  | a d
            managers NOT hospital               | a d
            nurses OR buses                     | a d
            managers AND (nurses OR buses)      | a d
            managers AND NOT (nurses OR buses)  | b
            (nurses OR hospital) AND trust      | a b
            "hospital managers"                 | b
            "managers hospital"~2               | b
            "managers hospital"~2 OR nurses     | a b
            -"hospital managers" trust          | a
            integrat*                           | c d
            +integrat* -rural                   | c
            bu?es                               | d
            nurces~                             | a
            nurces~, trust                      | a
            quote:trust                         | a b
            statement:leaders                   | e
            statement:leader*                   | e
            quote:leaders OR statement:leaders  | e
            context:"people at the top"         | e
            kind:enabler managers               | d
            managers -kind:enabler              | a b
            study:other-two                     | e f
            """)
    void narrows(String query, String expected) {
        assertThat(found(query)).containsExactly(expected.split(" ", -1));
        assertThat(search(query).note())
                .satisfiesAnyOf(
                        note -> assertThat(note).contains("ranked by words alone"),
                        note -> assertThat(note).isNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AC/DC (foo",
                "AC/DC (foo:",
                "(code) name)",
                "code (name",
                "name: scheme",
                "scheme?",
                "scheme - code",
                "\"scheme",
                "AND scheme",
                "scheme OR",
                "NOT",
                "scheme AND AND",
                "((((scheme",
                "scheme~",
                "unknown:scheme",
                "kind:nothing scheme",
                "WHAT IS THE SCHEME AND ITS CODE",
                "+ scheme -",
                "[scheme TO code]",
                "scheme^4 && code || !",
                "*scheme*",
            })
    void searchesForTextThatLooksLikeSigns(String query) {
        if (query.equals("NOT")) {
            assertThat(search(query).hits()).isEmpty();
        } else {
            assertThat(found(query)).contains("f");
        }
    }

    @Test
    void goesOnWithoutSignsThatNothingFits() {
        SearchResult result = search("trust AND zebra");

        assertThat(result.hits()).extracting(hit -> hit.document().id().local()).containsExactlyInAnyOrder("a", "b");
        assertThat(result.note()).contains("nothing fits the signs of the query");
    }

    @Test
    void marksWhatAWildcardFound() {
        SearchHit hit = search("integrat*").hits().stream()
                .filter(one -> one.document().id().local().equals("c"))
                .findFirst()
                .orElseThrow();

        assertThat(hit.quoteHighlights()).hasSize(1);
        assertThat(hit.quoteHighlights().getFirst().end()).isEqualTo("Integrating".length());
    }

    @Test
    void suggestsASpellingThatTheBaseKnows() {
        assertThat(search("trsut between nurses").suggestion()).isEqualTo("trust between nurses");
        assertThat(search("Rural busses!").suggestion()).isEqualTo("Rural buses!");
        assertThat(search("rural bus").suggestion()).isNull();
        assertThat(search("mangers cared").suggestion()).isEqualTo("managers cared");
        assertThat(search("trust").suggestion()).isNull();
        assertThat(search("xylophone").suggestion()).isNull();
    }

    @Test
    void groupsByStudy() {
        var grouped = new SearchRequest("", null, SearchFilter.NONE, Mode.HYBRID, 0, 50, true, false);

        SearchResult result = index().search(grouped);

        assertThat(result.studies()).isEqualTo(2);
        assertThat(result.total()).isEqualTo(6);
        assertThat(result.hits())
                .extracting(hit -> hit.document().study().value())
                .containsExactly("other-one", "other-two");
        assertThat(result.hits()).extracting(SearchHit::alsoInStudy).containsExactly(3L, 1L);
        assertThat(result.hits()).extracting(SearchHit::rank).containsExactly(1, 2);
    }

    @Test
    void findsMoreLikeAnItemWithoutTheItem() {
        var like = new SearchRequest("", new ItemId(ONE, "a"), SearchFilter.NONE, Mode.HYBRID, 0, 50, false, false);

        assertThat(index().search(like).hits())
                .extracting(hit -> hit.document().id().local())
                .startsWith("b")
                .doesNotContain("a");
        var nobody = new SearchRequest("", new ItemId("no/one"), SearchFilter.NONE, Mode.HYBRID, 0, 50, false, false);
        assertThatThrownBy(() -> index().search(nobody))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no/one");
    }

    @Test
    void explainsAHit() {
        var explained = new SearchRequest(
                "what enables rural managers", null, SearchFilter.NONE, Mode.HYBRID, 0, 50, false, true);

        Explanation best = Objects.requireNonNull(
                index().search(explained).hits().getFirst().explanation());

        assertThat(best.words()).containsOnlyKeys("rural", "managers");
        assertThat(best.words().get("rural")).isGreaterThan(best.words().get("managers"));
        assertThat(best.missing()).containsExactly("enables");
        assertThat(best.kind()).isEqualTo(KindWanted.NO);
    }
}
