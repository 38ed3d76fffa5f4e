// Shows how far a long piece of work has come, once it has taken longer than a second.
package org.quoin.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Progress;

/// A bar with rate and time left on a terminal; elsewhere a line now and then, so that a log stays readable.
final class ProgressLine implements Progress, AutoCloseable {
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final String task;
    private final PrintStream err;
    private final boolean terminal = hasTerminal();
    private final Instant started = Instant.now();
    private Instant lastLine = started;
    private @Nullable ProgressBar bar;

    ProgressLine(String task, PrintStream err) {
        this.task = task;
        this.err = err;
    }

    @Override
    public void step(long done, long total, String what) {
        Instant now = Instant.now();
        if (started.plus(QUIET).isAfter(now)) {
            return;
        }
        if (terminal) {
            if (bar == null) {
                bar = new ProgressBarBuilder()
                        .setTaskName(task)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setInitialMax(total)
                        .showSpeed()
                        .build();
            }
            bar.maxHint(total);
            bar.stepTo(done);
        } else if (done == total || lastLine.plus(BETWEEN_LINES).isBefore(now)) {
            lastLine = now;
            err.printf(
                    "%s: %d of %d after %d s%n",
                    task, done, total, Duration.between(started, now).toSeconds());
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    @SuppressWarnings("SystemConsoleNull") // it is null when input or output is redirected, whatever the checker says
    private static boolean hasTerminal() {
        return System.console() != null && System.console().isTerminal();
    }
}
