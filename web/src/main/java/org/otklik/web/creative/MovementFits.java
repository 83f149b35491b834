package org.otklik.web.creative;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.otklik.analysis.run.EmotionModel;

/** How far each movement of the face may be trusted, for those who look at its curve. */
@Named
@RequestScoped
public class MovementFits {
  @Inject private EmotionModel model;

  /** For scripts: the mean absolute error of each strength, 0..1, by the movement's name. */
  public String getErrors() {
    JsonObjectBuilder json = Json.createObjectBuilder();
    model
        .movements()
        .forEach((movement, fit) -> json.add(movement.name(), fit.meanAbsoluteError()));
    return json.build().toString();
  }
}
