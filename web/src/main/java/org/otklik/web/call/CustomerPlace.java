package org.otklik.web.call;

import org.otklik.vision.image.FrameArea;

/** Where the customer is in common layouts of calls. */
public enum CustomerPlace {
  LEFT_HALF(new FrameArea(0, 0, 0.5, 1)),
  RIGHT_HALF(new FrameArea(0.5, 0, 0.5, 1)),
  UPPER_HALF(new FrameArea(0, 0, 1, 0.5)),
  LOWER_HALF(new FrameArea(0, 0.5, 1, 0.5)),
  UPPER_LEFT(new FrameArea(0, 0, 0.5, 0.5)),
  UPPER_RIGHT(new FrameArea(0.5, 0, 0.5, 0.5)),
  LOWER_LEFT(new FrameArea(0, 0.5, 0.5, 0.5)),
  LOWER_RIGHT(new FrameArea(0.5, 0.5, 0.5, 0.5)),
  WHOLE(FrameArea.WHOLE);

  private final FrameArea area;

  CustomerPlace(FrameArea area) {
    this.area = area;
  }

  public FrameArea area() {
    return area;
  }
}
