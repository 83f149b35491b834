package org.otklik.web.survey;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent of a viewer's answers. */
@Schema(name = "NewAnswer", description = "Omitted fields are unchanged.")
public record NewAnswerView(
    @Schema(minimum = "0", maximum = "10") Integer nps,
    @Schema(minimum = "1", maximum = "5") Integer csat) {}
