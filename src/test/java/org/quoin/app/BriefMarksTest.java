// What people have judged, beside the lines of a brief: credibility, qualifications, and what is to be looked at again.
package org.quoin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.app.export.report.ReportFormatTest;
import org.quoin.app.json.AskView;
import org.quoin.app.json.AskView.FindingView;
import org.quoin.app.json.AskView.LineView;
import org.quoin.app.json.SynthesisView;
import org.quoin.app.report.BriefReport;
import org.quoin.model.PaperId;
import org.quoin.model.SynthesisId;
import org.quoin.search.SearchFilter;
import org.quoin.synthesis.Brief;
import org.quoin.synthesis.BriefLine;
import org.quoin.synthesis.BriefQuote;
import org.quoin.synthesis.BriefRequest;
import org.quoin.synthesis.ComparedPaper;

class BriefMarksTest {
    private static Brief ask(Quoin quoin, String question, int lines) {
        return quoin.ask(new BriefRequest(question, SearchFilter.NONE, Set.of(), lines));
    }

    private static Stream<BriefLine> lines(Brief brief) {
        return brief.sections().stream().flatMap(section -> section.lines().stream());
    }

    @Test
    void aJudgementOfCredibilityStandsBesideItsWords(@TempDir Path home) throws IOException {
        String hubs = "health-hubs-rural-ireland/finding-staff-began-to-bring-worries-to-each-other-67c9e979";
        String teams =
                "neighbourhood-teams-urban-netherlands/finding-closeness-was-not-the-same-as-collaboration-12fa5955";
        try (Quoin quoin = Homes.filled(home)) {
            quoin.syntheses().put(new SynthesisId("worries"), """
                    quoin: 1
                    synthesis: worries
                    title: Who brings worries to whom
                    by: {id: jane, name: Jane Example, type: person}
                    categories:
                      - id: worries
                        label: Worries
                        definition: Where staff bring their worries to each other
                        claims: [%1$s, %2$s]
                    findings:
                      - id: worries
                        statement: Staff bring worries to each other where they are close, which is not yet collaboration.
                        categories: [worries]
                    credibility:
                      - {finding: %1$s, rating: unequivocal, rationale: Said in as many words.}
                    """.formatted(hubs, teams));

            Brief brief = ask(quoin, "do staff bring worries to each other", 50);

            assertThat(lines(brief)
                            .flatMap(line -> line.quotes().stream())
                            .filter(quote -> quote.claim().id().value().equals(hubs))
                            .flatMap(quote -> quote.credibility().stream()))
                    .extracting(judged -> judged.rating().label() + ", " + judged.by() + ": " + judged.rationale())
                    .contains(
                            "Unequivocal, Jane Example: Said in as many words.",
                            "Unequivocal, Quoin example reviewer: The words beside it say the same in a participant's voice.");
            assertThat(ReportFormatTest.html(BriefReport.of(quoin, brief)).text())
                    .contains("· Unequivocal (JBI)");
        }
    }

    @Test
    void aQualificationStandsBesideTheContradictions(@TempDir Path home) throws IOException {
        try (Quoin quoin = Homes.filled(home)) {
            Brief brief = ask(quoin, "what helps and hinders a shared electronic record", 50);

            assertThat(brief.doubts().qualifications()).singleElement().satisfies(related -> {
                assertThat(related.relation().label()).isEqualTo("Qualifies");
                assertThat(related.rationale()).contains("more work where it comes on top");
            });
            assertThat(lines(brief)
                            .filter(line -> line.against().qualifications().stream()
                                    .anyMatch(related ->
                                            related.other().words().exact().contains("doubled the work"))))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.against().inShort()).contains("a recorded qualification"));
            assertThat(ReportFormatTest.html(BriefReport.of(quoin, brief)).text())
                    .contains("Qualifies the following, as recorded by Quoin example reviewer");
        }
    }

    @Test
    void whatHasChangedBeneathAFindingIsMarked(@TempDir Path home) throws IOException {
        try (Quoin quoin = Homes.filled(home)) {
            String question = "what helps staff to trust each other";
            SynthesisId synthesis = new SynthesisId("what-keeps-care-joined-up");
            quoin.syntheses()
                    .confirm(
                            synthesis,
                            "familiar-faces",
                            quoin.syntheses().get(synthesis).by());
            assertThat(findings(quoin, question))
                    .isNotEmpty()
                    .allMatch(finding -> finding.lookAgain().isEmpty());

            quoin.retract(new PaperId("shared-record-remote-australia"), "figures were made up");

            assertThat(findings(quoin, question))
                    .filteredOn(finding -> finding.name().equals("familiar-faces"))
                    .isNotEmpty()
                    .allSatisfy(finding -> assertThat(finding.lookAgain())
                            .extracting(SynthesisView.Mark::what)
                            .contains("retracted"));
            assertThat(ReportFormatTest.html(BriefReport.of(quoin, ask(quoin, question, 50)))
                            .text())
                    .contains("to be looked at again", "was retracted: figures were made up");
        }
    }

    private static List<FindingView> findings(Quoin quoin, String question) {
        return AskView.of(ask(quoin, question, 50), quoin).sections().stream()
                .flatMap(section -> section.lines().stream())
                .map(LineView::confidence)
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void onlyPapersWhoseWordsOrNamesStandInItAreListed(@TempDir Path home) throws IOException {
        try (Quoin quoin = Homes.filled(home)) {
            Brief brief = ask(quoin, "what helps staff to trust each other", 1);

            Stream<ComparedPaper> quoted = Stream.of(
                            lines(brief).flatMap(line -> line.quotes().stream()),
                            lines(brief).flatMap(line -> line.against().quotes().stream()),
                            Stream.concat(brief.doubts().disputes().stream(), brief.doubts().qualifications().stream())
                                    .flatMap(related -> Stream.of(related.claim(), related.other())),
                            brief.doubts().limitations().stream())
                    .flatMap(quotes -> quotes)
                    .map(BriefQuote::paper);
            Stream<ComparedPaper> named = brief.doubts().gaps().stream()
                    .map(gap -> gap.study().papers().getFirst());
            assertThat(brief.doubts().moreLimitations()).isPositive();
            assertThat(brief.papers())
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(quoted, named).distinct().toList());
        }
    }
}
