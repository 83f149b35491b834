package org.otklik.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeechGateTest {

  /** A letter a step: h 0.9, m 0.4 (between the thresholds), l 0.1; s is speech. */
  @ParameterizedTest
  @CsvSource({
    "llllhhhhhhhhhhllll, ....ssssssssss....",
    "llhhhhhhhllllllll, .................", // a click of 7 steps
    "mmmmmmmmmmmm, ............", // does not begin between the thresholds
    "hhhhhhhhhmmmmmhhll, ssssssssssssssss..", // but goes on there
    "hhhhhhhhhllhhhhhl, ssssssssssssssss.", // over a breath of two steps
    "hhhhhhhhhlllhhhl, sssssssss.......", // a pause of three ends it, and what follows is short
    "hhhhhhhhhlmmhl, sssssssss.....",
    "hhhhhhhhh, sssssssss"
  })
  void beginsHighGoesOnLowerAndBridgesBreaths(String steps, String expected) {
    SpeechGate gate = SpeechGate.sure();
    for (char step : steps.toCharArray()) {
      int before = gate.decided();
      boolean[] told = told(gate);
      gate.add(step == 'h' ? 0.9 : step == 'm' ? 0.4 : 0.1);
      assertEquals(Arrays.toString(told), Arrays.toString(Arrays.copyOf(told(gate), before)));
    }
    gate.finish();
    StringBuilder speech = new StringBuilder();
    for (boolean is : told(gate)) {
      speech.append(is ? 's' : '.');
    }
    assertEquals(expected, speech.toString());
  }

  /** What is decided stays as it is. */
  private static boolean[] told(SpeechGate gate) {
    boolean[] told = new boolean[gate.decided()];
    for (int i = 0; i < told.length; i++) {
      told[i] = gate.isSpeech(i);
    }
    return told;
  }
}
