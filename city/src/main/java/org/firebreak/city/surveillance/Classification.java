package org.firebreak.city.surveillance;

import java.util.Locale;

/** How a reported case is classified. */
public enum Classification {
  CONFIRMED("确诊病例", "Confirmed"),
  CONFIRMED_ASYMPTOMATIC("无症状感染者", "Asymptomatic"),
  CLINICAL("临床诊断病例", "Clinically diagnosed"),
  SUSPECTED("疑似病例", "Suspected");

  private final String chinese;
  private final String english;

  Classification(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String chinese() {
    return chinese;
  }

  String english() {
    return english;
  }
}
