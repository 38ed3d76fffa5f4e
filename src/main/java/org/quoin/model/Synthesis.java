// What a synthesis makes of the claims of several studies.
package org.quoin.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// It has no words of its own to rest on: whatever it says leads to claims of studies and so to their quotes. Its
/// parts are named by slugs that are unique among the parts of one kind.
///
/// @param id unique in the base
/// @param title what it is called
/// @param description what it asks and how it goes about it, or null
/// @param by who makes it
/// @param categories by name
/// @param findings by name
/// @param comparisons by name
/// @param credibility a single study's findings held against their illustrations, by finding
/// @param absences what was sought in a text and is not there, by name
public record Synthesis(
        SynthesisId id,
        String title,
        @Nullable String description,
        Agent by,
        List<Category> categories,
        List<Finding> findings,
        List<Comparison> comparisons,
        List<Credibility> credibility,
        List<Absence> absences) {
    public Synthesis {
        categories = List.copyOf(categories);
        findings = List.copyOf(findings);
        comparisons = List.copyOf(comparisons);
        credibility = List.copyOf(credibility);
        absences = List.copyOf(absences);
    }

    /// Study claims that mean the same or belong together.
    ///
    /// @param label what it is called
    /// @param definition what falls under it
    /// @param broader name of the category it stands under, or null
    /// @param claims what is translated into it, sorted
    public record Category(
            String name,
            String label,
            String definition,
            @Nullable String broader,
            List<ItemId> claims) {
        public Category {
            Slugs.require("category", name);
            claims = claims.stream().distinct().sorted().toList();
        }
    }

    /// A sentence on what the studies show together.
    ///
    /// @param categories names of those it aggregates
    /// @param claims what it aggregates without a category between, sorted
    /// @param confidence how far it can be relied on, or null when nobody has said
    public record Finding(
            String name,
            String statement,
            List<String> categories,
            List<ItemId> claims,
            @Nullable Confidence confidence) {
        public Finding {
            Slugs.require("synthesised finding", name);
            categories = categories.stream().distinct().sorted().toList();
            claims = claims.stream().distinct().sorted().toList();
        }
    }

    /// GRADE-CERQual.
    ///
    /// @param rating key of the `cerqual-rating` scheme
    /// @param judgements by key of the `cerqual-component` scheme
    /// @param at when, or null when nobody wrote it down
    /// @param basis the claims that were in view, as they were; empty when nobody wrote it down
    public record Confidence(
            String rating,
            String rationale,
            SortedMap<String, Judgement> judgements,
            Agent by,
            @Nullable Instant at,
            List<Basis> basis) {
        /// Keys of the `cerqual-component` scheme in the order of the method's own tables (Lewin and others 2018,
        /// doi:10.1186/s13012-017-0689-2).
        public static final List<String> COMPONENTS =
                List.of("methodological-limitations", "coherence", "adequacy", "relevance");

        public Confidence {
            judgements = new TreeMap<>(judgements);
            basis = List.copyOf(basis);
        }

        /// The same judgement, made in view of other claims.
        public Confidence inViewOf(List<Basis> claims) {
            return new Confidence(rating, rationale, judgements, by, at, claims);
        }
    }

    /// @param concern key of the `cerqual-concern` scheme
    public record Judgement(String concern, String rationale) {}

    /// A claim that an assessment was made in view of.
    ///
    /// @param state digest of what the claim said then and whether the finding rested on it, 64 hexadecimal
    ///     digits
    public record Basis(ItemId claim, String state) {}

    /// How a claim of one study stands to a claim of another.
    ///
    /// @param relation key of the `relation` scheme
    /// @param rationale why, or null
    /// @param basedOn IRIs of the quotations of either claim it rests on, sorted
    public record Comparison(
            String name,
            ItemId from,
            ItemId to,
            String relation,
            @Nullable String rationale,
            List<String> basedOn,
            Agent by) {
        public Comparison {
            Slugs.require("comparison", name);
            basedOn = basedOn.stream().distinct().sorted().toList();
        }
    }

    /// JBI's level of credibility of one finding of one study.
    ///
    /// @param rating key of the `jbi-credibility` scheme
    /// @param rationale why, or null
    public record Credibility(
            ItemId finding, String rating, @Nullable String rationale, Agent by) {}

    /// @param textIri the text version that was searched
    /// @param sought what for
    /// @param absence key of the `absence` scheme
    public record Absence(String name, String textIri, ConceptRef sought, String absence, Agent by) {
        public Absence {
            Slugs.require("absence", name);
        }
    }

    public Optional<Category> category(String name) {
        return categories.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    public Optional<Finding> finding(String name) {
        return findings.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /// The claims that a finding rests on, through its categories or without, sorted.
    public List<ItemId> claimsBeneath(Finding finding) {
        return Stream.concat(
                        finding.claims().stream(),
                        categories.stream()
                                .filter(category -> finding.categories().contains(category.name()))
                                .flatMap(category -> category.claims().stream()))
                .distinct()
                .sorted()
                .toList();
    }

    public Synthesis called(String newTitle) {
        return new Synthesis(id, newTitle, description, by, categories, findings, comparisons, credibility, absences);
    }

    public Synthesis withCategories(List<Category> others) {
        return new Synthesis(id, title, description, by, others, findings, comparisons, credibility, absences);
    }

    public Synthesis withFindings(List<Finding> others) {
        return new Synthesis(id, title, description, by, categories, others, comparisons, credibility, absences);
    }

    public Synthesis withComparisons(List<Comparison> others) {
        return new Synthesis(id, title, description, by, categories, findings, others, credibility, absences);
    }

    public Synthesis withCredibility(List<Credibility> others) {
        return new Synthesis(id, title, description, by, categories, findings, comparisons, others, absences);
    }
}
