// Holds what the service answers to what its description says of it; every test that asks a running server does.
package org.quoin.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

final class DescribedAnswers {
    /// Addresses for programs; all others are pages.
    static final Pattern FOR_PROGRAMS =
            Pattern.compile("/(api|sparql|ns|shapes|context)(/.*)?|/(id|scheme|alignments)/.*");

    /// What any route may answer; other statuses are described route by route.
    private static final Set<String> ANYWHERE = Set.of("403", "405", "411", "413", "500");

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode document;
    private final List<Operation> operations;
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    /// @param call method and path as the description has them
    /// @param parameters of the path and of the operation, without references
    record Operation(String call, String method, String path, JsonNode node, List<JsonNode> parameters) {
        private boolean answers(String address) {
            // The one parameter that goes on over slashes.
            String pattern = path.replace("{path}", ".+").replaceAll("\\{[^}]+}", "[^/]+");
            return address.matches(pattern);
        }

        private int generality() {
            return path.contains("{path}") ? Integer.MAX_VALUE : path.split("\\{", -1).length;
        }
    }

    DescribedAnswers(JsonNode document) {
        this.document = document;
        this.operations = document.get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(method -> !method.getKey().equals("parameters"))
                        .map(method -> operation(path.getKey(), path.getValue(), method.getKey(), method.getValue())))
                .sorted(Comparator.comparingInt(Operation::generality))
                .toList();
    }

    private Operation operation(String path, JsonNode item, String method, JsonNode node) {
        List<JsonNode> parameters = Stream.of(item, node)
                .flatMap(part -> part.path("parameters").valueStream())
                .map(this::resolved)
                .toList();
        String upper = method.toUpperCase(Locale.ROOT);
        return new Operation(upper + " " + path, upper, path, node, parameters);
    }

    List<Operation> operations() {
        return operations;
    }

    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
    }

    /// Fails when the status, the media type or a property of the answer is not described.
    ///
    /// @return the operation and the status, or nothing for a page
    Optional<String> check(HttpResponse<String> answer) {
        String method = answer.request().method();
        String address = answer.uri().getRawPath();
        if (!FOR_PROGRAMS.matcher(address).matches()) {
            return Optional.empty();
        }
        String what = method + " " + answer.uri() + " answered " + answer.statusCode();
        String status = Integer.toString(answer.statusCode());
        Optional<Operation> operation = operations.stream()
                .filter(each -> each.method().equals(method) && each.answers(address))
                .findFirst();
        if (operation.isEmpty()) {
            assertThat(status)
                    .as("%s, which openapi.yaml does not describe", what)
                    .isIn("404", "405", "403");
            return Optional.empty();
        }
        if (status.equals("304")) {
            // Said once of every GET, at the head of the description.
            assertThat(answer.body()).as(what).isEmpty();
            return Optional.empty();
        }
        JsonNode responses = operation.get().node().get("responses");
        String described = responses.has(status) || !ANYWHERE.contains(status) ? status : "default";
        assertThat(responses.has(described))
                .as(
                        "%s: openapi.yaml has no such status of %s",
                        what, operation.get().call())
                .isTrue();
        content(what, resolved(responses.get(described)).path("content"), answer);
        return Optional.of(operation.get().call() + " " + described);
    }

    private void content(String what, JsonNode content, HttpResponse<String> answer) {
        String type = answer.headers()
                .firstValue("Content-Type")
                .map(value -> value.replaceAll(";.*", ""))
                .orElse("");
        if (content.isEmpty()) {
            assertThat(answer.body()).as(what).isEmpty();
            return;
        }
        assertThat(content.has(type))
                .as("%s: as «%s», which openapi.yaml does not say", what, type)
                .isTrue();
        JsonNode schema = content.get(type).path("schema");
        if (type.endsWith("json")) {
            requireValid(what, schema, JsonMapper.shared().readTree(answer.body()));
        } else if (type.endsWith("yaml")) {
            requireValid(what, schema, new YAMLMapper().readTree(answer.body()));
        }
    }

    /// Fails when a value is not as a schema of the description says.
    void requireValid(String what, JsonNode schema, JsonNode value) {
        List<Error> errors = schemas.computeIfAbsent(schema, this::prepared).validate(value);
        assertThat(errors.stream().limit(5).map(Error::toString).toList())
                .as("%s: not as openapi.yaml says", what)
                .isEmpty();
    }

    /// References go from the root of the document.
    private Schema prepared(JsonNode schema) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.putArray("allOf").add(schema);
        root.set("components", document.get("components"));
        return SCHEMAS.getSchema(root);
    }
}
