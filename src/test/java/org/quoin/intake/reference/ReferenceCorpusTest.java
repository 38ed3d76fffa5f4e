// The reference exports of a dozen tools, kept for the tests of other programs: how many records each holds, and
// what those programs make of them.
package org.quoin.intake.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quoin.intake.document.Metadata;
import org.quoin.intake.document.Note.What;
import org.quoin.intake.document.PartKind;
import org.quoin.intake.document.ReadDocument;
import org.quoin.intake.document.ReadLimits;
import org.quoin.intake.document.Reading;
import org.quoin.intake.document.Shared;
import org.quoin.intake.document.Source;
import org.quoin.model.ProblemException;

class ReferenceCorpusTest {
    /// Records in each file, and documents: the records less those without title and abstract. Where the numbers
    /// are from: A, ASReview's test_readers.py; J, JabRef's tests of its importers; G, counted in the file by
    /// grep: lines of `TY  -`, `PMID`, `PMC` or `PMCR` after a blank line, `%0`, `PT `, `<n>`, `<record>`,
    /// `<PubmedArticle>`, `<PubmedBookArticle>` or `@type{`, rows of a table; documents by lines of titles and
    /// abstracts that are not empty.
    private static final String COUNTS = """
            asreview-tests/_baseline.ris 100 100 A
            asreview-tests/baseline_empty_values.ris 4 4 G
            asreview-tests/baseline_tag-notes.ris 12 1 G
            asreview-tests/baseline_tag-notes_labels.ris 32 32 A
            asreview-tests/baseline_tag-notes_zotero.ris 4 4 G
            asreview-tests/baseline_tag_and_field_definitions.ris 1 1 G
            asreview-tests/baseline_zotero.ris 100 100 G
            asreview-tests/duplicate_records.csv 14 10 G
            asreview-tests/embase.csv 6 6 A
            asreview-tests/embase.ris 6 6 A
            asreview-tests/embase_newpage.csv 6 6 A
            asreview-tests/faulty_year.ris 1 1 G
            asreview-tests/generic.csv 2 2 A
            asreview-tests/generic_bad_record_id.csv 6 6 G
            asreview-tests/generic_column_names_with_spaces.csv 2 2 G
            asreview-tests/generic_labels.csv 6 6 A
            asreview-tests/generic_labels_no_abs.csv 6 6 G
            asreview-tests/generic_labels_no_title.csv 6 6 G
            asreview-tests/generic_partial_labels.csv 6 6 G
            asreview-tests/generic_semicolon.csv 2 2 A
            asreview-tests/generic_tab.csv 2 2 A
            asreview-tests/generic_tab.tab 2 2 A
            asreview-tests/generic_tab.tsv 2 2 A
            asreview-tests/missing_values.csv 4 4 G
            asreview-tests/ovid_psycinfo.ris 6 6 G
            asreview-tests/ovid_zotero.ris 6 6 A
            asreview-tests/proquest.ris 6 6 A
            asreview-tests/pubmed_endnote.txt 6 6 A
            asreview-tests/pubmed_zotero.ris 6 6 A
            asreview-tests/record_id.csv 10 10 G
            asreview-tests/ris_issue_1099.txt 7 7 G
            asreview-tests/ris_issue_992.txt 19 19 G
            asreview-tests/ris_many_authors.ris 1 1 G
            asreview-tests/scopus.ris 6 6 A
            asreview-tests/web_of_science.txt 10 10 A
            jabref-tests/Endnote.book.example.enw 1 1 J
            jabref-tests/Endnote.entries.enw 13 2 G
            jabref-tests/EndnoteXmlImporterTestArticle.bib 1 1 J
            jabref-tests/EndnoteXmlImporterTestArticle.xml 1 1 J
            jabref-tests/EndnoteXmlImporterTestArticle2.bib 2 2 J
            jabref-tests/EndnoteXmlImporterTestArticle2.xml 2 2 J
            jabref-tests/EndnoteXmlImporterTestLabelAndMultiTitle.bib 3 3 J
            jabref-tests/EndnoteXmlImporterTestLabelAndMultiTitle.xml 3 3 J
            jabref-tests/EndnoteXmlImporterTestReport.bib 1 1 J
            jabref-tests/EndnoteXmlImporterTestReport.xml 1 1 J
            jabref-tests/EndnoteXmlImporterTest_EmptyKeywordStyle.bib 1 1 J
            jabref-tests/EndnoteXmlImporterTest_EmptyKeywordStyle.xml 1 1 J
            jabref-tests/EndnoteXmlImporterTest_WithoutUrlStyle.bib 1 1 J
            jabref-tests/EndnoteXmlImporterTest_WithoutUrlStyle.xml 1 1 J
            jabref-tests/EndnoteXmlImporterTest_WithoutUrlStyle2.bib 2 2 J
            jabref-tests/EndnoteXmlImporterTest_WithoutUrlStyle2.xml 2 2 J
            jabref-tests/IsiImporterTest1.isi 1 1 J
            jabref-tests/IsiImporterTest2.isi 3 3 J
            jabref-tests/IsiImporterTestInspec.isi 2 2 J
            jabref-tests/IsiImporterTestMedline.isi 2 2 J
            jabref-tests/IsiImporterTestWOS.isi 2 2 J
            jabref-tests/MedlineImporterTestArticleID.bib 1 1 J
            jabref-tests/MedlineImporterTestArticleID.xml 1 1 J
            jabref-tests/MedlineImporterTestArticleItalics.bib 1 1 J
            jabref-tests/MedlineImporterTestArticleItalics.xml 1 1 J
            jabref-tests/MedlineImporterTestArticleNoISSN.bib 1 1 J
            jabref-tests/MedlineImporterTestArticleNoISSN.xml 1 1 J
            jabref-tests/MedlineImporterTestBookArticleSet.bib 2 1 J
            jabref-tests/MedlineImporterTestBookArticleSet.xml 2 1 J
            jabref-tests/MedlineImporterTestKeywordSingleEntry.bib 1 1 J
            jabref-tests/MedlineImporterTestKeywordSingleEntry.xml 1 1 J
            jabref-tests/MedlineImporterTestMathML.bib 1 1 J
            jabref-tests/MedlineImporterTestMathML.xml 1 1 J
            jabref-tests/MedlineImporterTestMeshHeadingList.bib 1 1 J
            jabref-tests/MedlineImporterTestMeshHeadingList.xml 1 1 J
            jabref-tests/MedlineImporterTestNbib.bib 2 2 J
            jabref-tests/MedlineImporterTestNbib.xml 2 2 J
            jabref-tests/MedlineImporterTestPubmedBook.bib 1 1 J
            jabref-tests/MedlineImporterTestPubmedBook.xml 1 1 J
            jabref-tests/MedlinePlainImporterStringOutOfBounds.bib 2 2 J
            jabref-tests/MedlinePlainImporterStringOutOfBounds.txt 2 2 J
            jabref-tests/MedlinePlainImporterTestCompleteEntry.bib 1 1 J
            jabref-tests/MedlinePlainImporterTestCompleteEntry.txt 1 1 J
            jabref-tests/MedlinePlainImporterTestInproceeding.bib 1 1 J
            jabref-tests/MedlinePlainImporterTestMultiAbstract.bib 1 1 J
            jabref-tests/MedlinePlainImporterTestMultiAbstract.txt 1 1 J
            jabref-tests/MedlinePlainImporterTestMultiTitle.bib 1 1 J
            jabref-tests/MedlinePlainImporterTestMultiTitle.txt 1 1 J
            jabref-tests/MedlinePlainImporterTestMultipleEntries.txt 7 3 J
            jabref-tests/OvidImporterTest1.txt 5 3 J
            jabref-tests/OvidImporterTest2Invalid.txt 2 2 G
            jabref-tests/OvidImporterTest3.txt 1 1 J
            jabref-tests/OvidImporterTest4.txt 1 1 J
            jabref-tests/OvidImporterTest5.txt 1 1 J
            jabref-tests/OvidImporterTest6.txt 1 1 J
            jabref-tests/OvidImporterTest7.txt 1 1 J
            jabref-tests/OvidImporterTestBib3.bib 1 1 J
            jabref-tests/OvidImporterTestBib4.bib 1 1 J
            jabref-tests/OvidImporterTestBib5.bib 1 1 J
            jabref-tests/OvidImporterTestBib6.bib 1 1 J
            jabref-tests/OvidImporterTestBib7.bib 1 1 J
            jabref-tests/RisImporterCorrupted.ris 1 1 G
            jabref-tests/RisImporterTest1.bib 1 1 J
            jabref-tests/RisImporterTest1.ris 1 1 J
            jabref-tests/RisImporterTest3.bib 1 1 J
            jabref-tests/RisImporterTest3.ris 1 1 J
            jabref-tests/RisImporterTest4a.bib 1 1 J
            jabref-tests/RisImporterTest4a.ris 1 1 J
            jabref-tests/RisImporterTest4b.bib 1 1 J
            jabref-tests/RisImporterTest4b.ris 1 1 J
            jabref-tests/RisImporterTest4c.bib 1 1 J
            jabref-tests/RisImporterTest4c.ris 1 1 J
            jabref-tests/RisImporterTest5a.bib 1 1 J
            jabref-tests/RisImporterTest5a.ris 1 1 J
            jabref-tests/RisImporterTest5b.bib 1 1 J
            jabref-tests/RisImporterTest5b.ris 1 1 J
            jabref-tests/RisImporterTest6.bib 1 1 J
            jabref-tests/RisImporterTest6.ris 1 1 J
            jabref-tests/RisImporterTest7.bib 1 1 J
            jabref-tests/RisImporterTest7.ris 1 1 J
            jabref-tests/RisImporterTest8_date.bib 1 1 J
            jabref-tests/RisImporterTest8_date.ris 1 1 J
            jabref-tests/RisImporterTest9.bib 1 1 J
            jabref-tests/RisImporterTest9.ris 1 1 J
            jabref-tests/RisImporterTestDOI.bib 1 1 J
            jabref-tests/RisImporterTestDOI.ris 1 1 J
            jabref-tests/RisImporterTestDate1.1.bib 1 1 J
            jabref-tests/RisImporterTestDate1.1.ris 1 1 J
            jabref-tests/RisImporterTestDate1.2.bib 1 1 J
            jabref-tests/RisImporterTestDate1.2.ris 1 1 J
            jabref-tests/RisImporterTestScience.bib 1 1 J
            jabref-tests/RisImporterTestScience.ris 1 1 J
            jabref-tests/RisImporterTestScopus.bib 1 1 J
            jabref-tests/RisImporterTestScopus.ris 1 1 J
            jabref-tests/RisImporterTestWithEmptyER.bib 1 1 J
            jabref-tests/RisImporterTestWithEmptyER.ris 1 1 J
            """;

