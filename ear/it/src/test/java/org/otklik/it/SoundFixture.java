package org.otklik.it;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** A second of a tone, as a WAV file. */
final class SoundFixture {
  private static final int SAMPLES = 44_100;

  private SoundFixture() {}

  static byte[] wave() throws IOException {
    byte[] samples = new byte[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      samples[i] = (byte) (100 * Math.sin(2 * Math.PI * 440 * i / SAMPLES));
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    AudioSystem.write(
        new AudioInputStream(
            new ByteArrayInputStream(samples),
            new AudioFormat(SAMPLES, 8, 1, true, false),
            SAMPLES),
        AudioFileFormat.Type.WAVE,
        file);
    return file.toByteArray();
  }
}
