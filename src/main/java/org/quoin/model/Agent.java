// Whoever coded an item: a person, an organisation or role, or a program.
package org.quoin.model;

/// @param id its identifier
/// @param name shown to people
/// @param type what it is
public record Agent(AgentId id, String name, Type type) {
    /// The agent types of PROV-O.
    public enum Type {
        PERSON,
        ORGANIZATION,
        SOFTWARE
    }
}
