package org.otklik.trailer.exchange;

import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.otklik.trailer.exchange.EditList.Event;

/**
 * Both XML formats that go by the name of Final Cut: {@code xmeml} 5 of Final Cut Pro 7, which
 * Premiere and Resolve read, and FCPXML 1.10 of Final Cut Pro.
 */
final class FinalCutXml {
  private static final String MEDIA = "creative";

  private FinalCutXml() {}

  /** What is written into an XML document. */
  private interface Body {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  static String xmeml(EditList list) {
    return document(
        "xmeml",
        xml -> {
          xml.writeStartElement("xmeml");
          xml.writeAttribute("version", "5");
          xml.writeStartElement("sequence");
          text(xml, "name", list.name());
          text(xml, "duration", list.frames());
          rate(xml, list.rate());
          xml.writeStartElement("timecode");
          rate(xml, list.rate());
          text(xml, "string", list.rate().timeCode(0));
          text(xml, "frame", 0);
          text(xml, "displayformat", list.rate().isDropFrame() ? "DF" : "NDF");
          xml.writeEndElement();
          xml.writeStartElement("media");
          for (String kind : new String[] {"video", "audio"}) {
            track(xml, list, kind);
          }
          for (int i = 0; i < 3; i++) {
            xml.writeEndElement();
          }
        });
  }

  private static void track(XMLStreamWriter xml, EditList list, String kind)
      throws XMLStreamException {
    xml.writeStartElement(kind);
    if (kind.equals("video")) {
      xml.writeStartElement("format");
      samples(xml, list, true);
      xml.writeEndElement();
    }
    xml.writeStartElement("track");
    text(xml, "enabled", "TRUE");
    text(xml, "locked", "FALSE");
    int number = 1;
    for (Event event : list.events()) {
      xml.writeStartElement("clipitem");
      xml.writeAttribute("id", kind + "-" + number);
      text(xml, "name", list.source());
      text(xml, "duration", list.sourceFrames());
      rate(xml, list.rate());
      text(xml, "start", event.recordIn());
      text(xml, "end", event.recordOut());
      text(xml, "in", event.sourceIn());
      text(xml, "out", event.sourceOut());
      file(xml, list, kind.equals("video"));
      xml.writeStartElement("sourcetrack");
      text(xml, "mediatype", kind);
      text(xml, "trackindex", 1);
      xml.writeEndElement();
      for (String linked : new String[] {"video", "audio"}) {
        xml.writeStartElement("link");
        text(xml, "linkclipref", linked + "-" + number);
        text(xml, "mediatype", linked);
        text(xml, "trackindex", 1);
        text(xml, "clipindex", number);
        xml.writeEndElement();
      }
      xml.writeEndElement();
      number++;
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /**
   * Described at each clip of the picture: some readers do not look elsewhere for its path. The
   * sound only names it.
   */
  private static void file(XMLStreamWriter xml, EditList list, boolean isDescribed)
      throws XMLStreamException {
    xml.writeStartElement("file");
    xml.writeAttribute("id", MEDIA);
    if (isDescribed) {
      text(xml, "name", list.source());
      text(xml, "pathurl", path(list));
      text(xml, "duration", list.sourceFrames());
      rate(xml, list.rate());
      xml.writeStartElement("media");
      xml.writeStartElement("video");
      samples(xml, list, false);
      xml.writeEndElement();
      xml.writeEmptyElement("audio");
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  /** Nobody knows where the editor keeps the file: a path with its name, to be found by. */
  private static String path(EditList list) {
    return "file://localhost/"
        + URLEncoder.encode(list.source(), StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static void samples(XMLStreamWriter xml, EditList list, boolean withRate)
      throws XMLStreamException {
    xml.writeStartElement("samplecharacteristics");
    if (withRate) {
      rate(xml, list.rate());
    }
    text(xml, "width", list.widthPx());
    text(xml, "height", list.heightPx());
    xml.writeEndElement();
  }

  private static void rate(XMLStreamWriter xml, FrameRate rate) throws XMLStreamException {
    xml.writeStartElement("rate");
    text(xml, "timebase", rate.timebase());
    text(xml, "ntsc", rate.isNtsc() ? "TRUE" : "FALSE");
    xml.writeEndElement();
  }

  static String fcpxml(EditList list) {
    FrameRate rate = list.rate();
    return document(
        "fcpxml",
        xml -> {
          xml.writeStartElement("fcpxml");
          xml.writeAttribute("version", "1.10");
          xml.writeStartElement("resources");
          xml.writeEmptyElement("format");
          xml.writeAttribute("id", "r1");
          xml.writeAttribute("frameDuration", time(1, rate));
          xml.writeAttribute("width", Integer.toString(list.widthPx()));
          xml.writeAttribute("height", Integer.toString(list.heightPx()));
          xml.writeStartElement("asset");
          xml.writeAttribute("id", "r2");
          xml.writeAttribute("name", list.source());
          xml.writeAttribute("start", "0s");
          xml.writeAttribute("duration", time(list.sourceFrames(), rate));
          xml.writeAttribute("hasVideo", "1");
          xml.writeAttribute("format", "r1");
          xml.writeEmptyElement("media-rep");
          xml.writeAttribute("kind", "original-media");
          xml.writeAttribute("src", path(list));
          xml.writeEndElement();
          xml.writeEndElement();
          xml.writeStartElement("project");
          xml.writeAttribute("name", list.name());
          xml.writeStartElement("sequence");
          xml.writeAttribute("format", "r1");
          xml.writeAttribute("duration", time(list.frames(), rate));
          xml.writeAttribute("tcStart", "0s");
          xml.writeAttribute("tcFormat", rate.isDropFrame() ? "DF" : "NDF");
          xml.writeStartElement("spine");
          for (Event event : list.events()) {
            xml.writeEmptyElement("asset-clip");
            xml.writeAttribute("ref", "r2");
            xml.writeAttribute("name", list.source());
            xml.writeAttribute("offset", time(event.recordIn(), rate));
            xml.writeAttribute("start", time(event.sourceIn(), rate));
            xml.writeAttribute("duration", time(event.length(), rate));
          }
          for (int i = 0; i < 4; i++) {
            xml.writeEndElement();
          }
        });
  }

  /** A fraction of a second that is a whole number of frames. */
  private static String time(int frames, FrameRate rate) {
    return frames == 0 ? "0s" : (long) frames * rate.numerator() + "/" + rate.denominator() + "s";
  }

  private static void text(XMLStreamWriter xml, String element, Object text)
      throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(text.toString());
    xml.writeEndElement();
  }

  private static String document(String type, Body body) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeDTD("<!DOCTYPE " + type + ">");
      body.write(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Text cannot be written to memory", e);
    }
    return text.toString();
  }
}
