package org.otklik.trailer.exchange;

import java.util.function.Function;

/** What a trailer can be taken to an editing suite as. */
public enum ExchangeFormat {
  EDL("EDL (CMX 3600)", "edl", "text/plain; charset=UTF-8", CmxEditDecisionList::write),
  XMEML("XML (Final Cut Pro 7)", "xml", "application/xml", FinalCutXml::xmeml),
  FCPXML("FCPXML (Final Cut Pro)", "fcpxml", "application/xml", FinalCutXml::fcpxml),
  OTIO("OpenTimelineIO", "otio", "application/json", OpenTimeline::write);

  private final String label;
  private final String extension;
  private final String mediaType;
  private final Function<EditList, String> writer;

  ExchangeFormat(
      String label, String extension, String mediaType, Function<EditList, String> writer) {
    this.label = label;
    this.extension = extension;
    this.mediaType = mediaType;
    this.writer = writer;
  }

  /** Its name, the same in all languages. */
  public String label() {
    return label;
  }

  public String extension() {
    return extension;
  }

  public String mediaType() {
    return mediaType;
  }

  public String write(EditList list) {
    return writer.apply(list);
  }
}
