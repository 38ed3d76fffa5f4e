// References of papers of which much or little is known.
package org.quoin.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quoin.app.export.References.Cited;
import org.quoin.app.export.report.Block;
import org.quoin.app.export.report.Run;
import org.quoin.model.Paper;
import org.quoin.model.PaperId;
import org.quoin.model.Publication;

class ReferencesTest {
    @Test
    void anArticleIsCitedWithAllThatIsKnown() {
        var publication = new Publication("Journal of Care & Cure", "12", "3", "101-119", null, null, List.of(), null);
        var paper = new Paper(
                new PaperId("p"),
                new PaperId("p").study(),
                "Sharing records: what <i>helps</i>?",
                List.of("Ada Okafor", "Eva van der Berg", "Martin King Jr"),
                2021,
                "10.1000/xyz",
                "article",
                "en",
                false,
                null,
                publication);
        References references = References.of(List.of(new Cited(paper, "Sharing records: what <i>helps</i>?")));

        assertThat(entries(references))
                .containsExactly("Okafor, A., van der Berg, E., & King Jr, M. (2021). Sharing records: what"
                        + " <i>helps</i>? Journal of Care & Cure, 12(3), 101–119. https://doi.org/10.1000/xyz");
        assertThat(references.list().entries().getFirst().runs())
                .contains(
                        new Run.Emphasis("Journal of Care & Cure"),
                        new Run.Link("https://doi.org/10.1000/xyz", "https://doi.org/10.1000/xyz"));
        assertThat(references.citation(paper.id())).isEqualTo(new Run.Citation("Okafor et al., 2021", "p"));
    }

    /// DOIs of the nineties have angle brackets.
    @Test
    void aDoiBecomesAnAddressThatLeadsToIt() {
        String doi = "10.1002/(SICI)1099-0992(199607)26:4<517::AID-X>3.0.CO;2-1";
        var paper = new Paper(
                new PaperId("p"), new PaperId("p").study(), "T", List.of(), 1996, doi, "article", "en", false);

        assertThat(References.of(List.of(new Cited(paper, "T")))
                        .list()
                        .entries()
                        .getFirst()
                        .runs())
                .endsWith(new Run.Link(
                        "https://doi.org/" + doi,
                        "https://doi.org/10.1002/(SICI)1099-0992(199607)26:4%3C517::AID-X%3E3.0.CO;2-1"));
    }

    @Test
    void nothingIsMadeUp() {
        References references = References.of(List.of(
                cited("no-authors", "What nurses say of the night shift in small hospitals", 2019),
                cited("no-year", "Trust", null, "Ada Okafor"),
                new Cited(paper("nothing", null, null, false, null), "Untitled: “Introduction: The shift of …”"),
                cited("group", "Guidance", 2020, "World Health Organization"),
                cited("single", "One word", 2020, "Plato"),
                cited("divided", "Divided", 2018, "Okafor, Ada")));

        assertThat(citations(references))
                .containsExactlyInAnyOrder(
                        "What nurses say of the night …, 2019",
                        "Okafor, n.d.",
                        "Untitled: “Introduction: The shift of …”, n.d.",
                        "World Health Organization, 2020",
                        "Plato, 2020",
                        "Okafor, 2018");
        assertThat(entries(references))
                .containsExactly(
                        "Okafor, A. (2018). Divided.",
                        "Okafor, A. (n.d.). Trust.",
                        "Plato (2020). One word.",
                        "Untitled: “Introduction: The shift of …” (n.d.).",
                        "What nurses say of the night shift in small hospitals (2019).",
                        "World Health Organization (2020). Guidance.");
    }

