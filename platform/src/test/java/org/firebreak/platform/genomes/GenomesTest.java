package org.firebreak.platform.genomes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.firebreak.platform.intake.Imports;
import org.firebreak.platform.jobs.JobService;
import org.firebreak.platform.testing.ApiClient;
import org.firebreak.platform.testing.ApiResponse;
import org.firebreak.platform.testing.PlatformTest;
import org.firebreak.platform.testing.TestPlatform;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Genomes on their way in, and what the API tells of them. Each test has a reference of its own.
 */
@PlatformTest
class GenomesTest {

  private static final int LENGTH = 3000;

  private final TestPlatform platform;
  private final ApiClient steward;

  GenomesTest(TestPlatform platform) {
    this.platform = platform;
    this.steward = platform.signIn("data-steward");
  }

  /** A reference with two genes, and genomes that differ where they are told to. */
  private static final class Virus {

    private final String name;
    private final byte[] bases = new byte[LENGTH];
    private final StringBuilder fasta = new StringBuilder();
    private final StringBuilder sheet = new StringBuilder("name\tcase_number\tdate\tcountry\n");

    Virus(String name, long seed) {
      this.name = name;
      Random random = new Random(seed);
      for (int i = 0; i < LENGTH; i++) {
        bases[i] = (byte) "ACGT".charAt(random.nextInt(4));
      }
      write(100, "ATG");
      for (int codon = 103; codon < 1000; codon += 3) {
        write(codon, new String[] {"GCT", "GAA", "AAA", "CTG"}[random.nextInt(4)]);
      }
      write(1000, "TAA");
    }

    private void write(int at, String letters) {
      for (int i = 0; i < letters.length(); i++) {
        bases[at + i] = (byte) letters.charAt(i);
      }
    }

    String reference() {
      return ">" + name + "\n" + new String(bases, StandardCharsets.US_ASCII) + "\n";
    }

    String annotation() {
      return "##gff-version 3\n%s\ttest\tCDS\t101\t1003\t.\t+\t0\tID=c1;Name=one;gene=one\n"
          .formatted(name);
    }

    String letters(int... changed) {
      byte[] genome = bases.clone();
      for (int position : changed) {
        genome[position] = (byte) (genome[position] == 'A' ? 'G' : 'A');
      }
      return new String(genome, StandardCharsets.US_ASCII);
    }

    void add(String sample, String caseNumber, LocalDate day, String country, int... changed) {
      fasta.append('>').append(sample).append('\n').append(letters(changed)).append('\n');
      sheet.append(String.join("\t", sample, caseNumber, day.toString(), country)).append('\n');
    }
  }

  private long load(Virus virus) {
    ApiResponse answer =
        form(
            "/api/v1/genomes/references",
            Map.of("maskStart", "0", "maskEnd", "0"),
            Map.of("file", virus.reference(), "annotation", virus.annotation()));
    assertEquals(201, answer.status(), answer.text());
    return answer.json().path("id").asLong();
  }

  private ApiResponse form(String path, Map<String, String> fields, Map<String, String> files) {
    return steward.uploadAll(path, fields, files);
  }

  private JsonNode upload(long reference, Map<String, String> files) {
    ApiResponse answer =
        form("/api/v1/genomes/references/" + reference + "/uploads", Map.of(), files);
    assertEquals(202, answer.status(), answer.text());
    long id = answer.json().path("id").asLong();
    platform.bean(GenomeUploads.class).await(id, 120);
    return steward.get("/api/v1/genomes/uploads/" + id).json();
  }

  private static void assertCounts(
      JsonNode done, long records, long accepted, long changed, long unchanged, long refused) {
    assertEquals("done", done.path("state").asString(), done.toString());
    assertEquals(
        List.of(records, accepted, changed, unchanged, refused),
        List.of(
            done.path("records").asLong(),
            done.path("accepted").asLong(),
            done.path("changed").asLong(),
            done.path("unchanged").asLong(),
            done.path("refused").asLong()),
        done.toString());
  }

