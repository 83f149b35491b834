package org.otklik.analysis.call;

import org.otklik.campaign.Campaign;
import org.otklik.recording.Recording;
import org.otklik.request.RequestValidator;
import org.otklik.sound.CustomerSound;
import org.otklik.vision.image.FrameArea;

/**
 * What an analyst says of where the customer is.
 *
 * @param area of the frame; null where nothing is said of it
 * @param sound null where nothing is said of it
 */
record CustomerSide(FrameArea area, CustomerSound sound) {

  /**
   * @throws org.otklik.problem.ProblemException AREA_NOT_IN_FRAME
   */
  static CustomerSide of(CustomerAreaRequest area, CustomerSoundRequest sound) {
    return new CustomerSide(
        area == null ? null : RequestValidator.valid(area).area(),
        sound == null ? null : RequestValidator.valid(sound).sound());
  }

  boolean isIn(Recording call) {
    return sound == null || sound.isIn(call.soundChannels());
  }

  void applyTo(Recording call) {
    if (area != null) {
      call.showCustomerIn(area);
    }
    if (sound != null) {
      call.hearCustomerIn(sound);
    }
  }

  void applyTo(Campaign campaign) {
    if (area != null) {
      campaign.showCustomersIn(area);
    }
    if (sound != null) {
      campaign.hearCustomersIn(sound);
    }
  }

  /** For the audit log. */
  String words(String whose) {
    String frame = area == null ? "" : whose + " part of the frame: " + area;
    String heard = sound == null ? "" : whose + " part of the sound: " + sound;
    return frame.isEmpty() || heard.isEmpty() ? frame + heard : frame + "; " + heard;
  }
}