    @Test
    void whatWouldBeCitedAlikeIsToldApartByLetters() {
        References references = References.of(List.of(
                cited("c", "Zeal", 2021, "Ada Okafor", "Eva Lund"),
                cited("a", "Aims", 2021, "Ada Okafor", "Eva Lund"),
                cited("other", "Other", 2022, "Ada Okafor", "Eva Lund"),
                cited("many", "Many", 2021, "Ada Okafor", "Bo Li", "Eva Lund"),
                cited("many-others", "Many others", 2021, "Ada Okafor", "Cy Li", "Eva Lund"),
                cited("no-year", "Again", null, "Ada Okafor"),
                cited("no-year-2", "Before", null, "Ada Okafor")));

        assertThat(references.citation(new PaperId("a")).text()).isEqualTo("Okafor & Lund, 2021a");
        assertThat(references.citation(new PaperId("c")).text()).isEqualTo("Okafor & Lund, 2021b");
        assertThat(references.citation(new PaperId("other")).text()).isEqualTo("Okafor & Lund, 2022");
        assertThat(references.citation(new PaperId("many")).text()).isEqualTo("Okafor et al., 2021a");
        assertThat(references.citation(new PaperId("many-others")).text()).isEqualTo("Okafor et al., 2021b");
        assertThat(references.citation(new PaperId("no-year")).text()).isEqualTo("Okafor, n.d.-a");
        assertThat(entries(references))
                .contains("Okafor, A., & Lund, E. (2021a). Aims.", "Okafor, A. (n.d.-b). Before.");
        assertThat(references.citations(List.of(new PaperId("c"), new PaperId("other"))).stream()
                        .map(Run::text)
                        .collect(Collectors.joining()))
                .isEqualTo("Okafor & Lund, 2021b; Okafor & Lund, 2022");
    }

    @Test
    void thirtyPapersOfAYearHaveThirtyNames() {
        List<Cited> papers = new ArrayList<>(IntStream.range(0, 30)
                .mapToObj(i -> cited("paper-" + i, "Report %02d".formatted(i), 2020, "The Trial Group"))
                .toList());
        Collections.reverse(papers);
        References references = References.of(papers);

        assertThat(citations(references)).doesNotHaveDuplicates().contains("The Trial Group, 2020ad");
        assertThat(references.citation(new PaperId("paper-0")).text()).isEqualTo("The Trial Group, 2020a");
    }

    @Test
    void whatDoesNotCountAsEvidenceIsMarked() {
        References references = References.of(List.of(
                new Cited(paper("made-up", "Made up", 2020, true, null, "Ada Okafor"), "Made up"),
                new Cited(paper("gone", "Gone", 2020, false, "by the journal:\nfabricated", "Bo Li"), "Gone")));

        assertThat(entries(references))
                .containsExactly(
                        "Li, B. (2020). Gone. [Retracted: by the journal: fabricated]",
                        "Okafor, A. (2020). Made up. [Fictional: written for demonstration]");
    }

    @Test
    void theSameTwiceIsOnceAndAStrangerIsNotCited() {
        Cited paper = cited("one", "One", 2020, "Ada Okafor");
        References references = References.of(List.of(paper, paper));

        assertThat(entries(references)).hasSize(1);
        assertThat(references.citation(new PaperId("one")).text()).isEqualTo("Okafor, 2020");
        assertThatThrownBy(() -> references.citation(new PaperId("two"))).hasMessageContaining("two");
        assertThat(References.of(List.of()).list().entries()).isEmpty();
    }

    private static Cited cited(String id, String title, @Nullable Integer year, String... authors) {
        return new Cited(paper(id, title, year, false, null, authors), title);
    }

    private static Paper paper(
            String id,
            @Nullable String title,
            @Nullable Integer year,
            boolean fictional,
            @Nullable String retracted,
            String... authors) {
        var name = new PaperId(id);
        return new Paper(
                name,
                name.study(),
                title,
                Arrays.asList(authors),
                year,
                null,
                "article",
                null,
                fictional,
                retracted,
                Publication.NONE);
    }

    private static List<String> citations(References references) {
        return references.list().entries().stream()
                .map(entry -> references.citation(new PaperId(entry.key())).text())
                .toList();
    }

    private static List<String> entries(References references) {
        return references.list().entries().stream()
                .map(Block.Reference::runs)
                .map(runs -> runs.stream().map(Run::text).collect(Collectors.joining()))
                .toList();
    }
}
