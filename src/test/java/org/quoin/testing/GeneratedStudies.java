// Writes made-up studies with evidence in the hand-written form, as many as wanted, the same for the same seed.
package org.quoin.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// For tests and benchmarks only. The sentences are of the shape that studies of service integration have, with
/// enough variety that no two items of a study quote the same words.
public final class GeneratedStudies {
    private static final List<String> WHO = List.of(
            "nurses",
            "managers",
            "social workers",
            "family doctors",
            "volunteers",
            "carers",
            "commissioners",
            "pharmacists",
            "therapists",
            "board members",
            "care home staff",
            "community workers",
            "patients");
    private static final List<String> WHAT = List.of(
            "shared records",
            "pooled budgets",
            "joint meetings",
            "clear leadership",
            "co-location",
            "training",
            "trust between teams",
            "stable staffing",
            "transport",
            "protected time",
            "common goals",
            "peer support",
            "data sharing",
            "referral routes",
            "evaluation",
            "governance");
    private static final List<String> HELPED = List.of(
            "made joint work easier",
            "kept the change going",
            "brought people to the table",
            "cut delays",
            "let teams act early",
            "gave staff confidence",
            "settled disputes",
            "built understanding");
    private static final List<String> HINDERED = List.of(
            "slowed joint work down",
            "wore people out",
            "set services against each other",
            "caused delays",
            "left people waiting",
            "put staff off",
            "reopened old disputes",
            "hid what mattered");
    private static final List<String> WHERE = List.of(
            "in the first year",
            "at the weekly round",
            "across the district",
            "on the ward",
            "in remote clinics",
            "when winter came",
            "after the merger",
            "in the pilot sites",
            "at discharge",
            "in people's homes");
    private static final List<String> FACTORS = List.of(
            "leadership",
            "shared-records",
            "funding",
            "trust",
            "time",
            "co-location",
            "training",
            "distance",
            "organisational-commitment",
            "workforce-stability");
    private static final List<String> SETTINGS =
            List.of("rural", "urban", "remote", "community", "primary-care", "hospital", "care-home");
    private static final List<String> COUNTRIES = List.of("GB", "IE", "NL", "CA", "AU", "NZ", "SE", "KE", "IN", "NO");
    private static final List<String> LEVELS =
            List.of("individual", "professional", "team", "organisational", "systemic");

    private GeneratedStudies() {}

    /// @param folder where to write one folder a study, named `study-00001` and so on
    /// @param studies how many
    /// @param items evidence items a study, at least 1; the first is its setting
    /// @param seed makes it the same again
    public static void write(Path folder, int studies, int items, long seed) throws IOException {
        var random = new Random(seed);
        for (int study = 1; study <= studies; study++) {
            writeStudy(folder.resolve("study-%05d".formatted(study)), study, items, random);
        }
    }

    private static void writeStudy(Path folder, int number, int items, Random random) throws IOException {
        var text = new StringBuilder();
        var yaml = new StringBuilder();
        String setting = pick(SETTINGS, random);
        String country = pick(COUNTRIES, random);
        String title =
                "Study %d: %s and %s in %s services".formatted(number, pick(WHAT, random), pick(WHAT, random), setting);
        text.append(title).append("\n\nMethods: ");
        String place = "a " + setting + " area of country " + country;
        // Beyond the basic multilingual plane now and then, so that code points and UTF-16 units differ.
        text.append(number % 3 == 0 ? "📝 " : "")
                .append("Interviews were held in ")
                .append(place)
                .append(".\n\nResults: ");
        yaml.append("quoin: 1\npaper: study-%05d\ntext: text.txt\ntype: article\nlanguage: en\n".formatted(number));
        yaml.append("title: \"").append(title).append("\"\nfictional: true\n");
        yaml.append("coded-by: {id: generator, name: Generator of test studies, type: software}\nevidence:\n");
        yaml.append(
                "  - kind: context\n    facet: [setting, country]\n    value: [setting/%s, country/%s]\n    quote: \"%s\"\n"
                        .formatted(setting, country, place));
        for (int item = 1; item < items; item++) {
            boolean helped = random.nextBoolean();
            String sentence = "For %s of unit %d-%d, %s %s %s"
                    .formatted(
                            pick(WHO, random),
                            number,
                            item,
                            pick(WHAT, random),
                            pick(helped ? HELPED : HINDERED, random),
                            pick(WHERE, random));
            text.append(sentence).append(". ");
            yaml.append("  - kind: ")
                    .append(item % 5 == 0 ? "finding" : helped ? "enabler" : "barrier")
                    .append('\n');
            if (item % 5 != 0) {
                yaml.append("    factor: ").append(pick(FACTORS, random)).append('\n');
                yaml.append("    level: ").append(pick(LEVELS, random)).append('\n');
            }
            yaml.append("    quote: \"").append(sentence).append("\"\n");
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("text.txt"), text.toString().strip() + "\n");
        Files.writeString(folder.resolve("evidence.yaml"), yaml);
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
