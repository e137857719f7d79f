package org.firebreak.platform.catalog;

import org.firebreak.base.LocalizedText;

/** A data set that an answer was made from. */
public record DatasetRef(long id, LocalizedText title, String source) {

  public static DatasetRef of(Dataset dataset) {
    return new DatasetRef(dataset.id(), dataset.title(), dataset.source());
  }
}
