package org.firebreak.platform.people;

/**
 * One personal field with its plain value. Prints without the value.
 *
 * @param name name of the field in its data standard
 * @param kind how it is masked
 * @param value the plain value, not blank
 */
public record PersonalField(String name, PersonalKind kind, String value) {

  public PersonalField {
    if (name.isBlank() || value.isBlank()) {
      throw new IllegalArgumentException("A personal field has a name and a value: " + name);
    }
  }

  @Override
  public String toString() {
    return "PersonalField[" + name + "]";
  }
}
