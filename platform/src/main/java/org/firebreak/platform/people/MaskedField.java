package org.firebreak.platform.people;

/**
 * A personal field as it may be shown to everybody who may see the record.
 *
 * @param masked for example {@code 138****5678}
 */
public record MaskedField(String name, PersonalKind kind, String masked) {}
