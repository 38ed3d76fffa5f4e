// quoin synthesis: what the studies say together, a step at a time.
package org.quoin.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Quoin;
import org.quoin.app.export.report.ReportFormat;
import org.quoin.app.json.Json;
import org.quoin.app.json.SuggestionView;
import org.quoin.app.json.SynthesisListView;
import org.quoin.app.json.SynthesisView;
import org.quoin.app.report.SynthesisReport;
import org.quoin.model.Agent;
import org.quoin.model.AgentId;
import org.quoin.model.ItemId;
import org.quoin.model.Slugs;
import org.quoin.model.Synthesis;
import org.quoin.model.SynthesisId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "synthesis",
        mixinStandardHelpOptions = true,
        description =
                "Translates claims of studies into categories, states findings over them, says how sure they are.",
        footer = {
            "",
            "Examples:",
            "  quoin synthesis list",
            "  quoin synthesis show what-keeps-care-joined-up",
            "  quoin synthesis suggest what-keeps-care-joined-up",
            "  quoin synthesis report what-keeps-care-joined-up --format docx --output report.docx",
            "  quoin synthesis export what-keeps-care-joined-up > s.yaml   (edit it, then: quoin import s.yaml)"
        })
@SuppressWarnings("NullAway.Init")
final class SynthesisCommand implements Runnable {
    private static final int LONGEST_NAME = 60;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say what to do: list, show, suggest, report, export, new, rename, translate, take-back, state, judge, confirm, delete");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the syntheses.")
    int list(@Mixin HomeOptions home, @Option(names = "--json", description = "As JSON.") boolean json)
            throws IOException {
        Terminal terminal = RootCommand.of(spec);
        try (Quoin quoin = home.openFilled("synthesis", terminal)) {
            SynthesisListView view = SynthesisListView.of(quoin);
            if (json) {
                terminal.out().println(Json.write(view));
            } else {
                view.syntheses().forEach(entry -> print(entry, terminal));
                terminal.say(
                        view.syntheses().size() == 1
                                ? "1 synthesis"
                                : view.syntheses().size() + " syntheses");
            }
            return ExitCode.OK;
        }
    }

    private static void print(SynthesisListView.Entry entry, Terminal terminal) {
        terminal.out().println(Terminal.bold(entry.id()) + "  " + entry.title());
        terminal.out()
                .println("    "
                        + Terminal.faint(count(entry.studies(), "study", "studies") + ", "
                                + count(entry.categories(), "category", "categories") + ", "
                                + count(entry.findings(), "synthesised finding", "synthesised findings")
                                + (entry.toLookAtAgain() == 0
                                        ? ""
                                        : ", " + entry.toLookAtAgain() + " to be looked at again")));
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows a synthesis with everything it rests on.")
    int show(
            @Mixin HomeOptions home,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--json", description = "The same JSON as GET /api/syntheses/NAME.") boolean json) {
        Terminal terminal = RootCommand.of(spec);
        try (Quoin quoin = home.open("synthesis", terminal)) {
            SynthesisView view = SynthesisView.of(quoin.syntheses().get(new SynthesisId(name)), quoin);
            if (json) {
                terminal.out().println(Json.write(view));
            } else {
                new SynthesisPrint(terminal).print(view);
            }
            return ExitCode.OK;
        }
    }

    @Command(
            name = "suggest",
            mixinStandardHelpOptions = true,
            description = "Says what might belong together and is not translated yet, and why. Changes nothing.")
    int suggest(
            @Mixin HomeOptions home,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--json", description = "As JSON.") boolean json) {
        Terminal terminal = RootCommand.of(spec);
        try (Quoin quoin = home.open("synthesis", terminal)) {
            List<SuggestionView> view = SuggestionView.of(quoin.suggestions(new SynthesisId(name)), quoin.vocabulary());
            if (json) {
                terminal.out().println(Json.write(view));
            } else {
                view.forEach(new SynthesisPrint(terminal)::print);
            }
            return ExitCode.OK;
        }
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Writes a synthesis as YAML, to be edited and imported again.")
    int export(@Mixin HomeOptions home, @Parameters(paramLabel = "NAME") String name) {
        Terminal terminal = RootCommand.of(spec);
        try (Quoin quoin = home.open("synthesis", terminal)) {
            terminal.out().print(quoin.syntheses().yaml(new SynthesisId(name)));
            return ExitCode.OK;
        }
    }

    @Command(
            name = "report",
            mixinStandardHelpOptions = true,
            description = {
                "Writes a synthesis as a document: summary of findings and evidence profile (GRADE-CERQual), categories with",
                "their quotes, what speaks otherwise, what is to be looked at again, references."
            })
    int report(
            @Mixin HomeOptions home,
            @Parameters(paramLabel = "NAME") String name,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            defaultValue = "docx",
                            description = "docx or html (default: ${DEFAULT-VALUE}).")
                    String format,
            @Option(names = "--output", paramLabel = "FILE", description = "Default: standard output.") @Nullable
                    Path output)
            throws IOException {
        Terminal terminal = RootCommand.of(spec);
        ReportFormat form = ReportFormat.named(format);
        try (Quoin quoin = home.openFilled("synthesis", terminal)) {
            Documents.write(SynthesisReport.of(quoin, new SynthesisId(name)), form, output, terminal);
            return ExitCode.OK;
        }
    }

    @Command(name = "new", mixinStandardHelpOptions = true, description = "Begins a synthesis.")
    int create(
            @Mixin HomeOptions home,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--title", required = true) String title,
            @Option(names = "--by", required = true, description = "Who makes it.") String by) {
        return change(home, "made " + name, quoin -> quoin.syntheses().create(new SynthesisId(name), title, agent(by)));
    }

    @Command(name = "rename", mixinStandardHelpOptions = true, description = "Gives a synthesis another title.")
    int rename(
            @Mixin HomeOptions home,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--title", required = true) String title) {
        return change(home, "renamed " + name, quoin -> quoin.syntheses().rename(new SynthesisId(name), title));
    }

    @Command(
            name = "translate",
            mixinStandardHelpOptions = true,
            description = "Translates claims into a category, which is made when it is not there.")
    int translate(
            @Mixin HomeOptions home,
            @Parameters(index = "0", paramLabel = "NAME") String name,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "PAPER/CLAIM") List<String> claims,
            @Option(names = "--category", required = true, description = "Name of the category.") String category,
            @Option(names = "--label", description = "What a new category is called.") @Nullable String label,
            @Option(names = "--definition", description = "What falls under a new category.") @Nullable
                    String definition) {
        return change(
                home,
                "translated into " + category,
                quoin -> quoin.syntheses()
                        .translate(
                                new SynthesisId(name),
                                category,
                                label,
                                definition,
                                claims.stream().map(ItemId::new).toList()));
    }

    @Command(name = "take-back", mixinStandardHelpOptions = true, description = "Takes a translation back.")
    int takeBack(
            @Mixin HomeOptions home,
            @Parameters(index = "0", paramLabel = "NAME") String name,
            @Parameters(index = "1", paramLabel = "PAPER/CLAIM") String claim,
            @Option(names = "--category", required = true) String category) {
        return change(
                home,
                "taken back from " + category,
                quoin -> quoin.syntheses().takeBack(new SynthesisId(name), category, new ItemId(claim)));
    }

    @Command(
            name = "state",
            mixinStandardHelpOptions = true,
            description = "States a synthesised finding over categories.")
    int state(
            @Mixin HomeOptions home,
            @Parameters(index = "0", paramLabel = "NAME") String name,
            @Parameters(index = "1", paramLabel = "FINDING") String finding,
            @Parameters(index = "2", paramLabel = "STATEMENT") String statement,
            @Option(names = "--category", required = true, description = "May be given more than once.")
                    List<String> categories) {
        return change(
                home,
                "stated " + finding,
                quoin -> quoin.syntheses().state(new SynthesisId(name), finding, statement, categories));
    }

    @Command(
            name = "judge",
            mixinStandardHelpOptions = true,
            description = {
                "Judges how far a synthesised finding can be relied on (GRADE-CERQual), in view of what the base holds now.",
                "What bears on it stands in “synthesis show NAME”. All four components need a concern and a reason."
            })
    int judge(
            @Mixin HomeOptions home,
            @Parameters(index = "0", paramLabel = "NAME") String name,
            @Parameters(index = "1", paramLabel = "FINDING") String finding,
            @Option(
                            names = "--component",
                            required = true,
                            paramLabel = "COMPONENT=CONCERN:REASON",
                            description = {
                                "methodological-limitations, coherence, adequacy and relevance, each with its concern:",
                                "no-or-very-minor, minor, moderate or serious."
                            })
                    Map<String, String> components,
            @Option(names = "--rating", required = true, description = "high, moderate, low or very-low.")
                    String rating,
            @Option(names = "--rationale", required = true, description = "Why, over all components.") String rationale,
            @Option(names = "--by", required = true, description = "Who judges.") String by) {
        var judgements = new TreeMap<String, Synthesis.Judgement>();
        components.forEach((component, judgement) -> judgements.put(component, judgement(component, judgement)));
        var confidence = new Synthesis.Confidence(rating, rationale, judgements, agent(by), null, List.of());
        return change(
                home,
                "judged " + finding,
                quoin -> quoin.syntheses().judge(new SynthesisId(name), finding, confidence));
    }

    private Synthesis.Judgement judgement(String component, String judgement) {
        int colon = judgement.indexOf(':');
        if (colon < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--component %s: «%s» has no reason; write %s=CONCERN:REASON"
                            .formatted(component, judgement, component));
        }
        return new Synthesis.Judgement(
                judgement.substring(0, colon).strip(),
                judgement.substring(colon + 1).strip());
    }

    @Command(
            name = "confirm",
            mixinStandardHelpOptions = true,
            description = "Says that a judgement stands after something has changed beneath it.")
    int confirm(
            @Mixin HomeOptions home,
            @Parameters(index = "0", paramLabel = "NAME") String name,
            @Parameters(index = "1", paramLabel = "FINDING") String finding,
            @Option(names = "--by", required = true, description = "Who has looked at it again.") String by) {
        return change(
                home,
                "confirmed " + finding,
                quoin -> quoin.syntheses().confirm(new SynthesisId(name), finding, agent(by)));
    }

    @Command(name = "delete", mixinStandardHelpOptions = true, description = "Takes a synthesis out of the base.")
    int delete(@Mixin HomeOptions home, @Parameters(paramLabel = "NAME") String name) {
        return change(home, "deleted " + name, quoin -> quoin.syntheses().delete(new SynthesisId(name)));
    }

    private int change(HomeOptions home, String done, Consumer<Quoin> change) {
        Terminal terminal = RootCommand.of(spec);
        try (Quoin quoin = home.open("synthesis", terminal)) {
            change.accept(quoin);
            terminal.say(done);
            return ExitCode.OK;
        }
    }

    private static Agent agent(String name) {
        return new Agent(new AgentId(Slugs.of(name, LONGEST_NAME)), name, Agent.Type.PERSON);
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
