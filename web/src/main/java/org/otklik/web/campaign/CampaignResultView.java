package org.otklik.web.campaign;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.web.creative.CreativeView;
import org.otklik.web.creative.EeiView;
import org.otklik.web.creative.EmoNpsView;

/** A campaign with its creatives and the figures over all of its contacts. */
@Schema(name = "CampaignResult")
public record CampaignResultView(
    CampaignView campaign,
    @Schema(description = "Over all viewings; null until one is included.") EeiView eei,
    @Schema(description = "Over all viewers; null until one is included.") EmoNpsView emoNps,
    List<CreativeView> creatives,
    ModelStatusView models) {}
