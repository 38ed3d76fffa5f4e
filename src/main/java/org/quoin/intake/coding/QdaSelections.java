// Reads the selections of a REFI-QDA project: finds out how positions are counted, and takes the words there.
package org.quoin.intake.coding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.coding.CodingNote.What;
import org.quoin.intake.coding.PositionEvidence.Sample;
import org.quoin.intake.coding.StoredText.Place;
import org.quoin.intake.coding.StoredText.Range;
import org.quoin.intake.document.Budget;
import org.quoin.intake.document.Tally;
import org.quoin.intake.document.XmlElement;
import org.quoin.model.Span;

final class QdaSelections {
    private final QdaIds ids;
    private final QdaReferences references;
    private final QdaMemos memos;
    private final Budget budget;
    private final Tally<What> tally;
    private final List<Selection> selections = new ArrayList<>();

    QdaSelections(QdaIds ids, QdaReferences references, QdaMemos memos, Budget budget, Tally<What> tally) {
        this.ids = ids;
        this.references = references;
        this.memos = memos;
        this.budget = budget;
        this.tally = tally;
    }

    /// @param asSpecified whether the file is known to count as the specification says
    List<Selection> read(List<QdaSource> sources, boolean asSpecified) {
        List<List<Positioned>> positioned =
                sources.stream().map(this::positioned).toList();
        PositionConvention convention = asSpecified
                ? PositionConvention.SPECIFIED
                : PositionEvidence.choose(
                        PositionConvention.SPECIFIED,
                        positioned.stream()
                                .flatMap(List::stream)
                                .flatMap(Positioned::sample)
                                .toList(),
                        budget);
        for (int i = 0; i < sources.size(); i++) {
            QdaSource source = sources.get(i);
            List<Positioned> own = positioned.get(i);
            Set<String> placed = source.text() == null
                    ? withoutText(source, own)
                    : withText(own, asSpecified ? convention : convention(source, own, convention));
            source.areas().forEach(area -> area(source, area, placed));
        }
        return selections;
    }

    /// A selection with its positions as the file has them.
    ///
    /// @param betweenPoints whether they are those of sync points, of which the second is never included
    private record Positioned(QdaSource source, XmlElement element, int start, int end, boolean betweenPoints) {
        Stream<Sample> sample() {
            StoredText text = source.text();
            return text == null || betweenPoints
                    ? Stream.empty()
                    : Stream.of(new Sample(text, start, end, element.attribute("name")));
        }

        String place() {
            return source.source().name() + ": " + start + "-" + end;
        }
    }

    private List<Positioned> positioned(QdaSource source) {
        List<Positioned> positioned = new ArrayList<>();
        for (XmlElement element : source.selections()) {
            boolean betweenPoints = element.is("TranscriptSelection");
            String start = betweenPoints ? point(source, element, "fromSyncPoint") : element.attribute("startPosition");
            String end = betweenPoints ? point(source, element, "toSyncPoint") : element.attribute("endPosition");
            try {
                positioned.add(new Positioned(
                        source,
                        element,
                        Integer.parseInt(start.strip()),
                        Integer.parseInt(end.strip()),
                        betweenPoints));
            } catch (NumberFormatException e) {
                tally.add(What.BAD_POSITION, source.source().name() + ": " + start + "-" + end);
            }
        }
        return positioned;
    }

    private static String point(QdaSource source, XmlElement element, String attribute) {
        return source.syncPoints().getOrDefault(Guids.canonical(element.attribute(attribute)), "");
    }

    /// What the selections of one source say, where it differs from what the project says.
    private PositionConvention convention(QdaSource source, List<Positioned> own, PositionConvention ofProject) {
        List<Sample> samples = own.stream().flatMap(Positioned::sample).toList();
        PositionConvention convention = PositionEvidence.choose(ofProject, samples, budget);
        int moved = (int) samples.stream()
                .filter(sample -> !Objects.equals(
                        sample.text().range(convention, sample.start(), sample.end()),
                        sample.text().range(PositionConvention.SPECIFIED, sample.start(), sample.end())))
                .count();
        String name = source.source().name();
        tally.add(What.POSITIONS, moved, name + ": " + convention.description());
        if (PositionEvidence.isDoubtful(convention, samples)) {
            tally.add(What.POSITIONS_DOUBTFUL, samples.size(), name);
        }
        return convention;
    }

