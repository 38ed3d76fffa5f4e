// The schemas of the API and the records that its answers are made of have the same properties.
package org.quoin.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quoin.app.json.EvaluationView;
import org.quoin.app.json.Json;
import org.quoin.model.Publication;
import org.quoin.model.Violation;
import tools.jackson.databind.JsonNode;

@ExtendWith(RunningServer.Shared.class)
class OpenApiSchemasTest {
    private final JsonNode schemas;

    OpenApiSchemasTest(RunningServer server) {
        schemas = server.json(ApiDescription.PATH).at("/components/schemas");
    }

    /// Every view but those of the pages and that of `quoin evaluate`.
    static Stream<Class<?>> views() {
        Stream<Class<?>> views = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackagesOf(Json.class, Api.class).stream()
                        .filter(JavaClass::isRecord)
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(view -> !view.getPackageName().endsWith(".page"))
                        // What makes views may be a record as well, and nobody else's.
                        .filter(view -> !Modifier.isPrivate(view.getModifiers()))
                        .filter(view -> isView(view) && !outermost(view).equals(EvaluationView.class));
        return Stream.concat(views, Stream.of(Violation.class, Publication.class));
    }

    private static boolean isView(Class<?> record) {
        return record.getSimpleName().endsWith("View")
                || (record.getEnclosingClass() != null && isView(record.getEnclosingClass()));
    }

    private static Class<?> outermost(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type : outermost(outer);
    }

    /// `SearchView.Hit` is SearchHit; a view inside a class that is none is called by its own name.
    private static String name(Class<?> record) {
        Class<?> outer = record.getEnclosingClass();
        String own = record.getSimpleName().replaceAll("View$", "");
        return outer == null || !isView(outer) ? own : name(outer) + own;
    }

    @ParameterizedTest
    @MethodSource("views")
    void schemaAndRecordAreTheSame(Class<?> record) {
        JsonNode schema = schemas.path(name(record));
        assertThat(schema.isObject())
                .as("schemas.yaml has no %s: it could begin as\n%s", name(record), skeleton(record))
                .isTrue();
        assertThat(schema.path("description").asString(""))
                .as("what a %s is", name(record))
                .isNotEmpty();
        assertThat(schema.path("additionalProperties").asBoolean(true)
                        && schema.path("unevaluatedProperties").asBoolean(true))
                .as("%s must not allow what it does not describe", name(record))
                .isFalse();

        Map<String, JsonNode> described = properties(schema);
        Set<String> required = required(schema);
        Map<String, RecordComponent> components =
                components(record).collect(Collectors.toMap(RecordComponent::getName, Function.identity()));
        assertThat(described.keySet())
                .as("properties of %s; of the record:\n%s", name(record), skeleton(record))
                .isEqualTo(components.keySet());
        components.forEach((property, component) -> {
            assertThat(shape(Objects.requireNonNull(described.get(property), property)))
                    .as("type of %s.%s", name(record), property)
                    .isEqualTo(shape(component));
            if (inclusion(component) != Include.NON_EMPTY) {
                assertThat(required.contains(property))
                        .as("whether %s.%s is required", name(record), property)
                        .isEqualTo(!mayBeLeftOut(component));
            }
        });
    }

