// Nanopublications of accepted items, checked with the library that the nanopublication network itself uses.
package org.quoin.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nanopub.MalformedNanopubException;
import org.nanopub.MultiNanopubRdfHandler;
import org.nanopub.Nanopub;
import org.nanopub.NanopubImpl;
import org.nanopub.trusty.TrustyNanopubUtils;
import org.quoin.app.Homes;
import org.quoin.app.ImportReport;
import org.quoin.app.PaperSummary;
import org.quoin.app.Progress;
import org.quoin.app.Quoin;
import org.quoin.graph.PaperRecord;
import org.quoin.model.EvidenceItem;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Quotation;
import org.quoin.testing.Reviews;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NanopublicationTest {
    private static final PaperId SEED = new PaperId("integrated-care-rural-uk");
    /// Nobody has accepted this one.
    private static final PaperId PENDING = new PaperId("care-home-diaries-sweden");
    private static final String ID = "https://w3id.org/quoin/id/";
    private static final String QUOIN = "https://w3id.org/quoin/ns#";
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final String DCTERMS = "http://purl.org/dc/terms/";
    private static final String OA = "http://www.w3.org/ns/oa#";

    private Quoin quoin;

    @BeforeAll
    void acceptEverythingButOne(@TempDir Path home) throws IOException {
        quoin = Homes.filled(home);
        quoin.papers().stream()
                .map(PaperSummary::id)
                .filter(paper -> !paper.equals(PENDING))
                .forEach(paper -> Reviews.acceptAll(quoin, paper));
    }

    @AfterAll
    void close() {
        quoin.close();
    }

    @Test
    void everyAcceptedItemIsAValidTrustyNanopublication() throws Exception {
        int checked = 0;
        for (PaperSummary paper : quoin.papers()) {
            if (paper.id().equals(PENDING)) {
                continue;
            }
            for (EvidenceItem item : quoin.paper(paper.id()).items()) {
                Nanopub nanopub = nanopub(trig(item.id()));
                assertThat(TrustyNanopubUtils.isValidTrustyNanopub(nanopub))
                        .as("%s: %s", item.id(), nanopub.getUri())
                        .isTrue();
                assertThat(nanopub.getUri().stringValue())
                        .isEqualTo(quoin.nanopublication(item.id()).iri())
                        .startsWith(ID + "nanopub/" + item.id() + "/RA");
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(100);
    }

    @Test
    void theAssertionIsWhatTheItemClaims() throws Exception {
        EvidenceItem item = vision();

        Set<Statement> assertion = nanopub(trig(item.id())).getAssertion();

        String subject = ID + "item/" + item.id();
        assertThat(lines(assertion))
                .contains(
                        subject + " http://www.w3.org/1999/02/22-rdf-syntax-ns#type " + QUOIN + "Enabler",
                        subject + " " + QUOIN + "factor https://w3id.org/quoin/scheme/factor/shared-vision",
                        subject + " " + QUOIN + "reportedIn " + ID + "study/" + SEED)
                .noneMatch(line -> line.contains("evidencedBy"));
    }

    @Test
    void theProvenanceHasTheWordsTheirTextThePaperAndThePeople() throws Exception {
        EvidenceItem item = vision();
        PaperRecord record = quoin.paper(SEED);
        Quotation quotation = item.quotations().getFirst();

        Nanopub nanopub = nanopub(trig(item.id()));

        String quoted = quoin.iris()
                .quotation(SEED, quotation.textSha256(), quotation.span())
                .getURI();
        String text = quoin.iris().text(SEED, quotation.textSha256()).getURI();
        String assertion = nanopub.getAssertionUri().stringValue();
        assertThat(lines(nanopub.getProvenance()))
                .contains(
                        assertion + " " + PROV + "wasDerivedFrom " + quoted,
                        assertion + " " + PROV + "wasAttributedTo " + ID + "agent/quoin-example-coder",
                        assertion + " " + PROV + "wasAttributedTo " + ID + "agent/reviewer",
                        ID + "item/" + item.id() + " " + QUOIN + "evidencedBy " + quoted,
                        quoted + "#quote " + OA + "exact a clear shared vision",
                        quoted + "#position " + OA + "start 1456",
                        quoted + " " + OA + "hasSource " + text,
                        text + " " + QUOIN + "sha256 " + record.text().sha256(),
                        text + " " + PROV + "specializationOf " + ID + "paper/" + SEED,
                        ID + "agent/reviewer http://www.w3.org/2000/01/rdf-schema#label Demonstration reviewer")
                .as("the text belongs to its authors")
                .noneMatch(line -> line.contains(QUOIN + "text "));
    }

    @Test
    void thePublicationInfoNamesPeopleTimeAndSoftwareAndNoLicenceThatNobodyGave() throws Exception {
        Nanopub nanopub = nanopub(trig(vision().id()));

        String self = nanopub.getUri().stringValue();
        assertThat(lines(nanopub.getPubinfo()))
                .contains(
                        self + " http://www.w3.org/2000/01/rdf-schema#label a clear shared vision",
                        self + " " + DCTERMS + "creator " + ID + "agent/reviewer",
                        self + " " + DCTERMS + "created " + Reviews.TIME,
                        self + " http://purl.org/pav/createdWith https://w3id.org/quoin/")
                .noneMatch(line -> line.contains("licen"))
                .noneMatch(line -> line.contains("ExampleNanopub"));
    }

    @Test
    void anItemOfAFictionalStudyIsMarkedAsAnExample() throws Exception {
        PaperId fictional = new PaperId("health-hubs-rural-ireland");
        ItemId item = quoin.paper(fictional).items().getFirst().id();

        Nanopub nanopub = nanopub(trig(item));

        assertThat(lines(nanopub.getPubinfo()))
                .anyMatch(line -> line.endsWith("http://purl.org/nanopub/x/ExampleNanopub"));
        assertThat(lines(nanopub.getAssertion())).anyMatch(line -> line.contains(QUOIN + "fictional true"));
    }

    @Test
    void theSameItemGivesTheSameBytesInAnotherBase(@TempDir Path elsewhere) throws Exception {
        ItemId item = vision().id();
        try (Quoin other = Homes.filled(elsewhere)) {
            Reviews.acceptAll(other, SEED);

            assertThat(trig(other, item)).isEqualTo(trig(item));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a clear shared vision  | a clean shared vision
            1456                   | 1457
            2026-03-01T09:00:00Z   | 2026-03-01T09:00:01Z
            Demonstration reviewer | demonstration reviewer
            factor/shared-vision   | factor/shared-visiom
            """)
    void oneChangedCharacterAndTheCheckFails(String piece, String instead) throws Exception {
        String whole = trig(vision().id());
        assertThat(whole).contains(piece);
        assertThat(TrustyNanopubUtils.isValidTrustyNanopub(nanopub(whole))).isTrue();

        Nanopub mutant = nanopub(whole.replaceFirst(Pattern.quote(piece), instead));

        assertThat(TrustyNanopubUtils.isValidTrustyNanopub(mutant)).isFalse();
    }

    @Test
    void whatIsNotAcceptedIsRefusedAndSaysInWhichStateItIs() {
        ItemId pending = quoin.paper(PENDING).items().getFirst().id();

        assertThat(catchThrowableOfType(ProblemException.class, () -> quoin.nanopublication(pending)))
                .extracting(ProblemException::problem)
                .isInstanceOfSatisfying(
                        Problem.Conflict.class,
                        problem -> assertThat(problem.detail())
                                .contains(pending.value())
                                .contains("«suggested»")
                                .contains("record their decisions first"));
        assertThat(catchThrowableOfType(
                        ProblemException.class,
                        () -> quoin.export(ExportFormat.NANOPUB, List.of(PENDING), new ByteArrayOutputStream())))
                .extracting(ProblemException::problem)
                .isInstanceOf(Problem.Conflict.class);
        for (String nothing : List.of("integrated-care-rural-uk/nothing", "nothing/nothing")) {
            assertThat(catchThrowableOfType(ProblemException.class, () -> quoin.nanopublication(new ItemId(nothing))))
                    .extracting(ProblemException::problem)
                    .isInstanceOf(Problem.NotFound.class);
        }
    }

    @Test
    void allAcceptedItemsOfAPaperComeInOneFile() throws Exception {
        var out = new ByteArrayOutputStream();
        quoin.export(ExportFormat.NANOPUB, List.of(SEED), out);
        var read = new ArrayList<Nanopub>();

        MultiNanopubRdfHandler.process(RDFFormat.TRIG, new java.io.ByteArrayInputStream(out.toByteArray()), read::add);

        assertThat(read).hasSize(26).allMatch(TrustyNanopubUtils::isValidTrustyNanopub);
        assertThat(read).extracting(Nanopub::getUri).doesNotHaveDuplicates();
    }

    /// Two people had to accept, with two times; the licence of the coding is known; the quotation, its
    /// selectors and the coding are blank nodes.
    @Test
    void whatOthersWroteIsPublishedWithNamesOfItsOwn(@TempDir Path folder) throws Exception {
        String fixture = Files.readString(Homes.ROOT.resolve("src/test/resources/shapes/pass/review-accepted.ttl"));
        String blank = fixture.replaceAll("<paper/alpha/quotation/([0-9a-f-]+)>", "_:quotation")
                .replaceAll("<paper/alpha/quotation/[0-9a-f-]+#(quote|position)>", "_:$1")
                .replace("<coding/alpha/one>", "_:coding");
        assertThat(blank).contains("_:quotation a ", "_:quote a ", "_:coding a ");
        int content = blank.indexOf("<paper/alpha> a ");
        Path file = folder.resolve("alpha.trig");
        Files.writeString(
                file,
                blank.substring(0, content) + "<graph/paper/alpha> { " + blank.substring(content)
                        + "<graph/paper/alpha> dcterms:license <https://creativecommons.org/publicdomain/zero/1.0/> }");
        ImportReport report = quoin.importFiles(List.of(file), Progress.NONE);
        assertThat(report.rejected()).as("%s", report.lines()).isZero();
        try {
            Nanopub nanopub = nanopub(trig(new ItemId("alpha/one")));

            assertThat(TrustyNanopubUtils.isValidTrustyNanopub(nanopub)).isTrue();
            String self = nanopub.getUri().stringValue();
            assertThat(lines(nanopub.getProvenance()))
                    .contains(
                            ID + "item/alpha/one " + QUOIN + "evidencedBy " + self + "#quotation-12-33",
                            self + "#words-12-33 " + OA + "exact a clear shared vision",
                            self + "#position-12-33 " + OA + "end 33",
                            ID + "decision/alpha/1 " + QUOIN + "decides " + self + "#coding-1");
            assertThat(lines(nanopub.getPubinfo()))
                    .contains(
                            self + " " + DCTERMS + "creator " + ID + "agent/reviewer-one",
                            self + " " + DCTERMS + "creator " + ID + "agent/reviewer-two",
                            self + " " + DCTERMS + "created 2026-03-02T09:00:00Z",
                            self + " " + DCTERMS + "license https://creativecommons.org/publicdomain/zero/1.0/");
        } finally {
            quoin.sparql().update("DROP GRAPH <graph/paper/alpha>");
        }
    }

    private EvidenceItem vision() {
        return quoin.paper(SEED).items().stream()
                .filter(item -> item.headline().equals("a clear shared vision"))
                .findFirst()
                .orElseThrow();
    }

    private String trig(ItemId item) {
        return trig(quoin, item);
    }

    private static String trig(Quoin base, ItemId item) {
        var out = new ByteArrayOutputStream();
        base.nanopublication(item).write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Nanopub nanopub(String trig) throws MalformedNanopubException {
        return new NanopubImpl(trig, RDFFormat.TRIG);
    }

    private static Set<String> lines(Set<Statement> statements) {
        return statements.stream()
                .map(st -> st.getSubject().stringValue() + " "
                        + st.getPredicate().stringValue() + " " + text(st.getObject()))
                .collect(Collectors.toSet());
    }

    private static String text(Value value) {
        return value.stringValue();
    }
}