    /// @return what is carried over, by the marks that an area of a page would share with it
    private Set<String> withText(List<Positioned> positioned, PositionConvention convention) {
        Set<String> placed = new HashSet<>();
        PositionConvention points = new PositionConvention(
                convention.unit(), convention.lineEnds(), convention.markCounted(), convention.fromOne(), false);
        for (Positioned selection : positioned) {
            budget.checkTime();
            StoredText text = Objects.requireNonNull(selection.source().text());
            Range range =
                    text.range(selection.betweenPoints() ? points : convention, selection.start(), selection.end());
            if (range == null) {
                tally.add(What.BAD_POSITION, selection.place());
                continue;
            }
            Place place = text.place(range);
            String words = text.text().slice(place.span());
            if (words.isBlank()) {
                tally.add(What.EMPTY_SELECTION, selection.place());
                continue;
            }
            if (place.split()) {
                tally.add(What.SPLIT_CHARACTER, words);
            }
            add(selection.source(), selection.element(), place.span(), words);
            placed.addAll(marks(selection.element()));
        }
        return placed;
    }

    /// Where the text is missing, a name that is as long as the selection is taken for its words.
    private Set<String> withoutText(QdaSource source, List<Positioned> positioned) {
        Set<String> withWords = source.areas().stream()
                .filter(area -> !words(area).isEmpty())
                .map(area -> Guids.canonical(area.attribute("guid")))
                .collect(Collectors.toSet());
        for (Positioned selection : positioned) {
            String name = selection.element().attribute("name");
            int difference = name.codePointCount(0, name.length()) - (selection.end() - selection.start());
            boolean asLong = difference == 0 || difference == 1;
            if (withWords.contains(Guids.canonical(selection.element().attribute("guid")))) {
                // The page's area of the same selection has them.
                continue;
            }
            if (asLong && !name.isBlank()) {
                add(source, selection.element(), null, PlainWords.of(name, tally, selection.place()));
            } else {
                tally.add(What.SELECTION_WITHOUT_WORDS, selection.place());
            }
        }
        return Set.of();
    }

    /// An area of a page. Tools write one for each page that a selection of the text reaches over: those have
    /// its id, or its name and moment.
    private void area(QdaSource source, XmlElement area, Set<String> placed) {
        String words = words(area);
        if (marks(area).stream().anyMatch(placed::contains)) {
            tally.add(What.PDF_PLACE, "");
        } else if (words.isEmpty()) {
            tally.add(What.PDF_AREA, source.source().name() + ": " + area.attribute("name"));
        } else {
            add(source, area, null, PlainWords.of(words, tally, source.source().name()));
        }
    }

    private static List<String> marks(XmlElement element) {
        String id = "id " + Guids.canonical(element.attribute("guid"));
        String name = element.attribute("name");
        String moment = element.attribute("creationDateTime");
        return name.isBlank() || moment.isBlank() ? List.of(id) : List.of(id, "made " + moment + " " + name);
    }

    /// The words of an area, or of nothing but white space and then empty.
    private static String words(XmlElement area) {
        return Optional.of(area)
                .flatMap(element -> element.child("Representation"))
                .flatMap(representation -> representation.child("PlainTextContent"))
                .map(XmlElement::text)
                .map(String::strip)
                .orElse("");
    }

    private void add(QdaSource source, XmlElement element, @Nullable Span span, String words) {
        String name = element.attribute("name");
        selections.add(new Selection(
                ids.claim("selection", element),
                source.source().id(),
                span,
                words,
                true,
                name.isBlank() || PositionEvidence.agree(name, words) ? null : name,
                memos.about(element),
                references.applications(element)));
    }
}
