package org.firebreak.trace.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.firebreak.base.error.ResourceException;

/**
 * Contacts of many people at once. Cases are shared out over threads in small blocks; the results
 * come in the order of the cases, the same with any number of threads. Memory: the contacts of a
 * few blocks.
 */
public final class ContactBatch {

  private static final int BLOCK_CASES = 32;
  private static final int BLOCKS_AHEAD_A_THREAD = 4;

  private final EncounterSearch search;
  private final int threads;

  /**
   * @param threads at least 1
   */
  public ContactBatch(EncounterSearch search, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("Threads must be >= 1, was " + threads);
    }
    this.search = search;
    this.threads = threads;
  }

  /** Hands over the contacts of each case, in the order of the cases, on the calling thread. */
  public void run(List<CaseWindow> cases, Consumer<List<Contact>> taker) {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<List<List<Contact>>>> ahead = new ArrayList<>();
      int next = 0;
      while (next < cases.size() || !ahead.isEmpty()) {
        while (next < cases.size() && ahead.size() < threads * BLOCKS_AHEAD_A_THREAD) {
          int end = Math.min(cases.size(), next + BLOCK_CASES);
          List<CaseWindow> block = cases.subList(next, end);
          ahead.add(pool.submit(() -> contactsOf(block)));
          next = end;
        }
        get(ahead.removeFirst()).forEach(taker);
      }
    }
  }

  private List<List<Contact>> contactsOf(List<CaseWindow> block) {
    ContactList list = new ContactList();
    List<List<Contact>> all = new ArrayList<>();
    for (CaseWindow window : block) {
      list.clear();
      search.visit(window.person(), window.from(), window.to(), list);
      all.add(list.contacts());
    }
    return all;
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ResourceException("interrupted", "The contact search was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
