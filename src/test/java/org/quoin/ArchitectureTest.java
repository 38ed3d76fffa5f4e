// The rules that keep the packages apart, each with its reason.
package org.quoin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final Path ROOT = Path.of(System.getProperty("quoin.root", "."));

    /// The program's own classes, without those of the tests.
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

    /// What each layer may use, from the bottom up. A layer that is not listed for another may not be used by it.
    private static final Map<String, List<String>> MAY_USE = mayUse();

    private static Map<String, List<String>> mayUse() {
        var order = new LinkedHashMap<String, List<String>>();
        order.put("model", List.of());
        order.put("text", List.of("model"));
        order.put("graph", List.of("text", "model"));
        order.put("search", List.of("text", "model"));
        order.put("evaluation", List.of("search", "text", "model"));
        order.put("intake.document", List.of("text", "model"));
        order.put("intake.coding", List.of("intake.document", "text", "model"));
        order.put("intake.reference", List.of("intake.document", "text", "model"));
        order.put("sparql", List.of("search", "graph", "text", "model"));
        for (String part : List.of("intake", "review", "synthesis")) {
            order.put(
                    part,
                    List.of(
                            "intake.coding",
                            "intake.reference",
                            "intake.document",
                            "sparql",
                            "search",
                            "graph",
                            "text",
                            "model"));
        }
        order.put("app", allOf(order));
        order.put("web", allOf(order));
        order.put("cli", allOf(order));
        return order;
    }

    private static List<String> allOf(Map<String, List<String>> below) {
        return List.copyOf(below.keySet());
    }

    @Test
    void aPackageUsesOnlyThoseBelowIt() {
        var layers = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("org.quoin..");
        layers = layers.layer("Main").definedBy("org.quoin");
        for (String name : MAY_USE.keySet()) {
            layers = layers.optionalLayer(name).definedBy("org.quoin." + name + "..");
        }
        layers = layers.whereLayer("Main").mayOnlyAccessLayers("cli");
        for (var entry : MAY_USE.entrySet()) {
            layers = entry.getValue().isEmpty()
                    ? layers.whereLayer(entry.getKey()).mayNotAccessAnyLayer()
                    : layers.whereLayer(entry.getKey())
                            .mayOnlyAccessLayers(entry.getValue().toArray(String[]::new));
        }
        layers.ensureAllClassesAreContainedInArchitecture()
                .because("a reader must be able to read any package with nothing in mind but those below it: "
                        + "Main > cli > web > app > {synthesis, review, intake, evaluation} > sparql > {search, graph} "
                        + "> text > model; the four in the middle, and search and graph, do not know one another because "
                        + "each must be replaceable without the other (CONTRIBUTING, DESIGN)")
                .check(PROGRAM);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.quoin.(**)")
                .should()
                .beFreeOfCycles()
                .because("two packages that need each other are one package with two names, and neither can be "
                        + "understood, tested or replaced alone")
                .check(PROGRAM);
    }

    @Test
    void onlyTheAppNamesAdapters() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.quoin.app", "org.quoin.search.lucene", "org.quoin.search.onnx")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.quoin.search.lucene..", "org.quoin.search.onnx..")
                .because("an adapter is chosen at one place, org.quoin.app.Quoin.open, so that another one (a search "
                        + "cluster, another model) replaces it by changing that place alone")
                .check(PROGRAM);
        noClasses()
                .that()
                .resideInAPackage("org.quoin.search.lucene..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.quoin.search.onnx..")
                .because("the index takes any Embedder and must not depend on how one computes its vectors")
                .check(PROGRAM);
        noClasses()
                .that()
                .resideInAPackage("org.quoin.search.onnx..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.quoin.search.lucene..")
                .because("a model serves any index")
                .check(PROGRAM);
    }

    @Test
    void librariesStayInsideTheirAdapters() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.quoin.search.lucene..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .because("the port EvidenceIndex would be no port if others knew Lucene")
                .check(PROGRAM);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.quoin.search.onnx..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.onnxruntime..", "ai.djl..")
                .because("native libraries are loaded, and their calls home switched off, at one place")
                .check(PROGRAM);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.quoin.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "gg.jte..", "jakarta.servlet..")
                .because("everything but the HTTP door works and is tested without HTTP")
                .check(PROGRAM);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.quoin.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .because("only the command line parses command lines")
                .check(PROGRAM);
        noClasses()
                .that()
                .resideInAnyPackage("org.quoin.search..", "org.quoin.text..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.jena..")
                .because("search and text know records, not triples: the mapping stands in org.quoin.graph alone")
                .check(PROGRAM);
    }

    @Test
    void theModelHasNoTypesOfOthers() {
        classes()
                .that()
                .resideInAPackage("org.quoin.model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.quoin.model..", "java..", "org.jspecify.annotations..")
                .because("the words every other package speaks must outlive each library that reads or writes them")
                .check(PROGRAM);
    }

    @Test
    void onlyTheGraphOpensTheTripleStore() {
        // The class TDB2 holds the names of query options; it opens nothing.
        noClasses()
                .that()
                .resideOutsideOfPackage("org.quoin.graph..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are of TDB2 and can open or write a store",
                        other -> other.getPackageName().startsWith("org.apache.jena.tdb2")
                                && !other.getName().equals("org.apache.jena.tdb2.TDB2")))
                .because("there is one write door, GraphStore.apply, and no claim without its words holds only as long "
                        + "as nobody else can open the store")
                .check(PROGRAM);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.quoin.graph..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.jena.dboe..")
                .because("there is one write door, GraphStore.apply")
                .check(PROGRAM);
    }

    @Test
    void nothingIsLookedUpByServiceLoader() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ServiceLoader.class)
                .because("what runs is what org.quoin.app.Quoin.open wires, visible in the code, and not what happens "
                        + "to be on the class path")
                .check(PROGRAM);
    }

    @Test
    void onlyMainEndsTheProcess() {
        var ends = noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.quoin.Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .because("an exit code is a return value, so that every command can be tested inside one process and "
                        + "embedded in another");

        ends.check(PROGRAM);
        // The rule sees such calls: Main has one.
        assertThat(PROGRAM.get(Main.class).getMethodCallsFromSelf())
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(System.class)
                        && call.getName().equals("exit"));
    }

    @Test
    void theRulesSeeWhatTheyForbid() {
        // A rule that nothing can break is no rule: here the same classes break the opposite of two of them.
        assertThatThrownBy(() -> noClasses()
                        .that()
                        .resideInAPackage("org.quoin.app")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.quoin.search.lucene..")
                        .check(PROGRAM))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("org.quoin.app.Quoin");
        assertThatThrownBy(() -> noClasses()
                        .that()
                        .resideInAPackage("org.quoin.graph")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.apache.jena.tdb2..")
                        .check(PROGRAM))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("org.quoin.graph.TdbConnection");
    }

    @Test
    void everyJavaFileBeginsWithWhatItIsFor() throws IOException {
        assertThat(javaFiles())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Files.readAllLines(file).getFirst())
                        .as("first line of %s: one comment line that names the file's subject", file)
                        .matches("///? \\S.*"));
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        var without = new ArrayList<Path>();
        for (Path file : javaFiles()) {
            Path folder = Objects.requireNonNull(file.getParent());
            if (folder.startsWith(ROOT.resolve("src/main")) && !Files.exists(folder.resolve("package-info.java"))) {
                without.add(folder);
            }
        }
        assertThat(without)
                .as("packages without package-info.java, which says what they are for and what to open first")
                .isEmpty();
    }

    @Test
    void everyPackageRefusesNullsThatItDoesNotName() throws IOException {
        try (var walk = Files.walk(ROOT.resolve("src/main/java"))) {
            assertThat(walk.filter(file -> file.endsWith("package-info.java")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .as("%s: NullAway looks only at packages marked @NullMarked", file)
                            .contains("@NullMarked"));
        }
    }

    private static List<Path> javaFiles() throws IOException {
        try (var walk = Files.walk(ROOT.resolve("src"))) {
            return walk.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
