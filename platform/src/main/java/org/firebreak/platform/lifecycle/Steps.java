package org.firebreak.platform.lifecycle;

/** Where a start says what it is doing, one plain sentence at a time. */
@FunctionalInterface
public interface Steps {

  void say(String sentence);
}
