package org.firebreak.intake;

/** Receives the outcomes of a run, in the order of the file, on the thread that runs it. */
@FunctionalInterface
public interface OutcomeSink {

  /** Takes one outcome; an exception ends the run and reaches its caller. */
  void accept(Outcome outcome);
}
