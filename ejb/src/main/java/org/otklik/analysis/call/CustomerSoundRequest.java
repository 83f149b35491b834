package org.otklik.analysis.call;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.sound.CustomerSound;

/** Where the customer alone is heard. */
@Schema(name = "CustomerSound")
public record CustomerSoundRequest(
    @NotNull(message = "MIXED, ALL, LEFT or RIGHT")
        @Schema(
            description =
                "ALL: nobody else speaks in the track; LEFT, RIGHT: one of its two channels; MIXED:"
                    + " nowhere, so that no voice is judged.")
        CustomerSound.Side side,
    @Min(value = 1, message = "1 to 99")
        @Max(value = 99, message = "1 to 99")
        @Schema(description = "Number of the file's sound track, from 1; the first where missing.")
        Integer track) {

  public static CustomerSoundRequest of(CustomerSound sound) {
    return new CustomerSoundRequest(sound.side(), sound.track());
  }

  CustomerSound sound() {
    return side == CustomerSound.Side.MIXED
        ? CustomerSound.MIXED
        : new CustomerSound(side, track == null ? 1 : track);
  }
}
