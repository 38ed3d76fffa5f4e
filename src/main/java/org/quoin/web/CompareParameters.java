// Reads a comparison from the parameters of a request: of the API and of the pages alike.
package org.quoin.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Quoin;
import org.quoin.model.Problem;
import org.quoin.synthesis.Axis;
import org.quoin.synthesis.MatrixRequest;
import org.quoin.synthesis.MatrixRequest.Order;
import org.quoin.synthesis.MatrixRequest.Side;

/// Besides the names here, the filters of a search are parameters.
final class CompareParameters {
    /// Parameters that say nothing about which evidence is wanted.
    static final Set<String> UNFILTERED = Set.of(
            "rows",
            "columns",
            "sortRows",
            "sortColumns",
            "pinRow",
            "pinColumn",
            "maxRows",
            "maxColumns",
            "view",
            "cell",
            "format",
            "table");

    static final String FRAMEWORK = "framework";

    private final Quoin quoin;
    private final SearchParameters filters;

    CompareParameters(Quoin quoin) {
        this.quoin = quoin;
        this.filters = new SearchParameters(quoin);
    }

    /// What parameters are when they are not given.
    static Map<String, String> usual(String rows, String columns, int maxRows, int maxColumns) {
        return Map.of(
                "rows",
                rows,
                "columns",
                columns,
                "sortRows",
                Order.TOTAL.toString(),
                "sortColumns",
                Order.TOTAL.toString(),
                "maxRows",
                Integer.toString(maxRows),
                "maxColumns",
                Integer.toString(maxColumns),
                "view",
                "matrix");
    }

    MatrixRequest read(Context ctx, Map<String, String> usual) {
        filters.requireKnown(ctx, UNFILTERED);
        return new MatrixRequest(
                side(ctx, usual, "rows", "sortRows", "pinRow", "maxRows"),
                side(ctx, usual, "columns", "sortColumns", "pinColumn", "maxColumns"),
                filters.filter(ctx));
    }

    private Side side(Context ctx, Map<String, String> usual, String axis, String order, String pin, String limit) {
        return new Side(
                Axis.parse(SearchParameters.single(ctx, axis, usual.getOrDefault(axis, "")), quoin.vocabulary()),
                Order.named(SearchParameters.single(ctx, order, usual.getOrDefault(order, ""))),
                ctx.queryParams(pin).stream().filter(key -> !key.isBlank()).toList(),
                SearchParameters.number(ctx, limit, Integer.parseInt(usual.getOrDefault(limit, "1"))));
    }

    /// Whether the cells are to hold the quotes themselves.
    boolean framework(Context ctx) {
        return switch (SearchParameters.single(ctx, "view", "matrix")) {
            case "matrix" -> false;
            case FRAMEWORK -> true;
            default -> throw Problem.invalid("view must be matrix or framework");
        };
    }

    /// A row and a column whose cell is to be opened.
    ///
    /// @param row its key, or null for all
    /// @param column its key, or null for all
    record Opened(@Nullable String row, @Nullable String column) {}

    @Nullable
    Opened opened(Context ctx) {
        String cell = SearchParameters.single(ctx, "cell", "");
        if (cell.isEmpty()) {
            return null;
        }
        List<String> keys = List.of(cell.split("\\|", -1));
        if (keys.size() != 2) {
            throw Problem.invalid("cell must be ROW|COLUMN, with * for all rows or all columns, not «" + cell + "»");
        }
        return new Opened(key(keys.getFirst()), key(keys.getLast()));
    }

    private static @Nullable String key(String key) {
        return key.equals(CompareAddress.ALL) ? null : key;
    }
}
