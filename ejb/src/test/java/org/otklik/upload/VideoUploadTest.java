package org.otklik.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoUploadTest {
  @ParameterizedTest
  @CsvSource({"a b&c, true", "a b, false", "age:x, false", "'', false"})
  void namesTheViewerItIsARecordingOf(String viewer, boolean isNamed) {
    ArrivingFile file = new ArrivingFile("segment=age%3Ax&viewer=a+b%26c", "one.mp4", null, 1);
    assertEquals(isNamed, new VideoUpload(null, null, file, 1).names(viewer));
  }
}
