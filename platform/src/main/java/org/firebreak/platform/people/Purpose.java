package org.firebreak.platform.people;

import org.firebreak.base.LocalizedText;

/** A reason for which personal data may be opened. */
public record Purpose(String code, LocalizedText title) {}
