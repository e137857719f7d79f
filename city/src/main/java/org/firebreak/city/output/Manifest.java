package org.firebreak.city.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.firebreak.base.error.ResourceException;
import org.firebreak.city.City;
import org.firebreak.city.CityParameters;
import org.firebreak.city.region.GeoJson;

/**
 * Writes {@code manifest.json}: what was generated from what, and the SHA-256 of each file, so that
 * two runs can be compared and a result traced to its data. Holds no time of day and no path.
 */
public final class Manifest {

  /** Version of the generator; it grows whenever the same seed gives other bytes. */
  public static final int GENERATOR_VERSION = 1;

  private static final String NOTE =
      "Everything here is synthetic. The province lies in the open sea near 31 N 152 E; its region"
          + " codes, ID numbers and phone numbers are from ranges that are not given out.";

  private Manifest() {}

  /** Writes the manifest over all files that lie in {@code directory}. */
  public static void write(City city, Path directory) {
    CityParameters p = city.parameters();
    StringBuilder json = new StringBuilder("{\n");
    json.append("  \"generator\": \"firebreak city\",\n");
    json.append("  \"generator_version\": ").append(GENERATOR_VERSION).append(",\n");
    json.append("  \"note\": ").append(GeoJson.quoted(NOTE)).append(",\n");
    json.append("  \"seed\": ").append(p.seed()).append(",\n");
    json.append("  \"people\": ").append(city.people().size()).append(",\n");
    json.append("  \"days\": ").append(p.days()).append(",\n");
    json.append("  \"start\": \"").append(p.start()).append("\",\n");
    json.append("  \"end\": \"").append(p.end()).append("\",\n");
    json.append("  \"epidemic\": ").append(GeoJson.quoted(p.epidemic().toString())).append(",\n");
    json.append("  \"dirt\": ").append(GeoJson.quoted(p.dirt().toString())).append(",\n");
    json.append("  \"infections\": ").append(city.epidemic().infections().size()).append(",\n");
    json.append("  \"cases\": ").append(city.surveillance().cases().size()).append(",\n");
    json.append("  \"files\": [\n");
    String separator = "";
    try {
      for (Path file : files(directory)) {
        String name = directory.relativize(file).toString().replace('\\', '/');
        json.append(separator).append("    {\"name\": ").append(GeoJson.quoted(name));
        json.append(", \"bytes\": ").append(Files.size(file));
        json.append(", \"sha256\": \"").append(sha256(file)).append("\"}");
        separator = ",\n";
      }
      json.append("\n  ]\n}\n");
      Files.writeString(directory.resolve("manifest.json"), json);
    } catch (IOException e) {
      throw new ResourceException(
          "file-unwritable", directory + ": the manifest cannot be written: " + e, e);
    }
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().equals("manifest.json"))
          .sorted()
          .toList();
    }
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
