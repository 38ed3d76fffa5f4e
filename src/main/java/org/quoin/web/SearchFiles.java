// A search as data and as files: JSON, one row a quote, bibliographies.
package org.quoin.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quoin.app.Quoin;
import org.quoin.app.export.ComparisonExport;
import org.quoin.app.export.ExportFormat;
import org.quoin.app.export.QuotesExport;
import org.quoin.app.json.SearchView;
import org.quoin.model.Problem;
import org.quoin.search.SearchRequest;
import org.quoin.search.SearchResult;
import org.quoin.synthesis.ComparisonBase;
import org.quoin.web.page.Download;

final class SearchFiles {
    static final String PATH = "/api/search";

    private static final String FORMAT = "format";
    private static final Set<String> PARAMETERS = parameters();

    private final Quoin quoin;
    private final SearchParameters parameters;

    SearchFiles(Quoin quoin) {
        this.quoin = quoin;
        this.parameters = new SearchParameters(quoin);
    }

    private static Set<String> parameters() {
        var names = new HashSet<>(SearchParameters.UNFILTERED);
        names.add(FORMAT);
        return Set.copyOf(names);
    }

    void send(Context ctx) {
        SearchRequest request = parameters.read(ctx, PARAMETERS);
        switch (SearchParameters.single(ctx, FORMAT, "json")) {
            case "json" -> Answers.json(ctx, SearchView.of(quoin, request, quoin.search(request)));
            case "csv" -> {
                QuotesExport quotes = quotes(request);
                Downloads.stream(ctx, "quotes.csv", "text/csv", quotes::csv);
            }
            case "xlsx" -> Downloads.whole(ctx, "quotes.xlsx", ComparisonExport.XLSX_TYPE, quotes(request)::xlsx);
            case "ris" ->
                Downloads.bibliography(
                        ctx, quoin, ExportFormat.RIS, quotes(request).papers());
            case "bibtex" ->
                Downloads.bibliography(
                        ctx, quoin, ExportFormat.BIBTEX, quotes(request).papers());
            default ->
                throw Problem.invalid("there is no format «" + ctx.queryParam(FORMAT)
                        + "» of a search; the formats are json, csv, xlsx, ris and bibtex");
        }
    }

    /// Without words the whole selection, which has no order of rank; with words the hits that were asked for.
    private QuotesExport quotes(SearchRequest request) {
        ComparisonBase base = quoin.comparison();
        if (request.query().isBlank() && request.like() == null && !request.byStudy()) {
            return QuotesExport.of(base, request.filter());
        }
        SearchResult result = quoin.search(request);
        var leftOut = new ArrayList<String>();
        if (result.note() != null) {
            leftOut.add(result.note());
        }
        long others = result.total() - result.hits().size();
        if (others > 0) {
            leftOut.add("%s%d matching items that are not among the hits asked for (offset %d, limit %d)"
                    .formatted(
                            result.totalIsLowerBound() ? "at least " : "", others, request.offset(), request.limit()));
        }
        return QuotesExport.of(
                base, result.hits().stream().map(hit -> hit.document().id()).toList(), leftOut);
    }

    /// @param sent the parameters of the search
    static List<Download> links(Map<String, List<String>> sent) {
        var most = new LinkedHashMap<>(sent);
        most.remove("offset");
        most.put("limit", List.of(Integer.toString(SearchRequest.MAX_LIMIT)));
        return List.of(
                new Download("Quotes as Excel", with(most, "xlsx")),
                new Download("Quotes as CSV", with(most, "csv")),
                new Download("Papers as RIS", with(most, "ris")),
                new Download("Papers as BibTeX", with(most, "bibtex")),
                new Download("JSON", Urls.with(PATH, sent)));
    }

    private static String with(Map<String, List<String>> parameters, String format) {
        var all = new LinkedHashMap<>(parameters);
        all.put(FORMAT, List.of(format));
        return Urls.with(PATH, all);
    }
}