  private static LocalDate day(int n) {
    return LocalDate.of(2026, 3, 1).plusDays(n);
  }

  /** A chain of genomes, each with one mutation more, in two countries. */
  private static Virus chain(String name, long seed, int genomes) {
    Virus virus = new Virus(name, seed);
    List<Integer> changed = new ArrayList<>();
    for (int i = 0; i < genomes; i++) {
      changed.add(1100 + 37 * i);
      virus.add(
          name + "/" + i,
          name + "-C" + i,
          day(6 * i),
          i < genomes / 2 ? "France" : "Italy",
          changed.stream().mapToInt(Integer::intValue).toArray());
    }
    return virus;
  }

  private JsonNode tree(ApiClient client, long reference) {
    return client.get("/api/v1/genomes/references/" + reference + "/tree").json();
  }

  @Test
  void goodRecordsGoInBadOnesAreListedAndNothingEntersTwice() {
    Virus virus = chain("upl", 1, 12);
    long reference = load(virus);
    String bad =
        ">short\n"
            + virus.letters().substring(0, 700)
            + "\n>odd\nACGT#\n>none\n"
            + ">upl/0\n"
            + virus.letters(2900)
            + "\n";
    JsonNode done =
        upload(reference, Map.of("file", virus.fasta + bad, "metadata", virus.sheet.toString()));
    assertCounts(done, 16, 12, 0, 0, 4);
    JsonNode problems =
        steward.get("/api/v1/genomes/uploads/" + done.path("id").asLong() + "/problems").json();
    List<String> rules = new ArrayList<>();
    problems
        .path("items")
        .forEach(item -> {
          if ("error".equals(item.path("severity").asString())) {
            rules.add(item.path("name").asString() + " " + item.path("rule").asString());
          }
        });
    assertEquals(4, rules.size(), problems.toString());
    assertTrue(rules.contains("short genome-truncated"), rules.toString());
    assertTrue(rules.contains("odd letter-wrong"), rules.toString());
    assertTrue(rules.contains("none sequence-empty"), rules.toString());
    assertTrue(rules.contains("upl/0 name-twice"), rules.toString());
    problems
        .path("items")
        .forEach(item -> assertTrue(item.path("line").asLong() > 0, item.toString()));

    JsonNode again =
        upload(
            reference, Map.of("file", virus.fasta.toString(), "metadata", virus.sheet.toString()));
    assertCounts(again, 12, 0, 0, 12, 0);
    assertEquals(1, tree(steward, reference).path("version").asInt(), "nothing changed");
  }

  @Test
  void theTreeHasDatesPlacesAndMutationsAndGrowsGenomeByGenome() {
    Virus virus = chain("tre", 2, 14);
    long reference = load(virus);
    upload(reference, Map.of("file", virus.fasta.toString(), "metadata", virus.sheet.toString()));
    JsonNode tree = tree(steward, reference);
    assertEquals(14, tree.path("tip").size());
    assertEquals(14, tree.path("mutations").size(), "each mutation arose once");
    assertEquals(14, tree.at("/summary/parsimony").asInt());
    JsonNode clock = tree.at("/summary/clock");
    double perGenome = clock.path("rate").asDouble() * LENGTH;
    assertEquals(365.0 / 6, perGenome, 25, "one mutation in six days");
    assertEquals("nation", tree.at("/summary/placeLevel").asString());
    assertEquals(1, tree.at("/summary/introductions").size());
    assertEquals(1, tree.at("/summary/introductions/0/count").asInt());

    Virus one = new Virus("tre", 2);
    one.add("tre/late", "", day(90), "Italy", 1100, 1137, 2000);
    JsonNode done =
        upload(reference, Map.of("file", one.fasta.toString(), "metadata", one.sheet.toString()));
    assertCounts(done, 1, 1, 0, 0, 0);
    JsonNode grown = tree(steward, reference);
    assertEquals(2, grown.path("version").asInt());
    assertEquals(15, grown.path("tip").size());
    assertEquals(15, grown.at("/summary/parsimony").asInt(), "placed below its two mutations");

    Virus changed = new Virus("tre", 2);
    changed.add("tre/late", "", day(90), "Italy", 1100, 1137, 1174, 2000);
    assertCounts(
        upload(
            reference,
            Map.of("file", changed.fasta.toString(), "metadata", changed.sheet.toString())),
        1,
        0,
        1,
        0,
        0);
    assertEquals(15, tree(steward, reference).at("/summary/parsimony").asInt());
    ApiResponse rebuilt =
        steward.post("/api/v1/genomes/references/" + reference + "/tree/rebuild", Map.of());
    assertEquals(202, rebuilt.status(), rebuilt.text());
    await(rebuilt.json().path("id").asString());
    JsonNode anew = tree(steward, reference);
    assertEquals(4, anew.path("version").asInt());
    assertEquals(15, anew.at("/summary/parsimony").asInt());
  }

