package org.otklik.web.recording;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.viewing.ShownFace;

/** A face that may be the viewer's, in a frame that shows it. */
@Schema(name = "Face")
public record FaceView(
    @Schema(description = "Time of the frame in the recording, in milliseconds.") int mediaTimeMs,
    @Schema(description = "Left edge of the face box, in pixels of the upright frame.") int xPx,
    int yPx,
    int widthPx,
    int heightPx,
    @Schema(description = "Whether this and the other face may be one person who looks otherwise.")
        boolean mayBeOne) {

  static FaceView of(ShownFace face) {
    return new FaceView(
        face.mediaTimeMs(),
        Math.round(face.box().xPx()),
        Math.round(face.box().yPx()),
        Math.round(face.box().widthPx()),
        Math.round(face.box().heightPx()),
        face.mayBeOne());
  }
}
