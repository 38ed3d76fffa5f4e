// `quoin paper`: what a person decides about one paper.
package org.quoin.cli;

import java.util.concurrent.Callable;
import org.quoin.app.Quoin;
import org.quoin.model.PaperId;
import org.quoin.model.StudyId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "paper",
        mixinStandardHelpOptions = true,
        description = "Says what has become of a paper, and which study it reports.",
        subcommands = {PaperCommand.Retract.class, PaperCommand.Restore.class, PaperCommand.OfStudy.class},
        footer = {
            "",
            "Examples:",
            "  quoin paper retract smith-2020 --reason \"Retracted by the journal on 2021-03-04: unreliable data\"",
            "  quoin paper restore smith-2020",
            "  quoin paper study smith-2020-protocol smith-2020"
        })
final class PaperCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: retract, restore or study");
    }

    /// What the three have in common: a paper, and something to be done to it.
    @SuppressWarnings("NullAway.Init")
    abstract static class Change implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private HomeOptions home;

        @Parameters(
                index = "0",
                paramLabel = "PAPER",
                description = "The paper's identifier, as «quoin papers» lists it.")
        private String paper;

        abstract void apply(Quoin quoin, PaperId id);

        abstract String done(PaperId id);

        @Override
        public Integer call() {
            Terminal terminal = RootCommand.of(spec);
            var id = new PaperId(paper);
            try (Quoin quoin = home.open("paper " + spec.name(), terminal)) {
                apply(quoin, id);
            }
            terminal.say(done(id));
            return ExitCode.OK;
        }
    }

    @Command(
            name = "retract",
            mixinStandardHelpOptions = true,
            description = {
                "Marks a paper as retracted. It stays with its evidence and is shown as retracted, but is not found",
                "by search and not counted."
            })
    @SuppressWarnings("NullAway.Init")
    static final class Retract extends Change {
        @Option(names = "--reason", required = true, description = "Who retracted it, and why.")
        private String reason;

        @Override
        void apply(Quoin quoin, PaperId id) {
            quoin.retract(id, reason);
        }

        @Override
        String done(PaperId id) {
            return id + " is retracted: " + reason;
        }
    }

    @Command(name = "restore", mixinStandardHelpOptions = true, description = "Takes a retraction back.")
    static final class Restore extends Change {
        @Override
        void apply(Quoin quoin, PaperId id) {
            quoin.restore(id);
        }

        @Override
        String done(PaperId id) {
            return id + " is no longer retracted";
        }
    }

    @Command(
            name = "study",
            mixinStandardHelpOptions = true,
            description = "Says which study a paper reports: papers of one study are counted as one study.")
    @SuppressWarnings("NullAway.Init")
    static final class OfStudy extends Change {
        @Parameters(index = "1", paramLabel = "STUDY", description = "The study's identifier; made when there is none.")
        private String study;

        @Override
        void apply(Quoin quoin, PaperId id) {
            quoin.assignStudy(id, new StudyId(study));
        }

        @Override
        String done(PaperId id) {
            return id + " reports the study " + study;
        }
    }
}