    private static Stream<RecordComponent> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .flatMap(component -> isUnwrapped(component) ? components(component.getType()) : Stream.of(component));
    }

    private static boolean isUnwrapped(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }

    private static Include inclusion(RecordComponent component) {
        return Stream.<AnnotatedElement>of(component.getAccessor(), component.getDeclaringRecord())
                .flatMap(element -> Stream.ofNullable(element.getAnnotation(JsonInclude.class)))
                .map(JsonInclude::value)
                .findFirst()
                .orElse(Include.ALWAYS);
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean mayBeLeftOut(RecordComponent component) {
        return inclusion(component) == Include.NON_NULL && isNullable(component);
    }

    /// With what comes from the schemas it is made of.
    private Map<String, JsonNode> properties(JsonNode schema) {
        return parts(schema)
                .flatMap(part -> part.path("properties").propertyStream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Set<String> required(JsonNode schema) {
        return parts(schema)
                .flatMap(part -> part.path("required").valueStream())
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<JsonNode> parts(JsonNode schema) {
        Stream<JsonNode> others = Stream.concat(
                schema.path("allOf").valueStream(), schema.has("$ref") ? Stream.of(schema) : Stream.empty());
        return Stream.concat(Stream.of(schema), others.flatMap(other -> parts(schemas.get(target(other)))));
    }

    private static String target(JsonNode reference) {
        return reference.get("$ref").asString().replaceAll(".*/", "");
    }

    /// A type in short: `[Quote]`, `integer?`, `{string: [integer]}`.
    private static String shape(JsonNode schema) {
        if (schema.has("$ref")) {
            return target(schema);
        }
        if (schema.has("anyOf")) {
            return shape(schema.at("/anyOf/0"))
                    + (schema.at("/anyOf/1/type").asString().equals("null") ? "?" : "!");
        }
        JsonNode type = schema.path("type");
        boolean nullable =
                type.isArray() && type.get(type.size() - 1).asString().equals("null");
        String named = type.isArray() ? type.get(0).asString() : type.asString("");
        String shape = switch (named) {
            case "array" -> "[" + shape(schema.get("items")) + "]";
            case "object" -> "{string: " + shape(schema.get("additionalProperties")) + "}";
            default -> named;
        };
        return nullable ? shape + "?" : shape;
    }

    private static String shape(RecordComponent component) {
        boolean nullable = isNullable(component) && inclusion(component) == Include.ALWAYS;
        return shape(component.getAnnotatedType()) + (nullable ? "?" : "");
    }

    private static String shape(AnnotatedType annotated) {
        Type type = annotated.getType();
        if (annotated instanceof AnnotatedParameterizedType parameterised
                && type instanceof ParameterizedType whole
                && whole.getRawType() instanceof Class<?> raw) {
            AnnotatedType last = parameterised
                    .getAnnotatedActualTypeArguments()[parameterised.getAnnotatedActualTypeArguments().length - 1];
            return Collection.class.isAssignableFrom(raw) ? "[" + shape(last) + "]" : "{string: " + shape(last) + "}";
        }
        if (!(type instanceof Class<?> plain)) {
            throw new AssertionError("a view has a property of the type " + type + ", which no schema describes");
        }
        if (plain.equals(String.class)) {
            return "string";
        }
        if (plain.equals(boolean.class) || plain.equals(Boolean.class)) {
            return "boolean";
        }
        if (Set.of(int.class, long.class, Integer.class, Long.class).contains(plain)) {
            return "integer";
        }
        return Set.of(double.class, Double.class).contains(plain) ? "number" : name(plain);
    }

    /// What is missing, to be pasted and told better.
    private static String skeleton(Class<?> record) {
        List<String> lines = new ArrayList<>();
        lines.add(name(record) + ":\n  type: object\n  description: ...\n  required: ["
                + components(record)
                        .filter(component -> !mayBeLeftOut(component))
                        .map(RecordComponent::getName)
                        .collect(Collectors.joining(", "))
                + "]\n  properties:");
        components(record)
                .forEach(component -> lines.add("    " + component.getName() + ": " + yaml(shape(component)) + ""));
        lines.add("  additionalProperties: false");
        return String.join("\n", lines);
    }

    private static String yaml(String shape) {
        boolean nullable = shape.endsWith("?");
        String plain = nullable ? shape.substring(0, shape.length() - 1) : shape;
        String type = plain.startsWith("[") ? "array" : plain.startsWith("{") ? "object" : plain;
        if (Character.isUpperCase(type.charAt(0))) {
            String reference = "{$ref: '#/components/schemas/" + type + "'}";
            return nullable ? "{anyOf: [" + reference + ", {type: \"null\"}]}" : reference;
        }
        String inner = switch (type) {
            case "array" -> ", items: " + yaml(plain.substring(1, plain.length() - 1));
            case "object" ->
                ", additionalProperties: " + yaml(plain.substring("{string: ".length(), plain.length() - 1));
            default -> "";
        };
        return "{type: " + (nullable ? "[" + type + ", \"null\"]" : type) + inner + "}";
    }
}
