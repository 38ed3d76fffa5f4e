// The long lists of a synthesis, of which its page shows the beginning: each whole at an address of its own, a page
// at a time.
package org.quoin.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.quoin.app.Quoin;
import org.quoin.app.json.SuggestionView;
import org.quoin.app.json.SynthesisView;
import org.quoin.app.json.SynthesisView.Against;
import org.quoin.app.json.SynthesisView.Category;
import org.quoin.app.json.SynthesisView.Finding;
import org.quoin.model.Problem;
import org.quoin.web.page.Pager;
import org.quoin.web.page.SynthesisPartPage;
import org.quoin.web.page.SynthesisPartPage.Part;

final class SynthesisParts {
    private static final String ONE = "/syntheses/{id}";
    private static final String FINDING = ONE + "/findings/{name}";
    private static final String OF = "of";

    private final Quoin quoin;
    private final WriteAccess access;
    private final Templates templates;

    SynthesisParts(Quoin quoin, WriteAccess access, Templates templates) {
        this.quoin = quoin;
        this.access = access;
        this.templates = templates;
    }

    void register(RoutesConfig routes) {
        routes.get(ONE + "/categories/{name}", this::category);
        routes.get(ONE + "/suggestions", this::suggestion);
        routes.get(FINDING + "/studies", this::studies);
        routes.get(FINDING + "/dissent", this::dissent);
        routes.get(FINDING + "/changes", this::changes);
    }

    private void category(Context ctx) {
        SynthesisView synthesis = synthesis(ctx, Set.of());
        Category category = synthesis.categories().stream()
                .filter(each -> each.id().equals(ctx.pathParam("name")))
                .findFirst()
                .orElseThrow(() -> noSuch("category", ctx));
        Pager pager = Paging.of(ctx, category.claims().size());
        answer(ctx, synthesis, pager, category.label(), new Part.Claims(category, pager.shown(category.claims())));
    }

    private void suggestion(Context ctx) {
        SynthesisView synthesis = synthesis(ctx, Set.of(OF));
        String of = SearchParameters.single(ctx, OF, "");
        SuggestionView suggestion =
                SuggestionView.of(quoin.suggestions(SynthesisApi.id(ctx)), quoin.vocabulary()).stream()
                        .filter(each -> each.id().equals(of))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("nothing is suggested for «" + of + "» in synthesis "
                                + ctx.pathParam("id") + ", or no longer: its page says what is"));
        Pager pager = Paging.of(ctx, suggestion.claims().size());
        answer(
                ctx,
                synthesis,
                pager,
                suggestion.label(),
                new Part.Suggested(suggestion, pager.shown(suggestion.claims())));
    }

    private void studies(Context ctx) {
        SynthesisView synthesis = synthesis(ctx, Set.of());
        Finding finding = finding(ctx, synthesis);
        Pager pager = Paging.of(ctx, finding.workSheet().studies().size());
        var part = new Part.Studies(pager.shown(finding.workSheet().studies()));
        answer(ctx, synthesis, pager, "Contributing studies: " + finding.statement(), part);
    }

    private void dissent(Context ctx) {
        SynthesisView synthesis = synthesis(ctx, Set.of());
        Finding finding = finding(ctx, synthesis);
        List<Against> all = finding.workSheet().dissent();
        Pager pager = Paging.of(ctx, all.size());
        answer(
                ctx,
                synthesis,
                pager,
                "What speaks against it: " + finding.statement(),
                new Part.Dissent(pager.shown(all)));
    }

    private void changes(Context ctx) {
        SynthesisView synthesis = synthesis(ctx, Set.of());
        Finding finding = finding(ctx, synthesis);
        Pager pager = Paging.of(ctx, finding.lookAgain().size());
        answer(
                ctx,
                synthesis,
                pager,
                "To be looked at again: " + finding.statement(),
                new Part.Changes(pager.shown(finding.lookAgain())));
    }

    private SynthesisView synthesis(Context ctx, Set<String> parameters) {
        var known = new TreeSet<>(parameters);
        known.add(Paging.PAGE);
        SearchParameters.refuseUnknown(ctx, known);
        return SynthesisView.of(quoin.syntheses().get(SynthesisApi.id(ctx)), quoin);
    }

    private static Finding finding(Context ctx, SynthesisView synthesis) {
        return synthesis.findings().stream()
                .filter(each -> each.id().equals(ctx.pathParam("name")))
                .findFirst()
                .orElseThrow(() -> noSuch("synthesised finding", ctx));
    }

    private static RuntimeException noSuch(String what, Context ctx) {
        return Problem.notFound(
                "there is no " + what + " «" + ctx.pathParam("name") + "» in synthesis " + ctx.pathParam("id"));
    }

    private void answer(Context ctx, SynthesisView synthesis, Pager pager, String heading, Part part) {
        var page = new SynthesisPartPage(synthesis, heading, part, pager, access.isGiven());
        Answers.html(ctx, templates.render("synthesispart", SynthesisPages.SECTION, page));
    }
}
