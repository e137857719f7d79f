package org.firebreak.privacy.disclosure;

import java.util.List;
import java.util.OptionalLong;

/**
 * Counts that passed the gate. There is no public way to make one, so who writes only releases
 * cannot publish around the gate. Immutable.
 */
public final class Release {

  private final List<Entry> entries;

  Release(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** Why a count is shown or not. */
  public enum Reason {
    SHOWN,
    /** The count itself is small. */
    SMALL,
    /** With it, a small count could be computed from what is shown or was shown before. */
    COMPLEMENTARY
  }

  /** One cell of the release. */
  public static final class Entry {
    private final String name;
    private final Reason reason;
    private final long count;

    Entry(String name, Reason reason, long count) {
      this.name = name;
      this.reason = reason;
      this.count = count;
    }

    public String name() {
      return name;
    }

    public Reason reason() {
      return reason;
    }

    /** Persons; empty when it is not shown. */
    public OptionalLong count() {
      return reason == Reason.SHOWN ? OptionalLong.of(count) : OptionalLong.empty();
    }
  }

  /** In the order of the request. */
  public List<Entry> entries() {
    return entries;
  }

  /** Cells that are not shown. */
  public long suppressed() {
    return entries.stream().filter(entry -> entry.reason() != Reason.SHOWN).count();
  }
}
