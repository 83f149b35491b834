package org.otklik.trailer.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.otklik.trailer.exchange.EditList.Event;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Read back by readers of text, XML and JSON, which know nothing of how it was written. */
class ExchangeFormatTest {
  private static final EditList LIST =
      new EditList(
          "Short & <sweet>",
          "Ролик «чай»",
          FrameRate.of(25),
          1280,
          720,
          1500,
          List.of(new Event(200, 300, 0), new Event(800, 875, 100)));

  @Test
  void editDecisionListHasFourTimeCodesAnEvent() {
    String text = ExchangeFormat.EDL.write(LIST);
    assertTrue(text.startsWith("TITLE: Short & <sweet>\r\nFCM: NON-DROP FRAME\r\n"), text);
    Matcher events =
        Pattern.compile(
                "(\\d{3})  AX       ([VA])     C        (\\S{11}) (\\S{11}) (\\S{11}) (\\S{11})\r\n"
                    + "\\* FROM CLIP NAME: Ролик «чай»\r\n")
            .matcher(text);
    List<String> found = new ArrayList<>();
    while (events.find()) {
      found.add(events.group(1) + events.group(2) + " " + events.group(3) + " " + events.group(4));
      found.add(events.group(5) + " " + events.group(6));
    }
    assertEquals(
        List.of(
            "001V 00:00:08:00 00:00:12:00",
            "01:00:00:00 01:00:04:00",
            "002A 00:00:08:00 00:00:12:00",
            "01:00:00:00 01:00:04:00",
            "003V 00:00:32:00 00:00:35:00",
            "01:00:04:00 01:00:07:00",
            "004A 00:00:32:00 00:00:35:00",
            "01:00:04:00 01:00:07:00"),
        found);
  }

  @Test
  void programmeOfDropFrameBeginsAtTheHour() {
    EditList list =
        new EditList("x", "y", FrameRate.of(29.97), 640, 360, 900, List.of(new Event(0, 30, 0)));
    String text = ExchangeFormat.EDL.write(list);
    assertTrue(text.contains("FCM: DROP FRAME"), text);
    assertTrue(text.contains(" 01:00:00;00 01:00:01;00"), text);
  }

  @Test
  void xmemlHasBothTracksAndEachClipOfThePictureItsFile() throws Exception {
    Document xml = parsed(ExchangeFormat.XMEML.write(LIST));
    assertEquals("xmeml", xml.getDoctype().getName());
    assertEquals("Short & <sweet>", text(xml.getDocumentElement(), "name"));
    NodeList clips = xml.getElementsByTagName("clipitem");
    assertEquals(4, clips.getLength(), "two shots, of video and of sound");
    Element second = (Element) clips.item(1);
    assertEquals("800", text(second, "in"));
    assertEquals("875", text(second, "out"));
    assertEquals("100", text(second, "start"));
    assertEquals("175", text(second, "end"));
    assertEquals("25", text(second, "timebase"));
    NodeList paths = xml.getElementsByTagName("pathurl");
    assertEquals(2, paths.getLength());
    assertEquals(
        "file://localhost/%D0%A0%D0%BE%D0%BB%D0%B8%D0%BA%20%C2%AB%D1%87%D0%B0%D0%B9%C2%BB",
        paths.item(1).getTextContent());
    NodeList tracks = xml.getElementsByTagName("track");
    assertEquals("FALSE", text((Element) tracks.item(0), "locked"));
    assertEquals("FALSE", text((Element) tracks.item(1), "locked"));
  }

  @Test
  void fcpxmlHasWholeFrames() throws Exception {
    Document xml = parsed(ExchangeFormat.FCPXML.write(LIST));
    Element clip = (Element) xml.getElementsByTagName("asset-clip").item(1);
    assertEquals("80000/2500s", clip.getAttribute("start"));
    assertEquals("7500/2500s", clip.getAttribute("duration"));
    assertEquals("10000/2500s", clip.getAttribute("offset"));
  }

  @Test
  void openTimelineHasRangesOfTheSource() {
    JsonObject timeline =
        Json.createReader(new StringReader(ExchangeFormat.OTIO.write(LIST))).readObject();
    assertEquals("Timeline.1", timeline.getString("OTIO_SCHEMA"));
    JsonObject clip =
        timeline
            .getJsonObject("tracks")
            .getJsonArray("children")
            .getJsonObject(0)
            .getJsonArray("children")
            .getJsonObject(1);
    JsonObject range = clip.getJsonObject("source_range");
    assertEquals(800, range.getJsonObject("start_time").getInt("value"));
    assertEquals(75, range.getJsonObject("duration").getInt("value"));
    assertEquals(25, range.getJsonObject("duration").getInt("rate"));
  }

  private static Document parsed(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }

  private static String text(Element parent, String element) {
    return parent.getElementsByTagName(element).item(0).getTextContent();
  }
}
