// The form by which a comparison is chosen.
package org.quoin.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quoin.app.Quoin;
import org.quoin.graph.Vocabulary.Concept;
import org.quoin.graph.Vocabulary.Scheme;
import org.quoin.search.SearchRequest;
import org.quoin.synthesis.Axis;
import org.quoin.synthesis.ComparisonBase;
import org.quoin.synthesis.MatrixRequest;
import org.quoin.synthesis.MatrixRequest.Order;
import org.quoin.web.page.CompareForm;
import org.quoin.web.page.CompareForm.Option;

final class CompareForms {
    private final Quoin quoin;
    private final Filters filters;

    CompareForms(Quoin quoin) {
        this.quoin = quoin;
        this.filters = new Filters(quoin);
    }

    CompareForm of(
            CompareAddress address,
            MatrixRequest request,
            ComparisonBase base,
            Map<String, String> usual,
            boolean framework) {
        // Only the numbers beside the choices come from it.
        var search = new SearchRequest("", request.filter(), SearchRequest.Mode.BM25, 0, 1);
        CompareAddress plain = address.with("cell");
        CompareAddress clear = plain;
        for (String name : plain.parameters().keySet()) {
            clear = CompareParameters.UNFILTERED.contains(name) ? clear : clear.with(name);
        }
        return new CompareForm(
                address.path(),
                axes(base, request.rows().axis()),
                axes(base, request.columns().axis()),
                orders(request.rows().order()),
                orders(request.columns().order()),
                request.rows().limit(),
                request.columns().limit(),
                MatrixRequest.MAX_LIMIT,
                address.values("pinRow"),
                address.values("pinColumn"),
                framework,
                filters.groups(search, quoin.search(search)),
                filters.chosen(
                        plain.parameters(),
                        CompareParameters.UNFILTERED,
                        parameters -> new CompareAddress(address.path(), parameters).url()),
                clear.url(),
                address.swapped(usual));
    }

    private List<Option> axes(ComparisonBase base, Axis chosen) {
        var options = new ArrayList<Option>();
        for (Axis axis : base.axes()) {
            add(options, axis, chosen);
            if (axis instanceof Axis.Concepts(String scheme, int depth) && isDeep(scheme)) {
                add(options, new Axis.Concepts(scheme, depth + 1), chosen);
            }
        }
        if (options.stream().noneMatch(Option::chosen)) {
            add(options, chosen, chosen);
        }
        return options;
    }

    private void add(List<Option> options, Axis axis, Axis chosen) {
        options.add(new Option(axis.toString(), label(axis), axis.equals(chosen)));
    }

    private boolean isDeep(String name) {
        Scheme scheme = quoin.vocabulary().schemes().get(name);
        return scheme != null
                && scheme.concepts().stream().map(Concept::broader).anyMatch(broader -> !broader.isEmpty());
    }

    private String label(Axis axis) {
        return switch (axis) {
            case Axis.Plain plain ->
                switch (plain) {
                    case STUDY -> "Study";
                    case KIND -> "Kind of evidence";
                    case VOICE -> "Voice";
                    case STATE -> "Curation state";
                };
            case Axis.Concepts(String name, int depth) -> {
                Scheme scheme = quoin.vocabulary().schemes().get(name);
                String label = scheme == null ? name : scheme.label();
                yield depth == 0 ? label : label + (depth == 1 ? ", broadest" : ", level " + depth);
            }
        };
    }

    private static List<Option> orders(Order chosen) {
        return List.of(
                new Option(Order.TOTAL.toString(), "Most studies first", chosen == Order.TOTAL),
                new Option(Order.NAME.toString(), "By name", chosen == Order.NAME));
    }

    /// An axis within a sentence: `studies`, `factors`.
    static String plural(Axis axis) {
        String name = switch (axis) {
            case Axis.Plain plain -> plain.toString();
            case Axis.Concepts(String scheme, int depth) -> scheme.replace('-', ' ');
        };
        String several = name.endsWith("y")
                ? name.substring(0, name.length() - 1) + "ies"
                : name.endsWith("is") ? name.substring(0, name.length() - 2) + "es" : name + "s";
        return several.toLowerCase(Locale.ROOT);
    }
}
