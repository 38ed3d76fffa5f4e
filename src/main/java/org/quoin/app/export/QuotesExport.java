// Writes the quotes of some claims as a table, one row a quote: CSV and Excel.
package org.quoin.app.export;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.search.SearchFilter;
import org.quoin.synthesis.Claim;
import org.quoin.synthesis.ComparisonBase;

/// All of it is of one state of the base.
///
/// @param base that the claims are of
/// @param claims in the order of the rows
/// @param leftOut what is not among them, in words
public record QuotesExport(ComparisonBase base, List<Claim> claims, List<String> leftOut) {
    public QuotesExport {
        claims = List.copyOf(claims);
        leftOut = List.copyOf(leftOut);
    }

    /// All that a filter lets through, by study and paper.
    public static QuotesExport of(ComparisonBase base, SearchFilter filter) {
        var claims = new ArrayList<Claim>();
        base.forEach(filter, claims::add);
        return new QuotesExport(
                base,
                claims,
                base.retractedPapers() == 0
                        ? List.of()
                        : List.of("retracted and not counted: papers %d, items %d"
                                .formatted(base.retractedPapers(), base.retractedItems())));
    }

    /// The named claims, in their order; what this state of the base does not have is left out.
    public static QuotesExport of(ComparisonBase base, List<ItemId> ids, List<String> leftOut) {
        Set<ItemId> wanted = new HashSet<>(ids);
        Map<ItemId, Claim> found = new HashMap<>();
        base.forEach(SearchFilter.NONE, claim -> {
            if (wanted.contains(claim.id())) {
                found.put(claim.id(), claim);
            }
        });
        return new QuotesExport(
                base,
                ids.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList(),
                leftOut);
    }

    /// The papers they are from, in the order in which they come.
    ///
    /// @throws org.quoin.model.ProblemException ([Problem.Conflict]) when there are none
    public List<PaperId> papers() {
        if (claims.isEmpty()) {
            throw Problem.conflict("no evidence answers to this selection: there are no papers to cite");
        }
        return claims.stream().map(Claim::paper).distinct().toList();
    }

    public void csv(OutputStream out) {
        table().csv(out);
    }

    /// @throws org.quoin.model.ProblemException ([org.quoin.model.Problem.Invalid]) when a sheet cannot hold so
    ///     many rows
    public void xlsx(OutputStream out) {
        table().xlsx(out);
    }

    QuoteTable table() {
        return new QuoteTable(
                sink -> claims.forEach(claim -> sink.add(
                        base.paper(claim.paper()).paper(),
                        base.study(claim.study()).concepts(),
                        claim)),
                List.of(List.of("state of the base", "commit " + base.sequence())),
                leftOut);
    }
}
