package org.firebreak.platform.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.platform.access.Caller;

/**
 * The only place that holds names, ID numbers, phones and addresses. Everything else holds a {@link
 * PersonToken}. Plain values go in freely and come out only through {@link #reveal}. Thread-safe.
 */
public interface PersonVault {

  /** The most persons that one call of {@link #put(Map)} or {@link #masked} takes. */
  int MAX_BATCH = 10_000;

  /**
   * Stores the fields of many persons in the transaction of the caller, replacing what was stored
   * under the same tokens. Made for imports: hand over some thousands at a time.
   */
  void put(Map<PersonToken, List<PersonalField>> persons);

  /**
   * A fingerprint of fields, the same for the same fields in any order. Tells an unchanged person
   * from a changed one without keeping values; keyed, so that it cannot be computed outside.
   */
  String fingerprint(List<PersonalField> fields);

  /** The fields of some persons, masked; a token that is not there has no entry. */
  Map<PersonToken, List<MaskedField>> masked(Collection<PersonToken> tokens);

  /** Deletes persons for good. */
  void delete(Collection<PersonToken> tokens);

  /**
   * Opens fields of one person for a purpose and writes who, whom, what and why into the audit
   * book.
   *
   * @param regionPath where the person's record lies; the caller's right must reach there
   * @param subject the record through which the person is opened, for the audit book
   * @param purpose code of one of {@link #purposes}
   * @param fields names of the fields wanted
   * @throws org.firebreak.base.error.UserException {@code forbidden}, {@code purpose-unknown},
   *     {@code person-not-found}
   */
  List<PersonalField> reveal(
      Caller caller,
      PersonToken token,
      String regionPath,
      String subject,
      String purpose,
      Set<String> fields);

  /**
   * Opens all fields of persons whose rows are being put right, and writes that into the audit
   * book.
   *
   * @param caller must hold {@code data:correct}
   * @param subject what is put right, for the audit book
   * @throws org.firebreak.base.error.UserException {@code forbidden}
   */
  Map<PersonToken, List<PersonalField>> openForCorrection(
      Caller caller, Collection<PersonToken> tokens, String subject);

  List<Purpose> purposes();
}
