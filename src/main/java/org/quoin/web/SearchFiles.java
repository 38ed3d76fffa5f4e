// A search as data and as files: JSON, one row a quote, and the papers in exchange forms.
package org.quoin.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quoin.app.Quoin;
import org.quoin.app.SelectionExport;
import org.quoin.app.export.ExportFormat;
import org.quoin.app.json.SearchView;
import org.quoin.search.SearchRequest;
import org.quoin.web.page.Download;

final class SearchFiles {
    static final String PATH = "/api/search";

    private static final String FORMAT = "format";
    private static final String JSON = "json";
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
        String format = SearchParameters.single(ctx, FORMAT, JSON);
        if (format.equals(JSON)) {
            Answers.json(ctx, SearchView.of(quoin, request, quoin.search(request)));
        } else {
            Downloads.selection(ctx, SelectionExport.format(format), SelectionExport.of(quoin, request));
        }
    }

    /// @param sent the parameters of the search
    static List<Download> links(Map<String, List<String>> sent) {
        var most = new LinkedHashMap<>(sent);
        most.remove("offset");
        most.put("limit", List.of(Integer.toString(SearchRequest.MAX_LIMIT)));
        var links = new ArrayList<Download>();
        links.add(new Download("Quotes as Excel", with(most, ExportFormat.XLSX)));
        links.add(new Download("Quotes as CSV", with(most, ExportFormat.CSV)));
        links.addAll(Downloads.ofPapers("Papers", format -> with(most, format)));
        links.add(new Download("JSON", Urls.with(PATH, sent)));
        return links;
    }

    private static String with(Map<String, List<String>> parameters, ExportFormat format) {
        var all = new LinkedHashMap<>(parameters);
        all.put(FORMAT, List.of(format.formatName()));
        return Urls.with(PATH, all);
    }
}
