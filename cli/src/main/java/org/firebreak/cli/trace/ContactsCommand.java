package org.firebreak.cli.trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.firebreak.base.error.UserException;
import org.firebreak.cli.table.CsvTable;
import org.firebreak.cli.table.TableWriter;
import org.firebreak.trace.contact.CaseWindow;
import org.firebreak.trace.contact.Contact;
import org.firebreak.trace.contact.ContactChains;
import org.firebreak.trace.contact.EncounterSearch;
import org.firebreak.trace.contact.Nearby;
import org.firebreak.trace.store.Snapshot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Whom cases met. */
@CommandLine.Command(
    name = "contacts",
    description = {
      "Whom one or many cases met, ranked by time together.",
      "A file of cases has the columns case (or case_id), person, from, to; instead of from and to,"
          + " onset and report may stand: then the window is 2 days before onset (without onset,"
          + " before the report) to the end of the report's day.",
      "The rule any-overlap takes every overlap at the same place, however short."
    })
final class ContactsCommand implements Callable<Integer> {

  private static final int DAYS_BEFORE_ONSET = 2;
  private static final List<String> COLUMNS =
      List.of(
          "case",
          "person",
          "order",
          "class",
          "probability",
          "minutes",
          "encounters",
          "first",
          "last",
          "best_place",
          "reason");

  /** How an overlap becomes a contact. */
  enum Rule {
    ANY_OVERLAP;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A case of the file. */
  private record Case(String name, CaseWindow window) {}

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
  @CommandLine.Mixin private StoreOption store = new StoreOption();
  @CommandLine.Mixin private WindowOption window = new WindowOption();

  @CommandLine.Option(names = "--person", description = "the case's token")
  private @Nullable String person;

  @CommandLine.Option(names = "--cases", paramLabel = "FILE", description = "CSV of cases")
  private @Nullable Path cases;

  @CommandLine.Option(
      names = "--rule",
      paramLabel = "NAME",
      description = "any-overlap (default)",
      converter = RuleConverter.class)
  private Rule rule = Rule.ANY_OVERLAP;

  @CommandLine.Option(
      names = "--order",
      description = "2 adds the contacts' contacts since they met the case, and so on (default 1)")
  private int order = 1;

  @CommandLine.Option(names = "--threads", description = "threads (default: all cores)")
  private int threads = Runtime.getRuntime().availableProcessors();

  /** Reads {@code any-overlap}. */
  static final class RuleConverter implements CommandLine.ITypeConverter<Rule> {
    @Override
    public Rule convert(String word) {
      if (word.equals("any-overlap")) {
        return Rule.ANY_OVERLAP;
      }
      throw new CommandLine.TypeConversionException("'" + word + "' is not any-overlap");
    }
  }

  @Override
  public Integer call() {
    if ((person == null) == (cases == null)) {
      throw new UserException("case-missing", "Give either --person or --cases");
    }
    try (Snapshot snapshot = store.open();
        TableWriter table = new TableWriter(spec.commandLine().getOut(), store.json(), COLUMNS)) {
      List<Case> asked = person == null ? read(snapshot) : List.of(one(snapshot, person));
      EncounterSearch search = new EncounterSearch(snapshot, Nearby.SAME_PLACE);
      ContactChains chains = new ContactChains(search, order, threads);
      int[] next = new int[1];
      chains.run(
          asked.stream().map(Case::window).toList(),
          found -> print(snapshot, asked.get(next[0]++).name(), found, table));
    }
    return 0;
  }

  private void print(
      Snapshot snapshot, String name, List<ContactChains.Link> links, TableWriter table) {
    for (ContactChains.Link link : links) {
      Contact contact = link.contact();
      String place = snapshot.place(contact.bestPlace()).name();
      String reason =
          link.order() == 1
              ? "overlap at " + place
              : "overlap at " + place + " with " + snapshot.person(contact.person());
      table.row(
          name,
          snapshot.person(contact.other()),
          link.order(),
          rule.word(),
          null,
          StoreOption.minutes(contact.seconds()),
          contact.encounters(),
          StoreOption.time(snapshot, contact.first()),
          StoreOption.time(snapshot, contact.last()),
          place,
          reason);
    }
  }

  private Case one(Snapshot snapshot, String token) {
    int number = StoreOption.person(snapshot, token);
    return new Case(token, new CaseWindow(number, window.from(snapshot), window.to(snapshot)));
  }

  private List<Case> read(Snapshot snapshot) {
    CsvTable table = CsvTable.read(Objects.requireNonNull(cases));
    int name = table.findColumn("case").orElseGet(() -> table.getColumn("case_id"));
    int who = table.getColumn("person");
    boolean windows = table.findColumn("from").isPresent();
    List<Case> found = new ArrayList<>();
    int unknown = 0;
    for (CsvTable.Row row : table.rows()) {
      if (snapshot.findPerson(row.get(who)).isEmpty()) {
        unknown++;
        continue;
      }
      int number = StoreOption.person(snapshot, row.get(who));
      CaseWindow between =
          windows ? given(snapshot, table, row, number) : byOnset(snapshot, table, row, number);
      found.add(new Case(row.get(name), between));
    }
    if (unknown > 0) {
      spec.commandLine()
          .getErr()
          .printf(
              "%s: the store knows nothing of %d of %d cases; they have no rows%n",
              table.file(), unknown, table.rows().size());
    }
    return found;
  }

  private static CaseWindow given(Snapshot snapshot, CsvTable table, CsvTable.Row row, int number) {
    int offset = snapshot.offsetSeconds();
    String what = table.file() + ", line " + row.line();
    long from = WindowOption.seconds(row.get(table.getColumn("from")), offset, false, what);
    long to = WindowOption.seconds(row.get(table.getColumn("to")), offset, true, what);
    if (to <= from) {
      throw table.cellError(row, table.getColumn("to"), "must be after from");
    }
    return new CaseWindow(number, from, to);
  }

  private static CaseWindow byOnset(
      Snapshot snapshot, CsvTable table, CsvTable.Row row, int number) {
    int offset = snapshot.offsetSeconds();
    String what = table.file() + ", line " + row.line();
    String report = row.get(table.getColumn("report"));
    String onset = row.get(table.getColumn("onset"));
    String start = onset.isEmpty() ? report : onset;
    long from = WindowOption.seconds(start, offset, false, what) - DAYS_BEFORE_ONSET * 86_400L;
    long to = WindowOption.seconds(report, offset, true, what);
    return new CaseWindow(number, from, Math.max(to, from + 86_400));
  }
}
