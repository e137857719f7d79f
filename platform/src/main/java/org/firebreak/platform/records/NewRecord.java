package org.firebreak.platform.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firebreak.intake.TypedRecord;
import org.firebreak.intake.standard.FieldSpec;
import org.firebreak.platform.people.PersonalField;
import org.jspecify.annotations.Nullable;

/**
 * A record as an import brings it.
 *
 * @param record all its fields, personal ones too
 * @param region code of the region it belongs to, if that is known
 * @param flags codes of the rules that warned about it
 * @param leftOut fields that stayed empty because their value is not in the code list, with that
 *     value; those about a person are not among them
 * @param rowNumber its row in the file
 */
public record NewRecord(
    TypedRecord record,
    @Nullable String region,
    List<String> flags,
    Map<String, String> leftOut,
    long rowNumber) {

  public NewRecord {
    flags = List.copyOf(flags);
    leftOut = Map.copyOf(leftOut);
  }

  /** What the source calls it; a record without identity is known by its content. */
  String externalId() {
    String identity = record.identity();
    return identity == null
        ? "#" + record.contentHash()
        : identity.substring(0, identity.length() - 1);
  }

  /** The fields that are about a person. */
  List<PersonalField> personalFields() {
    List<PersonalField> personal = new ArrayList<>();
    for (FieldSpec field : record.standard().fields()) {
      Object value = field.personal() ? record.get(field.name()) : null;
      if (value != null && !value.toString().isBlank()) {
        personal.add(new PersonalField(field.name(), PersonalKinds.of(field), value.toString()));
      }
    }
    return personal;
  }

  /** The fields that are not, as JSON knows them. */
  Map<String, Object> openFields() {
    Map<String, Object> open = record.toMap();
    record.standard().fields().stream()
        .filter(field -> field.personal())
        .forEach(field -> open.remove(field.name()));
    return open;
  }
}
