package org.firebreak.trace.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.firebreak.trace.PlaceKind;
import org.firebreak.trace.Stay;
import org.firebreak.trace.testing.RandomStays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real writer process, killed with SIGKILL again and again. */
class KillTest {

  private static final int ROUNDS = 6;
  private static final int BATCH = 5;
  private static final int DAYS = 3;

  /** The stays of a batch; every one is unlike all others. */
  private static List<Stay> batch(TraceStore store, int number) {
    List<Stay> stays = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      int person = store.person("p" + (number * BATCH + i) % 211);
      int place = store.place("l" + (number * 7 + i) % 53, PlaceKind.SHOP);
      long from = RandomStays.START + (number % DAYS) * 86_400L + number / DAYS * 10L % 86_000;
      stays.add(new Stay(person, place, 0, i + 1, from, from + 5));
    }
    return stays;
  }

  /** The child: appends batches from a number on, tells each when it is safe, for ever. */
  public static final class Child {
    private Child() {}

    /** Folder, first batch. */
    public static void main(String[] arguments) {
      try (TraceStore store =
          TraceStore.open(new DiskStorage(Path.of(arguments[0])), Optional.empty())) {
        store.mergeInBackground(2);
        for (int number = Integer.parseInt(arguments[1]); ; number++) {
          store.append(batch(store, number));
          System.out.println(number);
          System.out.flush();
          if (number % 17 == 0) {
            store.flush();
          }
        }
      }
    }
  }

  @Test
  void whatWasAcknowledgedIsThereOnce(@TempDir Path folder) throws IOException {
    Random random = new Random(3);
    int acknowledged = -1;
    for (int round = 0; round < ROUNDS; round++) {
      acknowledged = runAndKill(folder, acknowledged + 1, 60 + random.nextInt(200));
      int safe = check(folder, acknowledged);
      assertTrue(safe == acknowledged || safe == acknowledged + 1);
      acknowledged = safe;
    }
  }

  private static int runAndKill(Path folder, int first, int acks) throws IOException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx200m",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                folder.toString(),
                Integer.toString(first))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int last = first - 1;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        last = Integer.parseInt(line);
        if (last >= first + acks && child.isAlive()) {
          child.toHandle().destroyForcibly(); // what it says until it is dead still counts
        }
      }
    }
    return last;
  }

  /** Checks all batches up to the acknowledged one; the answer is the last batch that is there. */
  private static int check(Path folder, int acknowledged) {
    try (TraceStore store = TraceStore.open(new DiskStorage(folder), Optional.empty())) {
      Set<Stay> expected = new HashSet<>();
      for (int number = 0; number <= acknowledged; number++) {
        expected.addAll(batch(store, number));
      }
      Set<Stay> next = new HashSet<>(batch(store, acknowledged + 1));
      try (Snapshot snapshot = store.snapshot()) {
        List<Stay> found = new ArrayList<>();
        for (int person = 0; person < snapshot.personCount(); person++) {
          found.addAll(snapshot.listStaysOf(person, 0, Long.MAX_VALUE / 2));
        }
        Set<Stay> distinct = new HashSet<>(found);
        assertEquals(found.size(), distinct.size(), "something is there twice");
        assertTrue(distinct.containsAll(expected), "something acknowledged is missing");
        distinct.removeAll(expected);
        assertTrue(distinct.isEmpty() || distinct.equals(next), "something never given is there");
        assertEquals(List.of(), StoreCheck.run(new DiskStorage(folder)).damage());
        return distinct.isEmpty() ? acknowledged : acknowledged + 1;
      }
    }
  }
}
