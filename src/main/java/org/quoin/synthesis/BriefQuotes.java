// Chooses the words that a brief shows of claims.
package org.quoin.synthesis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.model.StudyId;
import org.quoin.model.Synthesis;
import org.quoin.synthesis.Brief.Labelled;
import org.quoin.synthesis.BriefQuote.Credibility;

final class BriefQuotes {
    private final ComparisonBase base;
    private final Closeness closeness;
    private final Map<ItemId, List<Credibility>> credibility = new HashMap<>();

    BriefQuotes(ComparisonBase base, Closeness closeness) {
        this.base = base;
        this.closeness = closeness;
        base.syntheses()
                .forEach(synthesis -> synthesis
                        .credibility()
                        .forEach(judged -> credibility
                                .computeIfAbsent(judged.finding(), finding -> new ArrayList<>())
                                .add(credibility(synthesis, judged))));
    }

    private Credibility credibility(Synthesis synthesis, Synthesis.Credibility judged) {
        return new Credibility(
                Labelled.of(new ConceptRef("jbi-credibility", judged.rating()), base.vocabulary()),
                synthesis.id(),
                Objects.requireNonNullElse(judged.rationale(), ""),
                judged.by().name());
    }

    /// The first words of a claim that still stand in the paper's text.
    BriefQuote of(Claim claim) {
        Claim.Words words = claim.quotes().stream()
                .filter(each -> !each.lost())
                .findFirst()
                .orElse(claim.quotes().getFirst());
        return new BriefQuote(
                claim,
                words,
                base.paper(claim.paper()),
                closeness.fits(claim),
                credibility.getOrDefault(claim.id(), List.of()));
    }

    /// The best of each study before a second one of any, at most [Brief#MAX_QUOTES].
    List<BriefQuote> best(Collection<Claim> claims) {
        List<Claim> best = closeness.bestFirst(claims.stream());
        var first = new ArrayList<Claim>();
        var others = new ArrayList<Claim>();
        var seen = new HashSet<StudyId>();
        best.forEach(claim -> (seen.add(claim.study()) ? first : others).add(claim));
        return Stream.concat(first.stream(), others.stream())
                .map(this::of)
                .filter(distinctBy(
                        quote -> quote.paper().id() + " " + quote.words().span()))
                .limit(Brief.MAX_QUOTES)
                .toList();
    }

    private static <T> Predicate<T> distinctBy(Function<T, String> key) {
        var seen = new HashSet<String>();
        return each -> seen.add(key.apply(each));
    }
}
