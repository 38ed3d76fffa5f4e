// The description of the API: valid by the standard, of just the routes that there are, with examples that fit.
package org.quoin.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.quoin.web.DescribedAnswers.Operation;
import tools.jackson.databind.JsonNode;

@ExtendWith(RunningServer.Shared.class)
class OpenApiTest {
    private static final String STANDARD = "https://spec.openapis.org/oas/3.1/schema-base/2022-10-07";

    private final RunningServer server;
    private final JsonNode document;

    OpenApiTest(RunningServer server) {
        this.server = server;
        this.document = server.json(ApiDescription.PATH);
    }

    @Test
    void itIsOpenApi() {
        SchemaRegistry standard = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaIdResolvers(
                        ids -> ids.mapPrefix("https://spec.openapis.org", "classpath:spec.openapis.org")));
        List<Error> errors = standard.getSchema(SchemaLocation.of(STANDARD)).validate(document);
        assertThat(errors).isEmpty();

        JsonNode wrong = document.deepCopy();
        wrong.at("/paths/~1api~1health/get").asObject().put("sumary", "not a word of the standard");
        assertThat(standard.getSchema(SchemaLocation.of(STANDARD)).validate(wrong))
                .isNotEmpty();
    }

    @Test
    void everyRouteIsDescribedAndEveryDescribedRouteIsThere() {
        Set<String> there = new TreeSet<>();
        server.routes().stream()
                .filter(route -> DescribedAnswers.FOR_PROGRAMS
                        .matcher(route.substring(route.indexOf(' ') + 1))
                        .matches())
                .forEach(route -> there.add(route.replace("<rest>", "{path}")));
        Set<String> described = new TreeSet<>();
        server.described().operations().forEach(operation -> described.add(operation.call()));

        assertThat(described)
                .as("routes described in openapi.yaml, and those that are registered")
                .isEqualTo(there);
    }

    @Test
    void operationsAreNamedOnceAndSayWhatTheyDo() {
        List<String> tags = document.get("tags")
                .valueStream()
                .map(tag -> tag.get("name").asString())
                .toList();
        List<String> ids = new ArrayList<>();
        for (Operation operation : server.described().operations()) {
            JsonNode node = operation.node();
            ids.add(node.get("operationId").asString());
            assertThat(node.get("summary").asString()).as(operation.call()).hasSizeBetween(5, 60);
            assertThat(node.get("description").asString()).as(operation.call()).endsWith(".");
            assertThat(tags).as(operation.call()).contains(node.at("/tags/0").asString());
            assertThat(node.get("responses").has("default"))
                    .as(operation.call())
                    .isTrue();
            List<String> inPath = operation.parameters().stream()
                    .filter(parameter -> parameter.get("in").asString().equals("path"))
                    .map(parameter -> "{" + parameter.get("name").asString() + "}")
                    .toList();
            assertThat(operation.path().replaceAll("[^{}]*(\\{[^}]+})?", "$1"))
                    .as("parameters of the path %s", operation.path())
                    .isEqualTo(String.join("", inPath));
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void whatIsDefinedIsUsedAndWhatIsUsedIsDefined() {
        Set<String> used = new HashSet<>();
        walk("", document, (where, node) -> {
            if (node.path("$ref").isString()) {
                used.add(node.get("$ref").asString());
            }
        });
        Set<String> defined = new HashSet<>();
        document.get("components").forEachEntry((section, parts) -> {
            if (!section.equals("securitySchemes")) {
                parts.propertyNames().forEach(name -> defined.add("#/components/" + section + "/" + name));
            }
        });
        assertThat(used).containsExactlyInAnyOrderElementsOf(defined);
    }

    @Test
    void examplesAreAsTheirSchemasSay() {
        List<String> checked = new ArrayList<>();
        walk("", document, (where, node) -> {
            JsonNode schema = node.path("schema");
            if (schema.isObject() && node.has("example")) {
                server.described().requireValid(where, schema, node.get("example"));
                checked.add(where);
            }
            if (schema.isObject()) {
                node.path("examples").forEach(example -> {
                    server.described().requireValid(where, schema, example.get("value"));
                    checked.add(where);
                });
            } else if (node.path("examples").isArray()) {
                node.get("examples").forEach(example -> server.described().requireValid(where, node, example));
                checked.add(where);
            }
        });
        assertThat(checked).hasSizeGreaterThan(60);
    }

    @Test
    void filtersAreThoseOfTheBase() {
        JsonNode parameters = document.at("/components/parameters");
        assertThat(parameters.propertyNames()).contains("filter.setting", "filter.country", "filter.kind");
        assertThat(parameters.at("/filter.setting/schema/items/enum").toString())
                .contains("\"rural\"");
        assertThat(parameters.at("/filter.state/schema/items/enum").toString()).contains("\"accepted\"");
        server.quoin()
                .searchNames()
                .all()
                .forEach(name ->
                        assertThat(parameters.has("filter." + name)).as(name).isTrue());
    }

    @Test
    void thePageAndTheListAreMadeOfIt() {
        String page = server.page("/api").body();
        JsonNode list = server.json("/api");
        for (Operation operation : server.described().operations()) {
            assertThat(list.get(operation.call()).asString())
                    .isEqualTo(operation.node().get("description").asString());
            assertThat(page).contains("<code>" + operation.call() + "</code>");
        }
        assertThat(page).contains("href=\"" + ApiDescription.PATH + "\"", "id=\"problem-limit-reached\"");
        assertThat(server.get("/api", "*/*").headers().firstValue("Link"))
                .hasValue("<" + ApiDescription.PATH + ">; rel=\"service-desc\"");
    }

    private static void walk(String where, JsonNode node, BiConsumer<String, JsonNode> visitor) {
        if (node.isObject()) {
            visitor.accept(where, node);
            node.forEachEntry((name, part) -> walk(where + "/" + name, part, visitor));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(where + "/" + i, node.get(i), visitor);
            }
        }
    }
}
