package org.firebreak.intake.source;

/** Limits of what is read from a foreign file; beyond them reading stops with a clear error. */
public final class SourceLimits {

  /** Columns of a file. */
  public static final int COLUMNS_MAX = 10_000;

  /** Characters of one cell. */
  public static final int CELL_CHARACTERS_MAX = 1 << 20;

  /** Bytes of a file after decompression. */
  public static final long UNCOMPRESSED_BYTES_MAX = 16L << 30;

  /** Bytes after decompression by bytes before, looked at once {@link #RATIO_GRACE_BYTES} came. */
  public static final int COMPRESSION_RATIO_MAX = 250;

  /** Decompressed bytes below which the ratio does not matter. */
  public static final long RATIO_GRACE_BYTES = 16L << 20;

  /** Nesting of a JSON or XML file. */
  public static final int DEPTH_MAX = 32;

  /** Bytes looked at to tell the encoding of a text after its first byte beyond ASCII. */
  static final int ENCODING_EVIDENCE_BYTES = 1 << 16;

  /** Rows among which the header is looked for: titles and empty rows may stand above it. */
  static final int HEADER_SEARCH_ROWS = 10;

  private SourceLimits() {}
}
