// What programs can ask over HTTP, read from the files that describe it.
package org.quoin.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.quoin.app.Quoin;
import org.quoin.app.SearchNames;
import org.quoin.graph.Vocabulary;
import org.quoin.graph.Vocabulary.Scheme;
import org.quoin.web.page.ApiPage;
import org.quoin.web.page.ApiPage.Parameter;
import org.quoin.web.page.ApiPage.ProblemKind;
import org.quoin.web.page.ApiPage.Route;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The one source of the OpenAPI description, of the page and the list of `/api`, and of what parameters the
/// routes below `/api` take. The filters of a search are put in when they are asked for: they are those of the
/// running base's ontology.
final class ApiDescription {
    /// Where it is served.
    static final String PATH = "/api/openapi.json";

    private static final String API = "/api";
    private static final String FOLDER = "openapi/";
    private static final String COMPONENTS = "components";
    private static final String PARAMETERS = "parameters";
    private static final String DESCRIPTION = "description";
    private static final String SCHEMA = "schema";
    /// On an operation: that it takes the filters of a search as well.
    private static final String FILTERS = "x-quoin-filters";
    /// On an operation: an address of it that answers on any base.
    private static final String TRY = "x-quoin-try";
    /// What stands before the name of a filter in the name of its component.
    private static final String FILTER = "filter.";

    private final Quoin quoin;
    private final ObjectNode written;
    private final Map<String, Operation> operations = new LinkedHashMap<>();

    /// @param parameters those in the query of its address, without the filters
    /// @param filtered whether it takes the filters of a search as well
    private record Operation(JsonNode node, List<Parameter> parameters, boolean filtered) {}

    ApiDescription(Quoin quoin) {
        this.quoin = quoin;
        written = read("openapi.yaml");
        written.withObject(COMPONENTS).set("schemas", read("schemas.yaml"));
        written.withObject("info").put("version", Version.CURRENT);
        written.get("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, node) -> {
                    if (!method.equals(PARAMETERS)) {
                        operations.put(call(method, path), operation(item, node));
                    }
                }));
    }

    private static ObjectNode read(String file) {
        try (InputStream in = Objects.requireNonNull(ApiDescription.class.getResourceAsStream(FOLDER + file), file)) {
            return (ObjectNode) new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private Operation operation(JsonNode item, JsonNode node) {
        List<Parameter> parameters = Stream.of(item, node)
                .flatMap(part -> part.path(PARAMETERS).valueStream())
                .map(this::resolved)
                .filter(parameter -> parameter.get("in").asString().equals("query"))
                .map(ApiDescription::parameter)
                .toList();
        return new Operation(node, parameters, node.path(FILTERS).asBoolean(false));
    }

    private static Parameter parameter(JsonNode node) {
        return new Parameter(node.get("name").asString(), node.get(DESCRIPTION).asString());
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? written.at(node.get("$ref").asString().substring(1)) : node;
    }

    private static String call(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }

    /// Refuses parameters of a route below `/api` that are not described, by name: what is silently ignored makes a
    /// wrong answer. To be called when the route is known and before it answers.
    void check(Context ctx) {
        Endpoint endpoint = ctx.endpoints().matchedHttpEndpoint();
        if (endpoint == null || !endpoint.path.startsWith(API)) {
            return;
        }
        HandlerType method = ctx.method().equals(HandlerType.HEAD) ? HandlerType.GET : ctx.method();
        String call = call(method.name(), endpoint.path);
        Operation operation = operations.get(call);
        if (operation == null) {
            throw new IllegalStateException(call + " is not described in " + FOLDER + "openapi.yaml");
        }
        Set<String> known =
                new TreeSet<>(operation.filtered() ? quoin.searchNames().all() : Set.of());
        operation.parameters().forEach(parameter -> known.add(parameter.name()));
        SearchParameters.refuseUnknown(ctx, known);
    }

    /// The description as OpenAPI 3.1.
    ObjectNode document() {
        ObjectNode document = written.deepCopy();
        ObjectNode parameters = document.withObject(COMPONENTS).withObject(PARAMETERS);
        Set<String> filters = quoin.searchNames().all();
        filters.forEach(name -> parameters.set(FILTER + name, filter(name)));
        document.get("paths")
                .forEach(item -> item.forEach(operation -> {
                    if (operation.has(FILTERS)) {
                        ArrayNode own = ((ObjectNode) operation).withArray(PARAMETERS);
                        filters.forEach(name -> own.addObject()
                                .put("$ref", "#/" + COMPONENTS + "/" + PARAMETERS + "/" + FILTER + name));
                        ((ObjectNode) operation).remove(FILTERS);
                    }
                }));
        return document;
    }

    /// A filter as it is written or, of a concept scheme that is not, as the scheme itself says; with the values
    /// that the base knows.
    private ObjectNode filter(String name) {
        JsonNode own = written.get(COMPONENTS).get(PARAMETERS).get(FILTER + name);
        ObjectNode filter = own == null ? YAMLMapper.shared().createObjectNode() : (ObjectNode) own.deepCopy();
        List<String> keys = keys(name);
        if (own == null) {
            filter.put("name", name).put("in", "query").put(DESCRIPTION, words(name));
            filter.withObject(SCHEMA).put("type", "array").withObject("items").put("type", "string");
            filter.withArray("example").add(keys.getFirst());
        }
        if (!keys.isEmpty()) {
            ArrayNode values = filter.withObject(SCHEMA).withObject("items").withArray("enum");
            keys.forEach(values::add);
        }
        return filter;
    }

    private String words(String name) {
        Scheme scheme = Objects.requireNonNull(quoin.vocabulary().schemes().get(name), name);
        return scheme.label() + ": concepts of the scheme " + name + ", each with what is narrower";
    }

    /// The values that a filter can have, as far as the ontology says.
    private List<String> keys(String name) {
        Vocabulary vocabulary = quoin.vocabulary();
        if (name.equals(Filters.KIND)) {
            return vocabulary.kinds().stream().map(info -> info.kind().key()).toList();
        }
        Scheme scheme = vocabulary.schemes().get(SearchNames.scheme(name));
        return scheme == null
                ? List.of()
                : scheme.concepts().stream().map(concept -> concept.ref().key()).toList();
    }

    /// The same for people.
    ApiPage page() {
        return new ApiPage(
                operations.entrySet().stream()
                        .map(entry -> route(entry.getKey(), entry.getValue()))
                        .toList(),
                quoin.searchNames().all().stream()
                        .map(name -> parameter(filter(name)))
                        .toList(),
                problems());
    }

    private static Route route(String call, Operation operation) {
        return new Route(
                call,
                operation.node().get(DESCRIPTION).asString(),
                operation.node().path(TRY).asString(""),
                operation.parameters(),
                operation.filtered());
    }

    /// Each by its first example.
    private List<ProblemKind> problems() {
        Map<String, ProblemKind> problems = new LinkedHashMap<>();
        written.get(COMPONENTS)
                .get("responses")
                .forEach(response -> response.path("content")
                        .path(ProblemView.MEDIA_TYPE)
                        .path("examples")
                        .forEach(example -> {
                            JsonNode problem = example.get("value");
                            String title = problem.get("title").asString();
                            problems.putIfAbsent(
                                    title,
                                    new ProblemKind(
                                            ProblemView.anchor(title),
                                            title,
                                            problem.get("status").asInt(),
                                            example.get("summary").asString()));
                        }));
        return problems.values().stream()
                .sorted(Comparator.comparingInt(ProblemKind::status))
                .toList();
    }
}
