// Turns what stands beneath a cell into what pages show.
package org.quoin.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.app.SearchNames;
import org.quoin.model.ConceptRef;
import org.quoin.synthesis.Axis;
import org.quoin.synthesis.CellContent;
import org.quoin.synthesis.CellContent.Contradiction;
import org.quoin.synthesis.CellContent.OfStudy;
import org.quoin.synthesis.CellContent.StudyAbsence;
import org.quoin.synthesis.Claim;
import org.quoin.synthesis.Claim.Words;
import org.quoin.synthesis.ComparedStudy;
import org.quoin.synthesis.ComparisonBase;
import org.quoin.synthesis.Matrix;
import org.quoin.synthesis.Matrix.Heading;
import org.quoin.synthesis.MatrixRequest;
import org.quoin.web.page.OpenedCell;
import org.quoin.web.page.OpenedCell.ClaimCard;
import org.quoin.web.page.OpenedCell.Dispute;
import org.quoin.web.page.OpenedCell.Gap;
import org.quoin.web.page.OpenedCell.Quote;
import org.quoin.web.page.OpenedCell.StudyGroup;
import org.quoin.web.page.StudyRef;

final class OpenedCells {
    /// As many claims as are shown; the others can be searched.
    private static final int CLAIMS = 200;

    private final Show show;
    private final CompareAddress address;

    OpenedCells(Show show, CompareAddress address) {
        this.show = show;
        this.address = address;
    }

    OpenedCell of(ComparisonBase base, MatrixRequest request, CellContent content) {
        var groups = new ArrayList<StudyGroup>();
        int shown = 0;
        for (OfStudy its : content.studies()) {
            List<ClaimCard> cards =
                    its.claims().stream().limit(CLAIMS - shown).map(this::card).toList();
            shown += cards.size();
            if (!cards.isEmpty()) {
                groups.add(new StudyGroup(study(its.study()), cards));
            }
        }
        return new OpenedCell(
                true,
                name(content.row(), "all " + CompareForms.plural(request.rows().axis())) + " × "
                        + name(
                                content.column(),
                                "all " + CompareForms.plural(request.columns().axis())),
                content.items() == 0
                        ? "No claim stands here."
                        : Matrix.studies(content.studies().size()) + ", "
                                + Show.count(content.items(), "claim", "claims"),
                groups,
                content.items() - shown,
                content.contradictions().stream().map(this::dispute).toList(),
                content.absences().stream().map(this::gap).toList(),
                search(base, request, content),
                address.with("cell").url() + "#matrix");
    }

    private static String name(@Nullable Heading heading, String all) {
        return heading == null ? all : heading.label();
    }

    private static StudyRef study(ComparedStudy study) {
        var first = study.papers().getFirst();
        return new StudyRef(study.label(), first.title() == null, Urls.paper(first.id()), study.fictional(), "");
    }

    private ClaimCard card(Claim claim) {
        return new ClaimCard(
                claim.kind().key(),
                show.name(claim.kind()),
                Objects.requireNonNullElse(claim.statement(), ""),
                claim.quotes().stream().map(quote -> quote(claim, quote)).toList(),
                show.tags(Stream.concat(claim.factors().stream(), claim.levels().stream())
                        .toList()),
                Urls.evidence(claim.id()));
    }

    private Quote quote(Claim claim, Words words) {
        return new Quote(
                words.exact(),
                MatrixTables.place(claim.paper(), words),
                Objects.requireNonNullElse(words.section(), ""),
                show.label(new ConceptRef("voice", words.voice())));
    }

    private Dispute dispute(Contradiction contradiction) {
        return new Dispute(
                contradiction.from().headline(),
                Urls.evidence(contradiction.from().id()),
                contradiction.to().headline(),
                Urls.evidence(contradiction.to().id()),
                Objects.requireNonNullElse(contradiction.record().rationale(), ""),
                contradiction.record().by());
    }

    private Gap gap(StudyAbsence absence) {
        return new Gap(
                study(absence.study()),
                absence.record().sought().stream().map(show::label).collect(Collectors.joining(", ")),
                show.label(new ConceptRef("absence", absence.record().sense())),
                absence.record().by());
    }

    /// The same evidence as a search; empty when the search has no such filter.
    private String search(ComparisonBase base, MatrixRequest request, CellContent content) {
        if (content.items() == 0 || base.studies().isEmpty()) {
            return "";
        }
        Map<String, List<String>> filters = new LinkedHashMap<>(address.parameters());
        CompareParameters.UNFILTERED.forEach(filters::remove);
        narrow(filters, request.rows().axis(), content.row());
        narrow(filters, request.columns().axis(), content.column());
        return Urls.search(filters);
    }

    private static void narrow(Map<String, List<String>> filters, Axis axis, @Nullable Heading heading) {
        if (heading != null) {
            String name = switch (axis) {
                case Axis.Plain plain -> plain.toString();
                case Axis.Concepts concepts -> SearchNames.of(new ConceptRef(concepts.scheme(), heading.key()));
            };
            filters.put(name, List.of(heading.key()));
        }
    }
}
