package org.firebreak.genome.watch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.base.error.DataException;

/**
 * A list of sites that somebody wants to hear of: a change ({@code S:E484K}, {@code C241T}), a site
 * whatever the change ({@code S:484}, {@code 23012}) or a range ({@code S:319-541}, {@code
 * 21563-25384}). Immutable.
 */
public final class SitesUnderWatch {

  private final Map<String, MutationSite> sites = new LinkedHashMap<>();

  /**
   * A mutation on a site under watch.
   *
   * @param watched entry of the list
   * @param mutation of the genome
   */
  public record Hit(String watched, String mutation) {}

  /**
   * A list.
   *
   * @throws DataException naming the entry that cannot be read
   */
  public SitesUnderWatch(List<String> entries) {
    for (String entry : entries) {
      sites.put(entry, MutationSite.parse(entry.strip()));
    }
  }

  /**
   * The mutations of a genome that lie on sites under watch, in the order of the list.
   *
   * @param mutations in Nextclade's notation; see {@link GenomeAnalyser#mutations}
   */
  public List<Hit> hits(List<String> mutations) {
    List<Hit> hits = new ArrayList<>();
    sites.forEach((entry, site) -> {
      for (String mutation : mutations) {
        if (site.covers(MutationSite.parse(mutation))) {
          hits.add(new Hit(entry, mutation));
        }
      }
    });
    return hits;
  }

  /**
   * The entries of which a genome does not tell, because it is unknown somewhere in them.
   *
   * @param unknown ranges; see {@link GenomeAnalyser#unknown}
   */
  public List<String> untold(List<String> unknown) {
    List<MutationSite> gaps = unknown.stream().map(MutationSite::parse).toList();
    return sites.entrySet().stream()
        .filter(entry -> {
          MutationSite site = entry.getValue();
          MutationSite any = new MutationSite(site.region(), '\0', site.first(), site.last(), '\0');
          return gaps.stream().anyMatch(any::covers);
        })
        .map(Map.Entry::getKey)
        .toList();
  }
}
