// The released versions of the ontology, one folder each, and what changed between them.
package org.quoin.ontology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;

/// @param folder of the ontology: `quoin.ttl`, `schemes/`, ..., with `releases/X.Y.Z/` beside them
record Releases(Path folder) {
    /// Everything that somebody who builds on a version needs. Questions and documents are about the current one.
    private static final List<String> RELEASED = List.of("quoin.ttl", "context.jsonld");

    private static final List<String> RELEASED_FOLDERS = List.of("schemes", "shapes", "alignments");
    private static final String BEGIN = "<!-- terms: written by src/bench/release-ontology.sh, do not edit -->";
    private static final String END = "<!-- end of terms -->";

    /// The version that the current files say they are.
    Version current() throws IOException {
        return Version.parse(
                Header.of(OntologyFiles.parse(folder.resolve("quoin.ttl"))).version());
    }

    /// Released versions, oldest first.
    List<Version> all() throws IOException {
        Path releases = folder.resolve("releases");
        if (!Files.isDirectory(releases)) {
            return List.of();
        }
        try (var folders = Files.list(releases)) {
            return folders.map(f -> Version.parse(f.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    /// The newest release older than a version.
    Optional<Version> before(String version) throws IOException {
        Version limit = Version.parse(version);
        return all().stream().filter(v -> v.compareTo(limit) < 0).max(Comparator.naturalOrder());
    }

    Path folder(Version version) {
        return folder.resolve("releases").resolve(version.toString());
    }

    /// The files that make up a version, with their text, by path below the version's folder.
    ///
    /// @param of the ontology's folder or that of a release
    static SortedMap<String, String> files(Path of) throws IOException {
        var files = new TreeMap<String, String>();
        for (String name : RELEASED) {
            files.put(name, Files.readString(of.resolve(name)));
        }
        for (String sub : RELEASED_FOLDERS) {
            for (Path file : OntologyFiles.under(of.resolve(sub), ".ttl")) {
                files.put(of.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }

    /// Makes the folder of the current version what the current files are, and the changelog say what changed.
    ///
    /// @throws IllegalStateException when a newer version has been released already
    /// @throws IllegalArgumentException when the changelog has no section for the version
    void release() throws IOException {
        Version version = current();
        if (all().stream().anyMatch(v -> v.compareTo(version) > 0)) {
            throw new IllegalStateException(version + " is older than the newest release: raise owl:versionInfo");
        }
        Path changelog = folder.resolve("CHANGELOG.md");
        section(sections(Files.readString(changelog)), version);
        Path target = folder(version);
        if (Files.isDirectory(target)) {
            // What is no longer part of the version must not stay in it.
            try (Stream<Path> old = Files.walk(target)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        for (var file : files(folder).entrySet()) {
            Path copy = target.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, file.getValue());
        }
        Files.writeString(changelog, changelog(Files.readString(changelog)));
    }

    /// A changelog in which every release but the first says which terms changed.
    ///
    /// @throws IllegalArgumentException when a release has no section
    String changelog(String text) throws IOException {
        List<Version> versions = all();
        String result = text;
        for (int i = 1; i < versions.size(); i++) {
            Version version = versions.get(i);
            String terms = BEGIN + "\n"
                    + TermDiff.between(terms(versions.get(i - 1)), terms(version))
                            .markdown() + END + "\n";
            result = withTerms(result, version, terms);
        }
        return result;
    }

    private static String withTerms(String changelog, Version version, String terms) {
        List<String> sections = sections(changelog);
        int section = section(sections, version);
        sections.set(section, sectionWith(sections.get(section), terms));
        return String.join("", sections);
    }

    private static List<String> sections(String changelog) {
        return new ArrayList<>(List.of(changelog.split("(?m)^(?=## )", -1)));
    }

    private static int section(List<String> sections, Version version) {
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i).startsWith("## " + version + " ")) {
                return i;
            }
        }
        throw new IllegalArgumentException(
                "CHANGELOG.md has no section «## " + version + " (DATE)»: write what changed and why");
    }

    private static String sectionWith(String section, String terms) {
        Matcher there = Pattern.compile(Pattern.quote(BEGIN) + ".*?" + Pattern.quote(END) + "\n", Pattern.DOTALL)
                .matcher(section);
        if (there.find()) {
            return section.substring(0, there.start()) + terms + section.substring(there.end());
        }
        return section.stripTrailing() + "\n\n" + terms + (section.endsWith("\n\n") ? "\n" : "");
    }

    /// Everything with a name in a version: ontology, schemes and shapes. Alignments are links, not terms.
    private Model terms(Version version) throws IOException {
        Model all = ModelFactory.createDefaultModel();
        for (var file : files(folder(version)).entrySet()) {
            if (file.getKey().endsWith(".ttl") && !file.getKey().startsWith("alignments/")) {
                all.add(OntologyFiles.parse(file.getValue()));
            }
        }
        return all;
    }
}
