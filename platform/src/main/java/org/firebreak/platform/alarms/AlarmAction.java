package org.firebreak.platform.alarms;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.Set;
import org.firebreak.base.error.UserException;
import org.jspecify.annotations.Nullable;

/** What people do to an alarm, from which states, and where it leads. */
enum AlarmAction {
  CHECK("checked", AlarmState.CHECKED),
  CONFIRM("confirmed", AlarmState.CONFIRMED),
  DROP("dropped", AlarmState.DROPPED),
  REOPEN("reopened", AlarmState.SIGNAL),
  ASSIGN("assigned", null),
  NOTE("noted", null);

  private final String done;
  private final @Nullable AlarmState to;

  AlarmAction(String done, @Nullable AlarmState to) {
    this.done = done;
    this.to = to;
  }

  /** The word used in the API. */
  @JsonValue
  String word() {
    return Words.of(this);
  }

  @JsonCreator
  static AlarmAction ofWord(String word) {
    AlarmAction action = Words.find(AlarmAction.class, word);
    return Objects.requireNonNull(action);
  }

  /** What the history says was done. */
  String done() {
    return done;
  }

  /** The states in which it is allowed. */
  private Set<AlarmState> from() {
    return switch (this) {
      case CHECK -> Set.of(AlarmState.SIGNAL);
      case CONFIRM, DROP -> Set.of(AlarmState.CHECKED);
      case REOPEN -> Set.of(AlarmState.CONFIRMED, AlarmState.DROPPED);
      case ASSIGN, NOTE -> Set.of(AlarmState.values());
    };
  }

  /**
   * Where it leads from a state.
   *
   * @throws UserException {@code alarm-step-conflict} where it is not allowed
   */
  AlarmState lead(AlarmState state) {
    if (!from().contains(state)) {
      throw new UserException(
          "alarm-step-conflict",
          "An alarm that is '"
              + state.word()
              + "' cannot be "
              + done
              + "; first it must be "
              + String.join(" or ", from().stream().map(AlarmState::word).sorted().toList()));
    }
    return to == null ? state : to;
  }
}
