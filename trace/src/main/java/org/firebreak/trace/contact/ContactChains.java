package org.firebreak.trace.contact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Contacts, contacts of contacts and so on: whoever was met is followed from the first time they
 * met until the end of the case's window. A person counts in the lowest order in which they are
 * reached, by the longest time together. Memory: the people reached of one case at a time beyond
 * the first order.
 */
public final class ContactChains {

  /** Most links of one step of one case; a city's second order can be the city. */
  public static final int LINKS_MAX = 5_000_000;

  /**
   * One contact of a case.
   *
   * @param order 1 for those the case met, 2 for those they met since
   * @param contact of whom with whom; of order 2, {@code contact.person()} is a contact of order 1
   */
  public record Link(int order, Contact contact) {}

  private final EncounterSearch search;
  private final int order;
  private final int threads;

  /**
   * @param order how far, at least 1
   */
  public ContactChains(EncounterSearch search, int order, int threads) {
    if (order < 1) {
      throw new IllegalArgumentException("The order must be >= 1, was " + order);
    }
    this.search = search;
    this.order = order;
    this.threads = threads;
  }

  /** Hands over the links of each case, by order, then time together, in the order of the cases. */
  public void run(List<CaseWindow> cases, Consumer<List<Link>> taker) {
    ContactBatch batch = new ContactBatch(search, threads);
    int[] next = new int[1];
    batch.run(
        cases,
        contacts -> {
          CaseWindow window = cases.get(next[0]++);
          List<Link> links = new ArrayList<>();
          contacts.forEach(contact -> links.add(new Link(1, contact)));
          follow(window, contacts, links, batch);
          taker.accept(links);
        });
  }

  private void follow(
      CaseWindow window, List<Contact> first, List<Link> links, ContactBatch batch) {
    Set<Integer> reached = new HashSet<>(Set.of(window.person()));
    first.forEach(contact -> reached.add(contact.other()));
    List<Contact> last = first;
    for (int step = 2; step <= order && !last.isEmpty(); step++) {
      Map<Integer, Contact> best = new HashMap<>();
      List<CaseWindow> windows =
          last.stream()
              .map(contact -> new CaseWindow(contact.other(), contact.first(), window.to()))
              .toList();
      batch.run(
          windows,
          contacts -> {
            for (Contact contact : contacts) {
              if (!reached.contains(contact.other())) {
                best.merge(contact.other(), contact, ContactChains::longer);
              }
            }
          });
      last = best.values().stream().sorted(ContactChains::compare).limit(LINKS_MAX).toList();
      for (Contact contact : last) {
        reached.add(contact.other());
        links.add(new Link(step, contact));
      }
    }
  }

  private static Contact longer(Contact a, Contact b) {
    return compare(a, b) <= 0 ? a : b;
  }

  private static int compare(Contact a, Contact b) {
    int order = Long.compare(b.seconds(), a.seconds());
    order = order != 0 ? order : Integer.compare(a.other(), b.other());
    return order != 0 ? order : Integer.compare(a.person(), b.person());
  }
}
