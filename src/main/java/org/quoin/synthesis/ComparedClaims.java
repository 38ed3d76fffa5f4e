// Two claims of a base that somebody has compared.
package org.quoin.synthesis;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quoin.graph.PaperJudgements;
import org.quoin.graph.PaperJudgements.Comparison;
import org.quoin.model.ItemId;

/// @param from number of a claim
/// @param to number of a claim of another study
record ComparedClaims(int from, int to, Comparison record) {
    /// Those that are said to stand in a relation, in the order of the records' IRIs. Where one of two claims is not
    /// there, because its paper is retracted, the record is left out.
    ///
    /// @param relation key of the `relation` scheme
    /// @param claims by number
    static List<ComparedClaims> of(Collection<PaperJudgements> judgements, String relation, List<Claim> claims) {
        List<Comparison> records = judgements.stream()
                .flatMap(judged -> judged.comparisons().stream())
                .filter(record -> record.relation().equals(relation))
                .sorted(Comparator.comparing(Comparison::iri))
                .toList();
        Map<ItemId, Integer> numbers = numbers(
                records.stream()
                        .flatMap(record -> Stream.of(record.from(), record.to()))
                        .collect(Collectors.toSet()),
                claims);
        return records.stream()
                .filter(record -> numbers.containsKey(record.from()) && numbers.containsKey(record.to()))
                .map(record -> new ComparedClaims(
                        numbers.getOrDefault(record.from(), 0), numbers.getOrDefault(record.to(), 0), record))
                .toList();
    }

    private static Map<ItemId, Integer> numbers(Set<ItemId> wanted, List<Claim> claims) {
        Map<ItemId, Integer> numbers = new HashMap<>();
        for (int i = 0; i < claims.size() && numbers.size() < wanted.size(); i++) {
            if (wanted.contains(claims.get(i).id())) {
                numbers.put(claims.get(i).id(), i);
            }
        }
        return numbers;
    }
}
