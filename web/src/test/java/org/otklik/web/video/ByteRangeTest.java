package org.otklik.web.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
  private static final long SIZE = 1000;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          bytes=0-0,                          0,   0
          bytes=0-499,                        0,   499
          bytes=500-999,                      500, 999
          bytes=999-999,                      999, 999
          bytes=0-,                           0,   999
          bytes=999-,                         999, 999
          bytes=500-1000,                     500, 999
          bytes=500-99999999999999999999999,  500, 999
          bytes=-1,                           999, 999
          bytes=-1000,                        0,   999
          bytes=-1001,                        0,   999
          bytes=-99999999999999999999999,     0,   999
          BYTES=1-2,                          1,   2
          bytes= 1-2,                         1,   2
          bytes=0000000000000000000000001-2,  1,   2
          """)
  void takesWhatLiesInTheFile(String header, long first, long last)
      throws ByteRange.ImpossibleException {
    ByteRange range = ByteRange.of(header, SIZE).orElseThrow();
    assertEquals(new ByteRange(first, last), range);
    assertEquals(last - first + 1, range.length());
    assertEquals("bytes " + first + "-" + last + "/1000", range.contentRange(SIZE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=1000-",
        "bytes=1000-1000",
        "bytes=99999999999999999999999-",
        "bytes=-0",
        "bytes=-000"
      })
  void refusesWhatLiesBehindTheEnd(String header) {
    assertThrows(ByteRange.ImpossibleException.class, () -> ByteRange.of(header, SIZE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=--1",
        "bytes=1--2",
        "bytes=2-1",
        "bytes=a-b",
        "bytes=0x1-2",
        "bytes=1.5-2",
        "bytes=+1-2",
        "bytes=1 - 2",
        "bytes=١-٢",
        "bytes=0-0,5-6",
        "bytes=0-0,",
        "bytes 0-1",
        "seconds=0-1",
        "bytes=0-1\nX: y"
      })
  void sendsTheWholeFileForWhatItDoesNotUnderstand(String header)
      throws ByteRange.ImpossibleException {
    assertEquals(Optional.empty(), ByteRange.of(header, SIZE));
  }

  @Test
  void sendsTheWholeFileWithoutHeader() throws ByteRange.ImpossibleException {
    assertEquals(Optional.empty(), ByteRange.of(null, SIZE));
    assertEquals(SIZE, ByteRange.whole(SIZE).length());
  }
}
