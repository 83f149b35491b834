package org.otklik.branding;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.report.branding.Palette;
import org.otklik.report.branding.ReportBranding;
import org.otklik.report.request.Chapter;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;

/** What a client's template is to be, but for its pictures. */
@Schema(name = "NewClientBranding")
public record BrandingRequest(
    @NotNull
        @Schema(
            description =
                "Of titles and large figures; # and six hexadecimal digits. Refused with a contrast"
                    + " of less than 4.5.",
            examples = "#1F5FA6")
        String accentColour,
    @NotNull
        @Schema(
            description =
                "Of positive responses and the first of two groups. Refused with a contrast of less"
                    + " than 3, or where it is not told from the others.",
            examples = "#1F5FA6")
        String positiveColour,
    @NotNull
        @Schema(
            description = "Of negative responses and the second of two groups; as above.",
            examples = "#D1711A")
        String negativeColour,
    @Size(max = 200) @SingleLine @Schema(description = "A line at the foot of the cover.")
        String coverText,
    @Schema(
            description =
                "Of reports that are ordered without chapters; if left out, all but MOVEMENTS.")
        List<Chapter> chapters) {

  public BrandingRequest {
    coverText = RequestText.strippedOrNull(coverText);
    chapters =
        chapters == null || chapters.isEmpty() ? Chapter.standard() : Chapter.sorted(chapters);
  }

  /** With the pictures of another. */
  ClientBranding withPictures(ReportBranding there) {
    return new ClientBranding(
        new ReportBranding(
            Palette.of(accentColour, positiveColour, negativeColour),
            there.logo(),
            there.cover(),
            coverText),
        chapters);
  }
}