    /// What is refused, and how the reason goes on after the file's name.
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("asreview-tests/asreview-demo-project-invalid-classifier-v2.asreview", " is a zip archive, not"),
            Map.entry("asreview-tests/asreview-demo-project-invalid-classifier.asreview", " is a zip archive, not"),
            Map.entry("asreview-tests/asreview-demo-project-v2.asreview", " is a zip archive, not"),
            Map.entry("asreview-tests/asreview-demo-project.asreview", " is a zip archive, not"),
            Map.entry("asreview-tests/baseline_reference_types.ris", " holds 61 records in RIS, none with a title"),
            Map.entry(
                    "asreview-tests/baseline_tag_and_field_definitions_lists.ris",
                    " holds 1 record in RIS, none with a title"),
            Map.entry("jabref-tests/Endnote.pattern.A.enw", " is named as a file of references, but no record"),
            Map.entry("jabref-tests/Endnote.pattern.E.enw", " is named as a file of references, but no record"),
            Map.entry("jabref-tests/IsiImporterTestEmpty.isi", " is named as a file of references, but no record"),
            Map.entry("jabref-tests/MedlineImporterTestMalformedEntry.xml", " is not well-formed XML at line 4"),
            Map.entry(
                    "jabref-tests/MedlineImporterTestMinimalEntry.bib",
                    " is named as a file of references, but no record"),
            Map.entry(
                    "jabref-tests/MedlineImporterTestMinimalEntry.xml",
                    " holds 1 record in PubMed XML, none with a title"),
            Map.entry("jabref-tests/MedlinePlainImporterTestDOI.bib", " holds 1 record in BibTeX, none with a title"),
            Map.entry(
                    "jabref-tests/MedlinePlainImporterTestDOI.txt",
                    " holds 1 record in MEDLINE (nbib), none with a title or an abstract: record 1: PMID 22664220"),
            Map.entry(
                    "jabref-tests/MedlinePlainImporterTestInproceeding.txt",
                    " holds 1 record in MEDLINE (nbib), none with a title"),
            Map.entry("jabref-tests/MedlinePlainImporterTestInvalidFormat.xml", " is named as XML but does not begin"),
            Map.entry(
                    "jabref-tests/RisImporterTestDoiAndJournalTitle.bib",
                    " holds 1 record in BibTeX, none with a title"),
            Map.entry(
                    "jabref-tests/RisImporterTestDoiAndJournalTitle.ris", " holds 1 record in RIS, none with a title"));

    /// Words of other kinds that lie beside them.
    private static final Set<String> PLAIN_TEXTS =
            Set.of("asreview-tests/LICENSE", "asreview-tests/generic.vec", "jabref-tests/LICENSE");

    @Test
    void everyFileGivesAsManyRecordsAsItHoldsOrIsRefusedByName() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        COUNTS.lines().map(line -> line.split(" ", -1)).forEach(row -> expected.put(row[0], row[1] + " " + row[2]));
        Map<String, String> seen = new TreeMap<>();
        Set<String> plain = new TreeSet<>();
        Map<String, String> refused = new TreeMap<>();
        for (Path file : Shared.files("references")) {
            String name =
                    file.subpath(file.getNameCount() - 2, file.getNameCount()).toString();
            try {
                switch (References.READERS.read(file)) {
                    case Reading.Records records ->
                        seen.put(
                                name,
                                (records.documents().size() + References.count(records, What.RECORD_WITHOUT_WORDS))
                                        + " " + records.documents().size());
                    case Reading.Documents documents -> plain.add(name);
                    case Reading.NotAPaper(String what) -> refused.put(name, what);
                }
            } catch (ProblemException e) {
                refused.put(name, e.problem().detail());
            }
        }

        assertThat(seen).containsExactlyEntriesOf(expected);
        assertThat(plain).containsExactlyInAnyOrderElementsOf(PLAIN_TEXTS);
        assertThat(refused.keySet()).containsExactlyInAnyOrderElementsOf(REFUSED.keySet());
        refused.forEach(
                (name, reason) -> assertThat(reason).contains(name.replaceFirst(".*/", "") + REFUSED.get(name)));
    }

    /// A field of a record as text, to compare what two files say.
    private static final Map<String, Function<ReadDocument, Object>> FIELDS = fields();

    private static Map<String, Function<ReadDocument, Object>> fields() {
        var fields = new LinkedHashMap<String, Function<ReadDocument, Object>>();
        fields.put("title", record -> bare(record.metadata().title()));
        fields.put(
                "authors",
                record -> record.metadata().authors().stream()
                        .map(Metadata.Author::display)
                        .map(ReferenceCorpusTest::bare)
                        .toList());
        fields.put("year", record -> {
            var date = record.metadata().publication().date();
            return date == null ? "" : date.year();
        });
        fields.put("container", record -> bare(record.metadata().publication().container()));
        fields.put("volume", record -> bare(record.metadata().publication().volume()));
        fields.put("issue", record -> bare(record.metadata().publication().issue()));
        fields.put("pages", record -> bare(record.metadata().publication().pages()));
        fields.put("publisher", record -> bare(record.metadata().publication().publisher()));
        fields.put("doi", record -> bare(record.metadata().identifiers().doi()));
        fields.put("pmid", record -> bare(record.metadata().identifiers().pmid()));
        fields.put("language", record -> bare(record.metadata().language()));
        fields.put("keywords", record -> record.metadata().keywords());
        fields.put(
                "abstract",
                record -> bare(record.allParts(PartKind.ABSTRACT)
                        .map(part -> record.text().slice(part.span()))
                        .reduce("", String::concat)));
        return fields;
    }

    /// Without what two programs may write differently: white space, stops after initials and titles, dashes.
    private static String bare(@Nullable String value) {
        return value == null ? "" : value.replaceAll("[\\s.]+", "").replaceAll("[-\u2013\u2014]+", "-");
    }

    /// Where JabRef's expectation is not ours, and why.
    private static final String OTHERWISE = """
            MedlineImporterTestArticleItalics abstract JabRef puts spaces around what is set in italics
            MedlineImporterTestArticleNoISSN pages JabRef spells out the last page
            MedlineImporterTestBookArticleSet title JabRef takes that of the book for that of the chapter
            MedlineImporterTestKeywordSingleEntry authors JabRef takes the person whom the paper is about
            MedlineImporterTestKeywordSingleEntry pmid the record has two; JabRef takes the second
            MedlineImporterTestMathML abstract formulas are TeX in JabRef, characters here
            MedlineImporterTestMathML keywords JabRef adds MeSH headings
            MedlineImporterTestMeshHeadingList keywords JabRef adds MeSH headings
            MedlineImporterTestNbib abstract JabRef puts a colon after a label
            MedlineImporterTestNbib authors JabRef leaves out "Jr"
            MedlineImporterTestNbib keywords JabRef adds MeSH headings
            MedlineImporterTestNbib pages JabRef spells out the last page
            MedlinePlainImporterTestCompleteEntry keywords JabRef adds MeSH headings
            MedlinePlainImporterTestMultiTitle title JabRef joins the titles; here the first is the title
            OvidImporterTest5 authors academic degrees are names in JabRef
            OvidImporterTest6 authors academic degrees are names in JabRef
            RisImporterTest1 authors JabRef adds editors
            RisImporterTest1 title JabRef joins the titles; here the first is the title
            RisImporterTest1 container JabRef takes the last name of the journal, here the longest form
            RisImporterTest3 issue JabRef takes a remark for it
            RisImporterTest5a issue JabRef takes a remark for it
            RisImporterTest6 issue JabRef takes the PubMed Central number for it
            RisImporterTest7 authors JabRef adds editors
            RisImporterTest8_date container JabRef takes the abbreviated name
            RisImporterTestDOI issue JabRef takes the PubMed number for it
            RisImporterTestDate1.1 container JabRef takes the abbreviated name
            RisImporterTestDate1.2 container JabRef takes the abbreviated name
            RisImporterTestWithEmptyER container JabRef takes the abbreviated name
            """;

    @TestFactory
    List<DynamicTest> fieldsAreWhatJabRefsTestsExpect() throws IOException {
        Map<String, Path> files = new TreeMap<>();
        Shared.files("references").forEach(file -> files.put(file.getFileName().toString(), file));
        Set<String> named = new TreeSet<>();
        COUNTS.lines().forEach(line -> named.add(line.replaceFirst(".*/", "").replaceFirst(" .*", "")));
        List<DynamicTest> tests = new ArrayList<>();
        for (String name : named) {
            String stem = name.replaceFirst("\\.[a-z]+$", "");
            String expectation = stem.replaceFirst("OvidImporterTest(\\d)", "OvidImporterTestBib$1") + ".bib";
            if (!name.endsWith(".bib") && named.contains(expectation)) {
                tests.add(DynamicTest.dynamicTest(name, () -> {
                    List<ReadDocument> read = records(Objects.requireNonNull(files.get(name)));
                    List<ReadDocument> expected = records(Objects.requireNonNull(files.get(expectation)));
                    assertThat(read).hasSameSizeAs(expected);
                    for (int i = 0; i < read.size(); i++) {
                        for (var field : FIELDS.entrySet()) {
                            Object found = field.getValue().apply(read.get(i));
                            Object wanted = field.getValue().apply(expected.get(i));
                            // JabRef's expectation does not name every field.
                            if (!wanted.equals("") && !wanted.equals(List.of())) {
                                boolean otherwise = OTHERWISE.contains(stem + " " + field.getKey() + " ");
                                assertThat(found.equals(wanted))
                                        .as("%s of %s is %s and should be %s", field.getKey(), name, found, wanted)
                                        .isNotEqualTo(otherwise && i == 0);
                            }
                        }
                    }
                }));
            }
        }
        assertThat(tests).hasSizeGreaterThan(35);
        return tests;
    }

    private static List<ReadDocument> records(Path file) throws IOException {
        return References.read(Source.of(file.toString(), file, ReadLimits.DEFAULT))
                .documents();
    }
}
