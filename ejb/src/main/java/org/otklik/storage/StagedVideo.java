package org.otklik.storage;

/** A video that has arrived and been looked into. */
public record StagedVideo(StagedFile file, MediaFacts facts) implements AutoCloseable {

  /** The media type found by looking into the video, not the one its sender claimed. */
  public String mediaType() {
    String container = facts.container();
    if (container.contains("webm") || container.contains("matroska")) {
      return facts.videoCodec().startsWith("vp") || facts.videoCodec().startsWith("av1")
          ? "video/webm"
          : "video/x-matroska";
    }
    return container.contains("mp4") ? "video/mp4" : "video/" + container.replaceAll("\\W.*", "");
  }

  @Override
  public void close() {
    file.close();
  }
}
