package org.firebreak.cli.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands from files to their output. */
class TraceCommandsTest {

  @TempDir Path folder;

  private record Run(int status, List<String> out, String err) {}

  private Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = new CommandLine(new TraceCommand());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    line.setExecutionExceptionHandler((failure, ignored, ignoredToo) -> {
      err.write(String.valueOf(failure.getMessage()));
      return 2;
    });
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(1, "--store=" + folder.resolve("store"));
    int status = line.execute(all.toArray(String[]::new));
    return new Run(status, out.toString().lines().toList(), err.toString());
  }

  private String file(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines)).toString();
  }

  private void stays() throws IOException {
    String file =
        file(
            "stay.csv",
            "person,place,kind,from,to",
            "a,office,work,2026-06-17T09:00+08:00,2026-06-17T12:00+08:00",
            "b,office,work,2026-06-17T11:00+08:00,2026-06-17T18:00+08:00",
            "b,bar,leisure,2026-06-17T20:00+08:00,2026-06-18T01:00+08:00",
            "c,bar,leisure,2026-06-17T23:30+08:00,2026-06-18T02:00+08:00",
            "c,bar,moon,2026-06-17T23:30+08:00,2026-06-18T02:00+08:00");
    Run run = run("ingest", "--offset=+08:00", "stay", file);
    assertEquals(0, run.status(), run.err());
    assertEquals("stay,4,1,4", run.out().getLast());
    assertTrue(run.err().contains("stay.csv, line 6, column kind: 'moon' is not a kind of place"));
  }

  @Test
  void findsContactsAndTheirContacts() throws IOException {
    stays();
    Run run = run("contacts", "--person=a", "--from=2026-06-17", "--to=2026-06-18", "--order=2");
    assertEquals(
        List.of(
            "a,b,1,any-overlap,,60,1,2026-06-17T11:00:00+08:00,2026-06-17T12:00:00+08:00,office,overlap at office",
            "a,c,2,any-overlap,,90,1,2026-06-17T23:30:00+08:00,2026-06-18T01:00:00+08:00,bar,overlap at bar with b"),
        run.out().subList(1, run.out().size()));
    Run together = run("encounters", "--person=c", "--with=b");
    assertTrue(together.out().get(1).startsWith("c,b,bar,leisure,2026-06-17T23:30:00+08:00,"));
    String cases =
        file(
            "cases.csv",
            "case,person,from,to",
            "1,b,2026-06-17,2026-06-17",
            "2,z,2026-06-17,2026-06-17");
    Run many = run("contacts", "--cases=" + cases);
    assertEquals(3, many.out().size());
    assertTrue(many.err().contains("knows nothing of 1 of 2 cases"));
  }

  @Test
  void keepsForgetsAndProves() throws IOException {
    stays();
    assertEquals(0, run("verify").status());
    assertTrue(run("info").out().get(1).startsWith("2026-06-17,4,1,"));
    Run forgotten = run("forget", "b");
    assertEquals(0, forgotten.status(), forgotten.err());
    assertTrue(forgotten.out().getLast().endsWith(",0"));
    assertTrue(run("stays", "--person=b").err().contains("knows no person 'b'"));
    assertEquals(2, run("stays", "--person=c").out().size());
    assertEquals(
        List.of("deleted_day", "2026-06-17"),
        run("retain", "--days=0", "--as-of=2026-06-18").out());
    assertEquals(0, run("verify").status());
  }

  @Test
  void readsTicketsAndPassages() throws IOException {
    String trips =
        file(
            "trip.csv",
            "trip,kind,sequence,stop,region_code,arrival,departure",
            "G1,train,2,B,,2026-06-17T10:00+08:00,",
            "G1,train,1,A,,,2026-06-17T08:00+08:00");
    String tickets =
        file(
            "ticket.csv",
            "person,trip,carriage,seat,from,to",
            "a,G1,5,12A,A,B",
            "b,G1,5,9F,A,B",
            "c,G1,5,1A,B,A");
    Run run = run("ingest", "--offset=+08:00", "--trips=" + trips, "ticket", tickets);
    assertEquals("ticket,2,1,2", run.out().getLast(), run.err());
    Run together = run("encounters", "--person=a", "--with=b");
    assertEquals(
        "a,b,G1/5,train,2026-06-17T08:00:00+08:00,2026-06-17T10:00:00+08:00,120,3,25,ticket,ticket",
        together.out().get(1));
    String scans =
        file(
            "scan.csv",
            "person,place,time,direction",
            "a,gym,2026-06-17T18:00+08:00,in",
            "a,gym,2026-06-17T19:00+08:00,out");
    assertEquals("check-in,2,0,1", run("ingest", "check-in", scans).out().getLast());
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    assertTrue(run("info").err().contains("there is no stay store"));
    stays();
    assertTrue(run("contacts").err().contains("Give either --person or --cases"));
    assertTrue(run("flows", "--day=2026-06-17").err().contains("knows the region of no place"));
    assertEquals(2, run("ingest", "walk", "x.csv").status());
    assertTrue(
        run("ingest", "stay", folder.resolve("no.csv").toString()).err().contains("no such file"));
    assertTrue(
        run("ingest", "sighting", file("s.csv", "person,when", "a,b"))
            .err()
            .contains("line 1: a sighting needs the columns"));
  }
}
