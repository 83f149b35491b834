package org.otklik.web.comparison;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.group.ViewerGroup;

/** Two groups to be put side by side, as an address names them. */
@Schema(name = "ComparisonQuery")
public record ComparisonQuery(
    UUID firstCreative,
    @Schema(
            type = SchemaType.ARRAY,
            implementation = String.class,
            description =
                "An attribute and its value, age:25-34; any number of times. Of an attribute that comes"
                    + " again, one of its values is enough.")
        Map<String, List<String>> firstSegment,
    @Schema(description = "Everybody who is not in the segment instead.") Boolean firstRest,
    UUID secondCreative,
    @Schema(type = SchemaType.ARRAY, implementation = String.class)
        Map<String, List<String>> secondSegment,
    Boolean secondRest) {
  public ViewerGroup first() {
    return new ViewerGroup(firstCreative, firstSegment, firstRest);
  }

  public ViewerGroup second() {
    return new ViewerGroup(secondCreative, secondSegment, secondRest);
  }
}
