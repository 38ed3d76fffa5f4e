// Reads EPPI-Reviewer's JSON export, which the EPPI-Mapper takes too.
package org.quoin.intake.coding;

import java.util.List;
import org.quoin.intake.coding.CodingNote.What;
import org.quoin.intake.document.Budget;
import org.quoin.intake.document.Source;
import org.quoin.intake.document.Tally;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One reference is in memory at a time; what is kept of it are its codings.
final class EppiReader {
    private static final String CODE_SETS = "\"CodeSets\"";
    private static final String REFERENCES = "\"References\"";

    private EppiReader() {}

    static boolean recognises(Source source) {
        String head = source.head().stripLeading();
        return head.startsWith("{")
                && (head.contains(CODE_SETS) || (head.contains(REFERENCES) && head.contains("\"Codes\"")));
    }

    static CodingFile read(Source source, Budget budget) {
        Tally<What> tally = new Tally<>(What.class);
        EppiCodes codes = new EppiCodes(tally);
        EppiReferences references = new EppiReferences(budget, tally);
        JsonMapper mapper = mapper(budget);
        try (JsonParser parser = mapper.createParser(source.bytes())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw Problem.invalid(source.name() + " is not an export of EPPI-Reviewer: it is no JSON object");
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken value = parser.nextToken();
                boolean wanted = name.equals("CodeSets") || name.equals("References");
                if (!wanted || value != JsonToken.START_ARRAY) {
                    parser.skipChildren();
                    continue;
                }
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    budget.checkTime();
                    JsonNode part = mapper.readTree(parser);
                    if (name.equals("CodeSets")) {
                        codes.addSet(part);
                    } else {
                        references.add(part);
                    }
                }
            }
        } catch (StreamConstraintsException e) {
            throw new ProblemException(
                    budget.reached("is too deep or too large as JSON").problem(), e);
        } catch (JacksonException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new ProblemException(
                    new Problem.Invalid(
                            source.name() + " is not well-formed JSON" + place + ": " + e.getOriginalMessage(),
                            List.of()),
                    e);
        }
        List<Code> all = codes.all();
        CodedProject project = new CodedProject(
                all.stream()
                        .filter(code -> code.parentId() == null)
                        .map(Code::name)
                        .findFirst()
                        .orElse("EPPI-Reviewer"),
                null,
                all,
                List.of(),
                references.sources(),
                references.selections(codes));
        return new CodingFile.Project(CodingFormat.EPPI, "EPPI-Reviewer", project, tally.all(CodingNote::new));
    }

    private static JsonMapper mapper(Budget budget) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(budget.limits().depth())
                .maxStringLength(budget.limits().characters())
                .maxTokenCount(4L * budget.limits().elements())
                .build();
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                // One reference is read out of many.
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /// A value as words, whatever its JSON type; empty when there is none.
    static String words(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null || !value.isValueNode() || value.isNull()
                ? ""
                : value.asString().strip();
    }
}
