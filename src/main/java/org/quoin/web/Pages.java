// The pages that people read.
package org.quoin.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quoin.app.PaperSummary;
import org.quoin.app.Quoin;
import org.quoin.web.page.HomePage;
import org.quoin.web.page.Pager;
import org.quoin.web.page.PapersPage;

final class Pages {
    private static final int PAPERS_AT_HOME = 12;

    private final Quoin quoin;
    private final Templates templates;
    private final Show show;
    private final SearchPages search;
    private final PaperPages papers;

    Pages(Quoin quoin, Templates templates) {
        this.quoin = quoin;
        this.templates = templates;
        this.show = new Show(quoin);
        this.search = new SearchPages(quoin, templates);
        this.papers = new PaperPages(quoin, templates);
    }

    void register(RoutesConfig routes) {
        routes.get("/", this::home);
        routes.get("/search", search::show);
        routes.get("/papers", this::papers);
        routes.get("/papers/{id}", papers::paper);
        routes.get("/evidence/<id>", papers::evidence);
    }

    private void home(Context ctx) {
        List<PaperSummary> all = quoin.papers().stream()
                .filter(paper -> paper.retracted() == null)
                .toList();
        Map<String, Long> kinds = new TreeMap<>();
        all.forEach(paper -> paper.items().forEach((kind, count) -> kinds.merge(kind, count, Long::sum)));
        var page = new HomePage(
                all.stream().map(PaperSummary::study).distinct().count(),
                all.stream()
                        .filter(PaperSummary::fictional)
                        .map(PaperSummary::study)
                        .distinct()
                        .count(),
                all.stream().mapToLong(PaperSummary::total).sum(),
                show.kinds(kinds),
                all.stream()
                        // What is real comes before what was made up.
                        .sorted(Comparator.comparing(PaperSummary::fictional))
                        .limit(PAPERS_AT_HOME)
                        .map(show::card)
                        .toList(),
                Math.max(0, all.size() - PAPERS_AT_HOME));
        Answers.html(ctx, templates.render("home", "search", page));
    }

    private void papers(Context ctx) {
        List<PaperSummary> all = quoin.papers();
        Pager pager = Paging.of(ctx, all.size());
        var page = new PapersPage(
                pager.shown(all).stream().map(show::card).toList(), pager, PaperPages.downloads("/api/export"));
        Answers.html(ctx, templates.render("papers", "papers", page));
    }
}
