// Told how far a long piece of work has come.
package org.quoin.app;

@FunctionalInterface
public interface Progress {
    Progress NONE = (done, total, what) -> {};

    /// @param done steps done
    /// @param total steps in all
    /// @param what the step just done, for people
    void step(long done, long total, String what);
}
