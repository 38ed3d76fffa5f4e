// Someone who coded.
package org.quoin.intake.coding;

/// @param id as the tool has it, as for [Code]
public record Coder(String id, String name) {}
