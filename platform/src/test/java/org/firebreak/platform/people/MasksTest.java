package org.firebreak.platform.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasksTest {

  @ParameterizedTest
  @CsvSource({
    "NAME, 张三, 张**",
    "NAME, 欧阳娜娜, 欧**",
    "NAME, 李, *",
    "NAME, John Smith, J** S**",
    "PHONE, 13812345678, 138****5678",
    "PHONE, 1234567, ***",
    "ID_NUMBER, 110101199003074610, 11**************10",
    "ID_NUMBER, G1234, ***",
    "ADDRESS, 湖北省武汉市江岸区中山大道1号, 湖北省武汉市江岸区***",
    "ADDRESS, 12 Long Lane, ***",
    "OTHER, anything, ***",
  })
  void masks(PersonalKind kind, String value, String expected) {
    assertEquals(expected, Masks.mask(kind, value));
  }
}
