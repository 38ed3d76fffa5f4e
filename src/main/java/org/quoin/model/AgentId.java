// The identifier of whoever coded or decided: a person, a role or a program.
package org.quoin.model;

/// @param value lower-case letters, digits and single hyphens, at most 80 characters
public record AgentId(String value) {
    public AgentId {
        Slugs.require("agent id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
