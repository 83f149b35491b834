package org.otklik.web.call;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.call.CustomerSoundRequest;
import org.otklik.recording.Recording;
import org.otklik.sound.CustomerSound;
import org.otklik.web.creative.EmotionMap;

/** The sound of a call's file. */
@Schema(name = "CallSound")
public record CallSoundView(
    @Schema(description = "Where the customer alone is heard; null where nobody has said so.")
        CustomerSoundRequest customer,
    @Schema(description = "Channels of each sound track of the file.") List<Integer> channels,
    @Schema(
            description =
                "How much is heard in each channel of tracks with two, and in all other tracks;"
                    + " empty until it is measured, which is where the campaign has voices analysed"
                    + " and nobody has said where the customer is.")
        List<PartView> parts,
    @Schema(
            description =
                "The only part in which anything is heard: the customer's, unless it has both"
                    + " sides. Null where there is none, or more.")
        CustomerSoundRequest guess) {

  /** A part and its loudness. */
  @Schema(name = "CallSoundPart")
  public record PartView(
      CustomerSoundRequest part,
      @Schema(
              description =
                  "Share of its first 20 minutes in which it is loud enough to be a voice, 0..1.")
          double audible) {}

  static CallSoundView of(Recording call) {
    List<Integer> channels = call.soundChannels();
    List<Double> audible = call.soundAudible();
    List<CustomerSound> parts = CustomerSound.parts(channels);
    List<PartView> measured = new ArrayList<>();
    for (int i = 0; i < Math.min(parts.size(), audible.size()); i++) {
      measured.add(
          new PartView(CustomerSoundRequest.of(parts.get(i)), EmotionMap.rounded(audible.get(i))));
    }
    return new CallSoundView(
        call.customerSound().map(CustomerSoundRequest::of).orElse(null),
        channels,
        measured,
        CustomerSound.guess(channels, audible).map(CustomerSoundRequest::of).orElse(null));
  }
}
