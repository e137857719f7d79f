package org.firebreak.platform.catalog;

import java.time.Instant;
import java.util.List;
import org.firebreak.base.LocalizedText;

/**
 * A data set: all that one source has sent in one standard.
 *
 * @param format what the last file was, for example {@code CSV}
 * @param releasedAt when the first of it came in
 * @param updatedAt when it last changed
 */
public record Dataset(
    long id,
    String standard,
    String source,
    LocalizedText title,
    List<String> keywords,
    String provider,
    String maintainer,
    String licence,
    String format,
    Instant releasedAt,
    Instant updatedAt) {}
