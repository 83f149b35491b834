package org.otklik.web.call;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.otklik.analysis.call.CallSideService;
import org.otklik.analysis.call.CustomerAreaRequest;
import org.otklik.analysis.call.CustomerSoundRequest;
import org.otklik.problem.ProblemCode;
import org.otklik.recording.Recording;
import org.otklik.sound.CustomerSound;
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

  // As the sound's own words; empty where nothing is said of it.
  private String sound;

  public CustomerPlace[] getPlaces() {
    return CustomerPlace.values();
  }

  /** What can be said of the sound; nothing where no voice is to be analysed. */
  public List<CustomerSound> getSounds() {
    Recording call = page.getRecording();
    return call.hasSound() && call.creative().campaign().isVoiceAnalysed()
        ? SoundChoices.of(call.soundChannels())
        : List.of();
  }

  /** Of each sound track of the file. */
  public List<Integer> getChannels() {
    return page.getRecording().soundChannels();
  }

  /** The same, one after the other. */
  public String getChannelWords() {
    return getChannels().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** How much is heard in each part; empty where nobody has measured it. */
  public List<CallSoundView.PartView> getParts() {
    return view().parts();
  }

  /** The only part in which anything is heard; null where there is none, or more. */
  public CustomerSound getGuess() {
    Recording call = page.getRecording();
    return CustomerSound.guess(call.soundChannels(), call.soundAudible()).orElse(null);
  }

  private CallSoundView view() {
    return CallSoundView.of(page.getRecording());
  }

  /** Whether nobody has said yet where the customer is heard. */
  public boolean isSoundOpen() {
    return !getSounds().isEmpty() && page.getRecording().customerSound().isEmpty();
  }

  /** Takes what is said of the sound, and leaves the frame. */
  public void chooseSound() {
    show(null);
  }

  private CustomerSoundRequest soundRequest() {
    return sound == null || sound.isEmpty()
        ? null
        : CustomerSoundRequest.of(CustomerSound.of(sound));
  }

  public String getSound() {
    if (sound == null) {
      sound = page.getRecording().customerSound().map(CustomerSound::toString).orElse("");
    }
    return sound;
  }

  public void setSound(String sound) {
    this.sound = sound;
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
    if (problems.told(() -> sides.show(me.get(), recordingId, request, soundRequest()))) {
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
