package org.otklik.analysis.call;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.vision.image.FrameArea;

/** Which part of the frame is the customer's. */
@Schema(name = "CustomerArea")
public record CustomerAreaRequest(
    @NotNull @Schema(description = "From the frame's left edge, as a share of its width, 0..1.")
        Double left,
    @NotNull @Schema(description = "From the frame's upper edge, as a share of its height, 0..1.")
        Double top,
    @NotNull @Schema(description = "As a share of the frame's width.") Double width,
    @NotNull @Schema(description = "As a share of the frame's height.") Double height) {

  public static CustomerAreaRequest of(FrameArea area) {
    return new CustomerAreaRequest(area.left(), area.top(), area.width(), area.height());
  }

  /**
   * @throws ProblemException AREA_NOT_IN_FRAME
   */
  FrameArea area() {
    try {
      return new FrameArea(left, top, width, height);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemCode.AREA_NOT_IN_FRAME, FrameArea.MIN_SIDE);
    }
  }
}
