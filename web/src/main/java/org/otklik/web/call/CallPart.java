package org.otklik.web.call;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.otklik.analysis.call.CallSideService;
import org.otklik.analysis.call.CustomerAreaRequest;
import org.otklik.problem.ProblemCode;
import org.otklik.vision.image.FrameArea;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.portal.PageProblems;
import org.otklik.web.portal.PageRedirect;
import org.otklik.web.session.CurrentActor;
import org.otklik.web.viewing.ViewingPage;

/** On a call's page: which part of the frame is the customer's, and the answer to that. */
@Named
@ViewScoped
public class CallPart implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PERCENT = 100;

  @Inject private ViewingPage page;
  @Inject private CallSideService sides;
  @Inject private PageProblems problems;
  @Inject private CurrentActor me;

  // In percent of the frame.
  private Double left = 0.0;
  private Double top = 0.0;
  private Double width = (double) PERCENT;
  private Double height = (double) PERCENT;

  public CustomerPlace[] getPlaces() {
    return CustomerPlace.values();
  }

  /** Whether nobody has said yet where the customer is. */
  public boolean isOpen() {
    return page.getRecording().customerArea().isEmpty();
  }

  /** The part that is analysed; the whole frame where nobody has said anything. */
  private FrameArea area() {
    return page.getRecording().customerArea().orElse(FrameArea.WHOLE);
  }

  /** From the frame's corner to that of the frames that are analysed. */
  public int getLeftPx() {
    return (int) Math.round(area().left() * page.getRecording().widthPx());
  }

  public int getTopPx() {
    return (int) Math.round(area().top() * page.getRecording().heightPx());
  }

  public void choose(CustomerPlace place) {
    show(CustomerAreaRequest.of(place.area()));
  }

  /** Takes the rectangle of the fields. */
  public void chooseRectangle() {
    show(new CustomerAreaRequest(share(left), share(top), share(width), share(height)));
  }

  private static Double share(Double percent) {
    return percent == null ? null : percent / PERCENT;
  }

  private void show(CustomerAreaRequest request) {
    UUID recordingId = PageAddress.id(page.getId(), ProblemCode.RECORDING_UNKNOWN);
    if (problems.told(() -> sides.show(me.get(), recordingId, request))) {
      PageRedirect.to("/viewing.xhtml?id=" + recordingId);
    }
  }

  public Double getLeft() {
    return left;
  }

  public void setLeft(Double left) {
    this.left = left;
  }

  public Double getTop() {
    return top;
  }

  public void setTop(Double top) {
    this.top = top;
  }

  public Double getWidth() {
    return width;
  }

  public void setWidth(Double width) {
    this.width = width;
  }

  public Double getHeight() {
    return height;
  }

  public void setHeight(Double height) {
    this.height = height;
  }
}
