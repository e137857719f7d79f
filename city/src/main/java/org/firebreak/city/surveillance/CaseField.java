package org.firebreak.city.surveillance;

import java.util.Locale;

/** The columns of the line list, with the headers that the three sources give them. */
enum CaseField {
  CASE_ID("病例编号", "Case ID"),
  NAME("姓名", "Name"),
  SEX("性别", "Sex"),
  AGE("年龄", "Age"),
  BIRTH_DATE("出生日期", "Date of Birth"),
  NATIONAL_ID("身份证号码", "ID Number"),
  PHONE("联系电话", "Phone"),
  PHONE_OWNER("机主", "Phone Holder"),
  ADMIN2("城市", "City"),
  ADMIN3("区县", "District"),
  REGION_CODE("行政区划代码", "Region Code"),
  ADDRESS("现住详细地址", "Address"),
  OCCUPATION("职业", "Occupation"),
  HEALTH_WORKER("是否医务人员", "Healthcare Worker"),
  CLASSIFICATION("病例分类", "Case Status"),
  CASE_DEFINITION("诊断标准", "Case Definition"),
  SEVERITY("临床分型", "Severity"),
  DATE_ONSET("发病日期", "Onset Date"),
  DATE_CONSULTATION("就诊日期", "First Consultation"),
  DATE_SAMPLING("采样日期", "Sample Date"),
  DATE_CONFIRMATION("确诊日期", "Date Confirmed"),
  DATE_REPORT("报告日期", "Report Date"),
  DATE_HOSPITALISATION("入院日期", "Admission Date"),
  DATE_ICU("转ICU日期", "ICU Date"),
  OUTCOME("转归", "Outcome"),
  DATE_OUTCOME("转归日期", "Outcome Date"),
  DATE_DEATH("死亡日期", "Date of Death"),
  HOSPITAL("收治医院", "Hospital"),
  SOURCE_CASE_ID("感染来源病例", "Infector"),
  EXPOSURE("感染途径", "Source of Infection");

  private final String chinese;
  private final String english;

  CaseField(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  /** The name of the standard. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String chinese() {
    return chinese;
  }

  String english() {
    return english;
  }

  boolean isDate() {
    return name().startsWith("DATE_") || this == BIRTH_DATE;
  }
}
