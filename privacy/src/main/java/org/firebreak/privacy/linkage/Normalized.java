package org.firebreak.privacy.linkage;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A record with its spellings evened out, so that comparing is cheap. */
final class Normalized {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern NOT_ID = Pattern.compile("[^0-9A-Z]+");
  private static final Pattern NOT_DIGIT = Pattern.compile("[^0-9]+");

  /** Phones are compared by their last digits: country and area codes come and go. */
  private static final int PHONE_DIGITS = 8;

  private static final int MIN_ID_LENGTH = 6;

  private final PersonRecord record;
  private final List<String> nameWords;
  private final String name;
  private final String id;
  private final String phone;
  private final String address;
  private final String sex;

  Normalized(PersonRecord record) {
    this.record = record;
    String words = words(record.name());
    this.nameWords = words.isEmpty() ? List.of() : sorted(words);
    this.name = String.join("", nameWords);
    String givenId = record.idNumber();
    String bareId =
        givenId == null ? "" : NOT_ID.matcher(givenId.toUpperCase(Locale.ROOT)).replaceAll("");
    this.id = bareId.length() < MIN_ID_LENGTH ? "" : bareId;
    String givenPhone = record.phone();
    String digits = givenPhone == null ? "" : NOT_DIGIT.matcher(givenPhone).replaceAll("");
    this.phone =
        digits.length() < PHONE_DIGITS ? "" : digits.substring(digits.length() - PHONE_DIGITS);
    this.address = words(record.address());
    this.sex = words(record.sex());
  }

  private static List<String> sorted(String words) {
    String[] parts = words.split(" ");
    Arrays.sort(parts);
    return List.of(parts);
  }

  /** Lower case, without accents, words divided by one space; full-width forms made plain. */
  private static String words(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return NOT_WORD.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  PersonRecord record() {
    return record;
  }

  /** Words of the name, sorted, so that their order does not matter. */
  List<String> nameWords() {
    return nameWords;
  }

  /** The name without spaces. */
  String name() {
    return name;
  }

  String id() {
    return id;
  }

  String phone() {
    return phone;
  }

  String address() {
    return address;
  }

  String sex() {
    return sex;
  }

  @Nullable LocalDate birthDate() {
    return record.birthDate();
  }

  @Nullable Integer birthYear() {
    return record.yearOfBirth();
  }
}
