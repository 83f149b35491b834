package org.otklik.campaign;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;

/** A campaign to be made. */
@Schema(name = "NewCampaign")
public record CampaignRequest(
    @NotBlank @Size(max = 64) @SingleLine @Schema(description = "Code of the client it belongs to.")
        String client,
    @NotBlank @Size(max = Campaign.MAX_NAME_LENGTH) @SingleLine String name,
    @Schema(
            description =
                "ENTRY_EXIT: guests who enter and leave are filmed, two segments. CALLS: video calls"
                    + " of customers.",
            defaultValue = "AD")
        CampaignKind kind,
    @Schema(description = "True when its viewers are drawn, not filmed.", defaultValue = "false")
        Boolean synthetic) {
  public CampaignRequest {
    client = RequestText.stripped(client);
    name = RequestText.stripped(name);
    kind = kind == null ? CampaignKind.AD : kind;
    synthetic = Boolean.TRUE.equals(synthetic);
  }
}
