package org.firebreak.trace.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.trace.store.Manifest.Entry;
import org.firebreak.trace.store.Manifest.Kind;

/**
 * Writes dictionaries. New names become a new file, together with the files before it that are less
 * than twice as large, so there are never more files than the logarithm of the names.
 */
final class NameFiles {

  private NameFiles() {}

  /** The dictionary's files once its fresh names are written. */
  static List<Entry> withFresh(StoreFiles files, Kind kind, Dictionary names) throws IOException {
    return withFresh(files, files.manifest().of(kind), kind, names);
  }

  static List<Entry> withFresh(StoreFiles files, List<Entry> entries, Kind kind, Dictionary names)
      throws IOException {
    int size = names.fresh().count();
    if (size == 0) {
      return entries;
    }
    int kept = names.files().size();
    while (kept > 0 && names.files().get(kept - 1).count() < 2L * size) {
      kept--;
      size += names.files().get(kept).count();
    }
    List<NameFile> run = names.files().subList(kept, names.files().size());
    int first = run.isEmpty() ? names.firstFresh() : run.getFirst().first();
    List<Entry> result = new ArrayList<>(entries.subList(0, kept));
    NameFile.Names joined = Dictionary.joined(run, names.fresh());
    result.add(write(files, kind, first, joined));
    return result;
  }

  static Entry write(StoreFiles files, Kind kind, int first, NameFile.Names names)
      throws IOException {
    boolean persons = kind == Kind.PERSONS;
    int type = persons ? ContainerWriter.PERSONS : ContainerWriter.PLACES;
    return files.write(
        kind,
        persons ? "persons" : "places",
        "names",
        out -> NameFile.write(out, type, first, names));
  }
}
