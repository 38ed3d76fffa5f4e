// The page to ask in SPARQL, which also works where scripts are switched off.
package org.quoin.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.quoin.app.Quoin;
import org.quoin.app.json.Json;
import org.quoin.model.Problem;
import org.quoin.sparql.ResultFormat;
import org.quoin.sparql.SparqlService;
import org.quoin.web.page.ResourcePage.Value;
import org.quoin.web.page.SparqlPage;
import org.quoin.web.page.SparqlPage.Answer;
import org.quoin.web.page.SparqlPage.Example;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SparqlPages {
    /// A page is for reading; whoever wants more takes a file.
    private static final int MAX_PAGE_BYTES = 4_000_000;
    private static final int MAX_PAGE_ROWS = 500;
    private static final List<String> SEARCHES = List.of("search-barriers-in-rural-places", "search-several-questions");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Quoin quoin;
    private final Templates templates;
    private final Links links;
    private final List<Example> examples;

    SparqlPages(Quoin quoin, Templates templates) {
        this.quoin = quoin;
        this.templates = templates;
        this.links = new Links(quoin);
        this.examples = Stream.concat(
                        quoin.vocabulary().queries().values().stream(),
                        SEARCHES.stream().map(SparqlPages::search))
                .map(SparqlPages::example)
                .toList();
    }

    /// A query that searches, which only a base with an index answers: so it is not one of the ontology's.
    private static String search(String name) {
        String resource = "queries/" + name + ".rq";
        try (InputStream in = SparqlPages.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void show(Context ctx, String query) {
        ctx.header("Vary", "Accept");
        ctx.header("Content-Security-Policy", Guard.YASGUI_CONTENT_POLICY);
        var answer = query.isBlank() ? null : answer(query);
        var page = new SparqlPage(
                query.isBlank() ? examples.getFirst().query() : query,
                examples,
                answer,
                quoin.iris().base(),
                Json.write(quoin.vocabulary().prefixes()));
        Answers.html(ctx, templates.render("sparql", "sparql", page));
    }

    private Answer answer(String query) {
        SparqlService.Prepared prepared = quoin.sparql().prepare(query);
        var out = new ByteArrayOutputStream();
        ResultFormat format = prepared.answersWithGraph() ? ResultFormat.TURTLE : ResultFormat.JSON;
        prepared.write(format, new Limited(out));
        String text = out.toString(StandardCharsets.UTF_8);
        return prepared.answersWithGraph() ? new Answer(List.of(), List.of(), text, "") : table(JSON.readTree(text));
    }

    private Answer table(JsonNode answer) {
        if (answer.has("boolean")) {
            return new Answer(List.of(), List.of(), answer.get("boolean").asBoolean() ? "yes" : "no", "");
        }
        var columns = new ArrayList<String>();
        answer.at("/head/vars").forEach(name -> columns.add(name.asString()));
        JsonNode bindings = answer.at("/results/bindings");
        var rows = new ArrayList<List<Value>>();
        for (int i = 0; i < Math.min(bindings.size(), MAX_PAGE_ROWS); i++) {
            JsonNode binding = bindings.get(i);
            rows.add(columns.stream().map(name -> value(binding.path(name))).toList());
        }
        String note = bindings.size() > MAX_PAGE_ROWS
                ? "The first " + MAX_PAGE_ROWS + " of " + bindings.size() + " rows; take a file for all of them."
                : "";
        return new Answer(columns, rows, "", note);
    }

    private Value value(JsonNode term) {
        String text = term.path("value").asString("");
        return "uri".equals(term.path("type").asString("")) ? links.toResource(text) : new Value(text, "", "");
    }

    /// Title and question stand in the first comment lines of the query's file.
    private static Example example(String query) {
        return new Example(
                comment(query, "# Title: "),
                comment(query, "# Question: "),
                query,
                Urls.with(SparqlEndpoint.PATH, Map.of("query", List.of(query))));
    }

    private static String comment(String query, String start) {
        return query.lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst()
                .orElse("");
    }

    private static final class Limited extends OutputStream {
        private final ByteArrayOutputStream out;

        Limited(ByteArrayOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            if (out.size() + length > MAX_PAGE_BYTES) {
                throw Problem.limitReached(
                        "the answer is too long for a page: add LIMIT, or ask for a file with ?format=csv");
            }
            out.write(bytes, offset, length);
        }
    }
}
