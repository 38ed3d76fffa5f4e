// The SPARQL 1.1 protocol: queries for everyone, updates for whoever has the token, a page for browsers.
package org.quoin.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Set;
import org.quoin.app.Quoin;
import org.quoin.graph.Commit;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.sparql.ResultFormat;
import org.quoin.sparql.SparqlService;

final class SparqlEndpoint {
    static final String PATH = "/sparql";

    private static final Set<String> DATASET =
            Set.of("default-graph-uri", "named-graph-uri", "using-graph-uri", "using-named-graph-uri");
    private static final String QUERY_TYPE = "application/sparql-query";
    private static final String UPDATE_TYPE = "application/sparql-update";

    private final Quoin quoin;
    private final SparqlPages pages;
    private final WriteAccess access;

    SparqlEndpoint(Quoin quoin, Templates templates, WriteAccess access) {
        this.quoin = quoin;
        this.pages = new SparqlPages(quoin, templates);
        this.access = access;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, this::get);
        routes.post(PATH, this::post);
        routes.get(
                PATH + "/prefixes.json",
                ctx -> Answers.json(ctx, quoin.vocabulary().prefixes()));
    }

    /// What an update did.
    private record CommitView(long sequence, List<String> papers, long added, long removed) {
        static CommitView of(Commit commit) {
            return new CommitView(
                    commit.sequence(),
                    commit.papers().stream().map(PaperId::value).toList(),
                    commit.added(),
                    commit.removed());
        }
    }

    private void get(Context ctx) {
        refuseDataset(ctx.queryParamMap().keySet());
        if (ctx.queryParam("update") != null) {
            throw Problem.invalid("an update is sent by POST, not by GET");
        }
        List<String> queries = ctx.queryParams("query");
        boolean browser = ctx.queryParam("format") == null && Accept.of(ctx).prefersHtml(Negotiation.tableMediaTypes());
        if (browser) {
            pages.show(ctx, queries.isEmpty() ? "" : single("query", queries));
        } else if (queries.isEmpty()) {
            describe(ctx);
        } else {
            query(ctx, single("query", queries));
        }
    }

    private void post(Context ctx) {
        refuseDataset(ctx.queryParamMap().keySet());
        String type = String.valueOf(ctx.contentType());
        int semicolon = type.indexOf(';');
        switch (semicolon < 0 ? type : type.substring(0, semicolon).strip()) {
            case QUERY_TYPE -> query(ctx, ctx.body());
            case UPDATE_TYPE -> update(ctx, ctx.body());
            case "application/x-www-form-urlencoded" -> form(ctx);
            default ->
                throw new HttpRefusal(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "a request to " + PATH + " is a form, " + QUERY_TYPE + " or " + UPDATE_TYPE + ", not " + type);
        }
    }

    private void form(Context ctx) {
        refuseDataset(ctx.formParamMap().keySet());
        List<String> queries = ctx.formParams("query");
        List<String> updates = ctx.formParams("update");
        if (queries.isEmpty() == updates.isEmpty()) {
            throw Problem.invalid("a form to " + PATH + " has either a query or an update");
        }
        if (updates.isEmpty()) {
            query(ctx, single("query", queries));
        } else {
            update(ctx, single("update", updates));
        }
    }

    private void query(Context ctx, String text) {
        requireShort(text);
        SparqlService.Prepared query = quoin.sparql().prepare(text);
        ResultFormat format = Negotiation.choose(ctx, query.answersWithGraph());
        Answers.stream(ctx, format.mediaType(), out -> query.write(format, out));
    }

    private void update(Context ctx, String text) {
        access.require(ctx);
        requireShort(text);
        Answers.json(ctx, CommitView.of(quoin.sparql().update(text)));
    }

    private void describe(Context ctx) {
        query(ctx, """
                PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
                PREFIX formats: <http://www.w3.org/ns/formats/>
                CONSTRUCT {
                  [] a sd:Service ;
                     sd:endpoint <%s> ;
                     sd:supportedLanguage sd:SPARQL11Query ;
                     sd:feature sd:UnionDefaultGraph ;
                     sd:resultFormat formats:SPARQL_Results_JSON, formats:SPARQL_Results_XML,
                         formats:SPARQL_Results_CSV, formats:SPARQL_Results_TSV, formats:Turtle, formats:JSON-LD,
                         formats:N-Triples, formats:RDF_XML
                } WHERE {}
                """.formatted("http://" + ctx.host() + PATH));
    }

    private static void requireShort(String text) {
        if (text.length() > SparqlService.MAX_TEXT_LENGTH) {
            throw new HttpRefusal(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "the text has " + text.length() + " characters, at most " + SparqlService.MAX_TEXT_LENGTH
                            + " are read");
        }
    }

    private static void refuseDataset(Set<String> parameters) {
        for (String name : parameters) {
            if (DATASET.contains(name)) {
                throw Problem.invalid("the parameter " + name + " is not supported: the default graph is the union of"
                        + " all graphs; name graphs in the query itself with FROM or GRAPH");
            }
        }
    }

    private static String single(String name, List<String> values) {
        if (values.size() > 1) {
            throw Problem.invalid("the parameter " + name + " is given " + values.size() + " times; give it once");
        }
        return values.getFirst();
    }
}
