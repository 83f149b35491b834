package org.otklik.web.branding;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.branding.ClientBranding;
import org.otklik.report.branding.Palette;
import org.otklik.report.branding.ReportBranding;
import org.otklik.report.request.Chapter;

/** The template of a client's reports. */
@Schema(name = "ClientBranding")
public record ClientBrandingView(
    String accentColour,
    String positiveColour,
    String negativeColour,
    String coverText,
    @Schema(description = "Whether there is a logo, which has an address of its own.")
        boolean hasLogo,
    @Schema(description = "Whether there is a image for the cover, likewise.") boolean hasCover,
    List<Chapter> chapters) {

  static ClientBrandingView of(ClientBranding template) {
    ReportBranding branding = template.branding();
    return new ClientBrandingView(
        Palette.hex(branding.palette().accent()),
        Palette.hex(branding.palette().positive()),
        Palette.hex(branding.palette().negative()),
        branding.coverText(),
        branding.logo() != null,
        branding.cover() != null,
        template.chapters());
  }
}
