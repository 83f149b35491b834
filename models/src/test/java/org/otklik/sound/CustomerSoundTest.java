package org.otklik.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.sound.CustomerSound.Side;

class CustomerSoundTest {
  private static final List<Integer> TELEPHONE = List.of(2);
  private static final List<Integer> TRACKS = List.of(1, 2, 6);

  @Test
  void aFileHasOnlyTheChannelsOfItsTracks() {
    assertTrue(new CustomerSound(Side.LEFT, 1).isIn(TELEPHONE));
    assertFalse(new CustomerSound(Side.LEFT, 1).isIn(TRACKS), "one channel is both sides");
    assertFalse(new CustomerSound(Side.RIGHT, 3).isIn(TRACKS));
    assertTrue(new CustomerSound(Side.ALL, 3).isIn(TRACKS));
    assertFalse(new CustomerSound(Side.ALL, 4).isIn(TRACKS));
    assertTrue(CustomerSound.MIXED.isIn(List.of()));
  }

  @Test
  void theRestOfTheFileMayLeak() {
    assertEquals(
        List.of(new SoundPart(1, SoundPart.Channel.RIGHT)),
        new CustomerSound(Side.LEFT, 1).others(TELEPHONE));
    assertEquals(
        List.of(new SoundPart(1, SoundPart.Channel.ALL), new SoundPart(3, SoundPart.Channel.ALL)),
        new CustomerSound(Side.ALL, 2).others(TRACKS));
    assertEquals(List.of(), new CustomerSound(Side.ALL, 1).others(List.of(1)));
  }

  @Test
  void whereOnePartOfSeveralIsHeardItIsOffered() {
    assertEquals(
        Optional.of(new CustomerSound(Side.RIGHT, 1)),
        CustomerSound.guess(TELEPHONE, List.of(0.0, 0.4)));
    assertEquals(
        Optional.of(new CustomerSound(Side.ALL, 1)),
        CustomerSound.guess(TRACKS, List.of(0.4, 0.0, 0.001, 0.0)));
    assertEquals(Optional.empty(), CustomerSound.guess(TELEPHONE, List.of(0.3, 0.4)));
    assertEquals(Optional.empty(), CustomerSound.guess(TELEPHONE, List.of(0.01, 0.4)), "doubt");
    assertEquals(Optional.empty(), CustomerSound.guess(List.of(1), List.of(0.4)), "may be both");
    assertEquals(Optional.empty(), CustomerSound.guess(TELEPHONE, List.of()), "not measured");
  }

  @Test
  void itIsStoredInWords() {
    for (CustomerSound sound :
        List.of(
            CustomerSound.MIXED,
            new CustomerSound(Side.LEFT, 1),
            new CustomerSound(Side.ALL, 12))) {
      assertEquals(sound, CustomerSound.of(sound.toString()));
    }
  }

  @Test
  void loudnessTellsVoicesFromSilence() {
    short[] half = new short[10 * Sound.HZ];
    for (int i = half.length / 2; i < half.length; i++) {
      half[i] = (short) (8000 * Math.sin(2 * Math.PI * 200 * i / Sound.HZ));
    }
    SoundLevels levels = new SoundLevels();
    levels.add(half);
    assertEquals(0.5, levels.audibleShare(), 0.01);
    assertEquals(-120, levels.decibels(0));
    assertEquals(-15, levels.decibels(levels.steps() - 1), 1);
  }
}
