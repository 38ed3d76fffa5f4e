// Syntheses for people: read by all; translated, stated and judged by whoever has the write token, with or
// without JavaScript.
package org.quoin.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quoin.app.Quoin;
import org.quoin.app.json.SuggestionView;
import org.quoin.app.json.SynthesisListView;
import org.quoin.app.json.SynthesisView;
import org.quoin.app.json.SynthesisView.Label;
import org.quoin.model.Agent;
import org.quoin.model.AgentId;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Slugs;
import org.quoin.model.Synthesis;
import org.quoin.model.SynthesisId;
import org.quoin.model.Violation;
import org.quoin.web.page.SynthesesPage;
import org.quoin.web.page.SynthesisPage;

final class SynthesisPages {
    private static final String PATH = "/syntheses";
    private static final String ONE = PATH + "/{id}";
    static final String SECTION = "syntheses";
    private static final int LONGEST_NAME = 60;
    /// From best to worst, as GRADE-CERQual has them.
    private static final List<String> CONCERNS = List.of("no-or-very-minor", "minor", "moderate", "serious");

    private static final List<String> RATINGS = List.of("high", "moderate", "low", "very-low");

    private final Quoin quoin;
    private final WriteAccess access;
    private final Templates templates;

    SynthesisPages(Quoin quoin, WriteAccess access, Templates templates) {
        this.quoin = quoin;
        this.access = access;
        this.templates = templates;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, ctx -> list(ctx, ""));
        routes.post(PATH, this::create);
        routes.get(ONE, ctx -> show(ctx, SynthesisApi.id(ctx), ""));
        routes.post(ONE, this::change);
        new SynthesisParts(quoin, access, templates).register(routes);
    }

    private void list(Context ctx, String problem) {
        var page = new SynthesesPage(SynthesisListView.of(quoin).syntheses(), access.isGiven(), problem);
        Answers.html(ctx, templates.render("syntheses", SECTION, page));
    }

    private void create(Context ctx) {
        try {
            access.require(field(ctx, "token"));
            String title = field(ctx, "title");
            var id = new SynthesisId(Slugs.of(title, LONGEST_NAME));
            quoin.syntheses().create(id, title, by(ctx));
            Answers.seeOther(ctx, Urls.synthesis(id));
        } catch (ProblemException e) {
            ctx.status(HttpStatus.forStatus(ProblemView.of(e.problem()).status()));
            list(ctx, words(e.problem()));
        }
    }

    private void show(Context ctx, SynthesisId id, String problem) {
        var page = new SynthesisPage(
                SynthesisView.of(quoin.syntheses().get(id), quoin),
                SuggestionView.of(quoin.suggestions(id), quoin.vocabulary()),
                labels("cerqual-component", Synthesis.Confidence.COMPONENTS),
                labels("cerqual-concern", CONCERNS),
                labels("cerqual-rating", RATINGS),
                access.isGiven(),
                problem);
        Answers.html(ctx, templates.render("synthesis", SECTION, page));
    }

    private List<Label> labels(String scheme, List<String> keys) {
        return keys.stream()
                .map(key -> new Label(
                        key,
                        quoin.vocabulary().require(new ConceptRef(scheme, key)).label()))
                .toList();
    }

    private void change(Context ctx) {
        SynthesisId id = SynthesisApi.id(ctx);
        try {
            access.require(field(ctx, "token"));
            Answers.seeOther(ctx, changed(ctx, id));
        } catch (ProblemException e) {
            ctx.status(HttpStatus.forStatus(ProblemView.of(e.problem()).status()));
            show(ctx, id, words(e.problem()));
        }
    }

    /// Where to go on.
    private String changed(Context ctx, SynthesisId id) {
        var syntheses = quoin.syntheses();
        String url = Urls.synthesis(id);
        return switch (field(ctx, "do")) {
            case "translate" -> url + "#category-" + translated(ctx, id);
            case "take-back" -> {
                syntheses.takeBack(id, field(ctx, "category"), new ItemId(field(ctx, "claim")));
                yield url + "#category-" + field(ctx, "category");
            }
            case "state" -> {
                String statement = field(ctx, "statement");
                String name = Slugs.of(statement, LONGEST_NAME);
                syntheses.state(id, name, statement, ctx.formParams("category"));
                yield url + "#finding-" + name;
            }
            case "judge" -> {
                syntheses.judge(id, field(ctx, "finding"), judgement(ctx));
                yield url + "#finding-" + field(ctx, "finding");
            }
            case "confirm" -> {
                syntheses.confirm(id, field(ctx, "finding"), by(ctx));
                yield url + "#finding-" + field(ctx, "finding");
            }
            case "delete" -> {
                syntheses.delete(id);
                yield PATH;
            }
            default -> throw Problem.invalid("the form does not say what to do");
        };
    }

    /// Into a category that is there, or a new one of the label's name.
    private String translated(Context ctx, SynthesisId id) {
        String label = field(ctx, "label");
        String there = field(ctx, "category");
        String category = there.isEmpty() ? Slugs.of(label, LONGEST_NAME) : there;
        quoin.syntheses()
                .translate(
                        id,
                        category,
                        there.isEmpty() ? label : null,
                        there.isEmpty() ? field(ctx, "definition") : null,
                        ctx.formParams("claim").stream().map(ItemId::new).toList());
        return category;
    }

    private static Synthesis.Confidence judgement(Context ctx) {
        var judgements = new TreeMap<String, Synthesis.Judgement>();
        for (String component : Synthesis.Confidence.COMPONENTS) {
            if (!field(ctx, component).isEmpty()) {
                judgements.put(
                        component,
                        new Synthesis.Judgement(field(ctx, component), field(ctx, component + "-rationale")));
            }
        }
        if (field(ctx, "rating").isEmpty()) {
            throw Problem.invalid("the overall confidence is not judged: choose high, moderate, low or very low");
        }
        return new Synthesis.Confidence(
                field(ctx, "rating"), field(ctx, "rationale"), judgements, by(ctx), null, List.of());
    }

    private static Agent by(Context ctx) {
        String name = field(ctx, "by");
        if (name.isEmpty()) {
            throw Problem.invalid("your name is missing: every judgement is somebody's");
        }
        return new Agent(new AgentId(Slugs.of(name, LONGEST_NAME)), name, Agent.Type.PERSON);
    }

    private static String field(Context ctx, String name) {
        String value = ctx.formParam(name);
        return value == null ? "" : value.strip();
    }

    private static String words(Problem problem) {
        return Stream.concat(
                        Stream.of(problem.detail()),
                        problem instanceof Problem.Invalid invalid
                                ? invalid.violations().stream().map(Violation::message)
                                : Stream.<String>empty())
                .distinct()
                .collect(Collectors.joining(" · "));
    }
}
