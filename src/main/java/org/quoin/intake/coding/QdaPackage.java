// A REFI-QDA file taken apart: the project's XML, and the texts that stand beside it in the package.
package org.quoin.intake.coding;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quoin.intake.document.Budget;
import org.quoin.intake.document.Source;
import org.quoin.intake.document.Zip;
import org.quoin.model.Problem;

/// Only texts are kept of the sources: pictures, recordings and documents are passed over. No name in the
/// package or in the XML is used as a path.
final class QdaPackage {
    static final String PROJECT = "project.qde";
    private static final String TEXT = ".txt";
    private static final String INTERNAL = "internal://";

    private final Source project;

    /// By name in lower case.
    private final Map<String, Source> texts;

    private QdaPackage(Source project, Map<String, Source> texts) {
        this.project = project;
        this.texts = texts;
    }

    /// A project without a package.
    static QdaPackage ofProject(Source project) {
        return new QdaPackage(project, Map.of());
    }

    static QdaPackage open(Source source, Budget budget) {
        Map<String, byte[]> entries = Zip.unpacked(
                source,
                budget,
                name -> isProject(name) || name.toLowerCase(Locale.ROOT).endsWith(TEXT));
        Map<String, Source> texts = new HashMap<>();
        // Sorted, so that of two entries that differ in the case of their letters the same is always taken.
        entries.keySet().stream().sorted().filter(name -> !isProject(name)).forEach(name -> {
            String flat = flat(name).toLowerCase(Locale.ROOT);
            if (!flat.contains("/")) {
                texts.putIfAbsent(flat, within(source, name, entries));
            }
        });
        return new QdaPackage(within(source, projectName(source, entries), entries), texts);
    }

    Source project() {
        return project;
    }

    /// Where a path of a source leads.
    sealed interface Target {
        record Found(Source file) implements Target {}

        /// Into the package, where there is no such text.
        record Missing() implements Target {}

        /// Out of the package.
        record Outside() implements Target {}
    }

    Target target(String path) {
        boolean outside = path.contains("://") && !path.startsWith(INTERNAL);
        if (outside) {
            return new Target.Outside();
        }
        String name = path.startsWith(INTERNAL) ? path.substring(INTERNAL.length()) : path;
        return Optional.ofNullable(texts.get(flat(name).toLowerCase(Locale.ROOT)))
                .<Target>map(Target.Found::new)
                .orElseGet(Target.Missing::new);
    }

    private static String projectName(Source source, Map<String, byte[]> entries) {
        List<String> projects =
                entries.keySet().stream().filter(QdaPackage::isProject).sorted().toList();
        if (projects.isEmpty()) {
            throw Problem.invalid(source.name() + " has no " + PROJECT
                    + ": it is not a REFI-QDA project. Export it again from the program it comes from.");
        }
        List<String> named =
                projects.stream().filter(name -> name.equalsIgnoreCase(PROJECT)).toList();
        List<String> chosen = named.isEmpty() ? projects : named;
        if (chosen.size() > 1) {
            throw Problem.invalid(source.name() + " has several projects (" + String.join(", ", chosen)
                    + "): put each in a file of its own");
        }
        return chosen.getFirst();
    }

    private static boolean isProject(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".qde") && !flat(name).contains("/");
    }

    private static Source within(Source source, String name, Map<String, byte[]> entries) {
        return Source.of(source.name() + "!" + name, entries.getOrDefault(name, new byte[0]));
    }

    /// Without the folder that sources are kept in.
    private static String flat(String name) {
        String path = name.replace('\\', '/').replaceFirst("^/+", "");
        return path.regionMatches(true, 0, "sources/", 0, 8) ? path.substring(8) : path;
    }
}
