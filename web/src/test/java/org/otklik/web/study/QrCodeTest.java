package org.otklik.web.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
  private static final int MODULE_PX = 4;

  /** The picture as it is drawn, read by a reader of QR codes. */
  @Test
  void readerFindsTheLinkInTheDrawing() throws Exception {
    String link = "https://otklik.example/study.xhtml?link=" + "a_B-9".repeat(8) + "xyz";
    String svg = QrCode.svg(link);
    MatchResult box =
        Pattern.compile("viewBox=\"0 0 (\\d+) \\d+\"").matcher(svg).results().findFirst().get();
    int side = Integer.parseInt(box.group(1)) * MODULE_PX;
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, 0xffffff);
    for (MatchResult module :
        Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg).results().toList()) {
      int left = Integer.parseInt(module.group(1)) * MODULE_PX;
      int top = Integer.parseInt(module.group(2)) * MODULE_PX;
      for (int y = top; y < top + MODULE_PX; y++) {
        Arrays.fill(pixels, y * side + left, y * side + left + MODULE_PX, 0);
      }
    }
    BinaryBitmap picture =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
    assertEquals(link, new QRCodeReader().decode(picture).getText());
  }
}