  private void await(String job) {
    try {
      platform.bean(JobService.class).await(java.util.UUID.fromString(job), change -> {});
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aTableAloneGivesKnownGenomesTheirCases() {
    Virus virus = chain("met", 3, 4);
    long reference = load(virus);
    assertCounts(upload(reference, Map.of("file", virus.fasta.toString())), 4, 4, 0, 0, 0);
    assertTrue(tree(steward, reference).path("date").isNull());
    String sheet = virus.sheet + "met/unknown\t\t2026-03-03\tFrance\n";
    JsonNode done = upload(reference, Map.of("metadata", sheet));
    assertCounts(done, 0, 0, 4, 0, 0);
    JsonNode list = steward.get("/api/v1/genomes/references/" + reference + "/genomes").json();
    assertEquals("2026-03-19", list.at("/items/0/dateFirst").asString());
    assertEquals("FR", list.at("/items/3/place/code").asString());
    JsonNode problems =
        steward.get("/api/v1/genomes/uploads/" + done.path("id").asLong() + "/problems").json();
    assertEquals("genome-unknown", problems.at("/items/0/rule").asString(), problems.toString());
  }

  @Test
  void aGenomeShowsWhatDiffersAndItsCaseOnlyToThoseWhoMay() {
    Virus virus = chain("det", 4, 10);
    long reference = load(virus);
    importCases("det");
    upload(reference, Map.of("file", virus.fasta.toString(), "metadata", virus.sheet.toString()));
    JsonNode list =
        steward.get("/api/v1/genomes/references/" + reference + "/genomes?q=det/3").json();
    long id = list.at("/items/0/id").asLong();
    JsonNode detail = steward.get("/api/v1/genomes/" + id).json();
    assertEquals(4, detail.path("substitutions").size());
    assertEquals(1101, detail.at("/substitutions/0/position").asInt());
    assertEquals("good", detail.at("/genome/quality").asString());
    assertEquals(1, detail.at("/neighbours/0/mutations").asInt());
    assertEquals("det-C3", detail.at("/cases/0/caseNumber").asString(), detail.toString());

    JsonNode fold = steward.get("/api/v1/genomes/" + id + "/structure?from=101&to=180").json();
    assertEquals(80, fold.path("structure").asString().length());
    assertTrue(fold.path("energy").asDouble() <= 0, fold.toString());
    assertFalse(fold.path("sequence").asString().contains("T"));
    assertEquals(400, steward.get("/api/v1/genomes/" + id + "/structure?from=1&to=99999").status());

    ApiClient italian = platform.signInFor("IT", "analyst");
    assertEquals(404, italian.get("/api/v1/genomes/" + id).status(), "a French genome");
    JsonNode part = tree(italian, reference);
    assertEquals(5, part.path("tip").size());
    assertFalse(part.toString().contains("det/3"), "no name of another region");
    JsonNode seen = italian.get("/api/v1/genomes/references/" + reference + "/genomes").json();
    assertEquals(5, seen.path("total").asInt());
    long own = seen.at("/items/0/id").asLong();
    assertEquals(
        1, italian.get("/api/v1/genomes/" + own).json().path("cases").size(), "an Italian case");
    assertEquals(403, platform.signIn("viewer").get("/api/v1/genomes/" + id).status());
    assertEquals(
        403,
        platform
            .signIn("analyst")
            .post("/api/v1/genomes/references/" + reference + "/tree/rebuild", Map.of())
            .status());
  }

  private void importCases(String prefix) {
    StringBuilder csv = new StringBuilder("case_id,country,date_report,classification\n");
    for (int i = 0; i < 10; i++) {
      csv.append(
          "%s-C%d,%s,%s,confirmed\n"
              .formatted(prefix, i, i < 5 ? "France" : "Italy", day(6 * i).plusDays(1)));
    }
    importFile("case", prefix, csv.toString());
  }

  private void importFile(String standard, String source, String csv) {
    ApiResponse answer =
        steward.upload(
            "/api/v1/imports",
            source + ".csv",
            csv.getBytes(StandardCharsets.UTF_8),
            Map.of("standard", standard, "source", source, "asOf", "2026-07-01"));
    assertEquals(202, answer.status(), answer.text());
    platform.bean(Imports.class).await(answer.json().path("id").asLong(), 60);
    JsonNode done = steward.get("/api/v1/imports/" + answer.json().path("id").asLong()).json();
    assertEquals(0, done.path("quarantined").asLong(), done.toString());
  }

  @Test
  void contactsAreConfirmedDoubtedAndSuggested() {
    Virus virus = new Virus("con", 5);
    virus.add("con/0", "con-C0", day(0), "France", 1200);
    virus.add("con/1", "con-C1", day(5), "France", 1200, 1300);
    virus.add("con/2", "con-C2", day(6), "France", 1400, 1420, 1440, 1460, 1480, 1500, 1520, 1540);
    virus.add("con/3", "con-C3", day(3), "France", 1200);
    importCases("con");
    importFile(
        "contact",
        "con-contacts",
        """
        source_case_id,contact_id,date_last_contact
        con-C0,con-C1,2026-03-02
        con-C0,con-C2,2026-03-02
        """);
    long reference = load(virus);
    upload(reference, Map.of("file", virus.fasta.toString(), "metadata", virus.sheet.toString()));
    JsonNode findings =
        steward.get("/api/v1/genomes/references/" + reference + "/findings").json().path("items");
    List<String> told = new ArrayList<>();
    findings.forEach(one ->
        told.add(
            one.at("/first/name").asString()
                + " "
                + one.at("/second/name").asString()
                + " "
                + one.path("verdict").asString()));
    assertTrue(told.contains("con/0 con/2 contradict"), told.toString());
    assertTrue(told.contains("con/0 con/1 agree") || told.contains("con/0 con/1 doubtful"));
    assertTrue(told.contains("con/0 con/3 missing-link"), told.toString());
    assertEquals("con/0 con/2 contradict", told.getFirst(), "the most pressing first");
  }

  @Test
  void mutationsAreCountedByWeekAndSitesWatched() {
    Virus virus = new Virus("frq", 6);
    for (int i = 0; i < 60; i++) {
      boolean rising = i % 20 < i / 3;
      int[] changed = rising ? new int[] {1700, 130} : new int[] {1800};
      virus.add("frq/" + i, "", day(i), i % 2 == 0 ? "France" : "Italy", changed);
    }
    long reference = load(virus);
    upload(reference, Map.of("file", virus.fasta.toString(), "metadata", virus.sheet.toString()));
    String base = "/api/v1/genomes/references/" + reference;
    JsonNode ranked = steward.get(base + "/growth?kind=nucleotide").json();
    assertTrue(ranked.at("/0/growth/low").asDouble() > 0, ranked.toString());
    assertTrue(
        ranked.at("/0/mutation").asString().contains("1701")
            || ranked.at("/0/mutation").asString().contains("131"),
        ranked.at("/0/mutation").asString());
    JsonNode weeks = ranked.at("/0/weeks");
    assertEquals(9, weeks.size());
    int known = 0;
    for (JsonNode week : weeks) {
      known += week.path("known").asInt();
      assertTrue(week.path("low").asDouble() <= week.path("share").asDouble());
      assertTrue(week.path("high").asDouble() >= week.path("share").asDouble());
    }
    assertEquals(60, known);
    JsonNode acids = steward.get(base + "/growth").json();
    assertTrue(acids.at("/0/mutation").asString().startsWith("one:"), acids.toString());
    String mutation = ranked.at("/0/mutation").asString();
    JsonNode chosen = steward.get(base + "/frequencies?mutations=" + mutation + ",C9T").json();
    assertEquals(2, chosen.size());
    assertEquals(ranked.at("/0/samples").asInt(), chosen.at("/0/samples").asInt());
    assertTrue(chosen.at("/1/growth").isNull());

    assertEquals(
        422, steward.put(base + "/sites", Map.of("site", "nonsense?")).status(), "not a site");
    assertEquals(400, steward.put(base + "/sites", Map.of("site", "two:5")).status());
    assertEquals(400, steward.put(base + "/sites", Map.of("site", "one:9999")).status());
    ApiResponse put = steward.put(base + "/sites", Map.of("site", mutation, "note", "rises"));
    assertEquals(200, put.status(), put.text());
    JsonNode sightings = steward.get(base + "/sightings").json();
    assertEquals(2, sightings.size(), sightings.toString());
    assertTrue(sightings.at("/0/passed").asBoolean());
    long raised =
        platform
            .sql()
            .sql("select count(*) from alarms.alarm where source = 'genomes' and subject = ?")
            .param(mutation)
            .query(Long.class)
            .single();
    assertEquals(2, raised, "one alarm a country");
    assertEquals(204, steward.delete(base + "/sites/" + put.json().at("/0/id").asLong()).status());
    assertEquals(0, steward.get(base + "/sightings").json().size());
  }

  @Test
  void filesLeaveInTheFormatsOfOthers() {
    Virus virus = chain("exp", 7, 10);
    long reference = load(virus);
    upload(reference, Map.of("file", virus.fasta.toString(), "metadata", virus.sheet.toString()));
    String base = "/api/v1/genomes/references/" + reference;
    String newick = steward.get(base + "/tree.nwk").text();
    assertTrue(newick.contains("exp/9") && newick.strip().endsWith(";"), newick);
    JsonNode auspice = steward.get(base + "/tree.json").json();
    assertEquals("v2", auspice.path("version").asString());
    assertTrue(auspice.toString().contains("num_date"));
    String[] rows = steward.get(base + "/variants.tsv").text().split("\n", -1);
    assertEquals(12, rows.length);
    assertTrue(rows[0].startsWith("index\tseqName\tclade"), rows[0]);
    String vcf = steward.get(base + "/genomes.vcf").text();
    assertEquals(10, vcf.lines().filter(line -> !line.startsWith("#")).count());
  }

  @Test
  void aReferenceIsKnownByItsNameAndCannotBeAnother() {
    Virus virus = new Virus("ref", 8);
    long first = load(virus);
    assertEquals(first, load(virus), "sent again");
    ApiResponse other =
        form(
            "/api/v1/genomes/references",
            Map.of(),
            Map.of("file", new Virus("ref", 9).reference()));
    assertEquals(409, other.status(), other.text());
    ApiResponse nothing =
        form("/api/v1/genomes/references", Map.of(), Map.of("file", "this is no sequence"));
    assertEquals(422, nothing.status(), nothing.text());
    assertEquals(
        404,
        form("/api/v1/genomes/references/999999/uploads", Map.of(), Map.of("file", ">a\nACGT\n"))
            .status());
  }
}
