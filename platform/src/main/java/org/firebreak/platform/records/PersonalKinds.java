package org.firebreak.platform.records;

import org.firebreak.intake.standard.FieldSpec;
import org.firebreak.platform.people.PersonalKind;

/** What kind of personal field a field of a standard is, which decides how it is masked. */
public final class PersonalKinds {

  private PersonalKinds() {}

  /** The kind, told from the field's type and name. */
  public static PersonalKind of(FieldSpec field) {
    return switch (field.type()) {
      case PHONE -> PersonalKind.PHONE;
      case NATIONAL_ID -> PersonalKind.ID_NUMBER;
      default ->
          switch (field.name()) {
            case "name", "given_name" -> PersonalKind.NAME;
            case "address", "workplace" -> PersonalKind.ADDRESS;
            default -> PersonalKind.OTHER;
          };
    };
  }
}
