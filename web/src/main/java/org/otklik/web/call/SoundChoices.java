package org.otklik.web.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.otklik.analysis.call.CustomerSoundRequest;
import org.otklik.sound.CustomerSound;
import org.otklik.sound.CustomerSound.Side;
import org.otklik.web.portal.Wording;

/** What can be said of where a customer is heard, in the user's words. */
@Named
@ApplicationScoped
public class SoundChoices {
  private static final int TWO_CHANNELS = 2;

  @Inject private Wording wording;

  /**
   * All that a file offers.
   *
   * @param channels of each of its sound tracks
   */
  static List<CustomerSound> of(List<Integer> channels) {
    List<CustomerSound> choices = new ArrayList<>();
    for (int track = 1; track <= channels.size(); track++) {
      if (channels.get(track - 1) == TWO_CHANNELS) {
        choices.add(new CustomerSound(Side.LEFT, track));
        choices.add(new CustomerSound(Side.RIGHT, track));
      }
      choices.add(new CustomerSound(Side.ALL, track));
    }
    choices.add(CustomerSound.MIXED);
    return choices;
  }

  /** In words; the track is named where there are several. */
  public String name(CustomerSound sound, int tracks) {
    String side = wording.word("customer-sound", sound.side());
    return tracks > 1 && sound.side() != Side.MIXED
        ? wording.of("calls.sound-track", sound.track(), side)
        : side;
  }

  /** Of a part whose loudness was measured. */
  public String part(CustomerSoundRequest part, int tracks) {
    String side = wording.word("sound-part", part.side());
    return tracks > 1 ? wording.of("calls.sound-track", part.track(), side) : side;
  }
}
