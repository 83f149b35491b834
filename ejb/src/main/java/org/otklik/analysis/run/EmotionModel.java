package org.otklik.analysis.run;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.otklik.emotion.FaceMovement;
import org.otklik.settings.ServerSettings;
import org.otklik.vision.model.ModelCard;

/** The emotion model that this server analyses with: read once, as the models themselves are. */
@ApplicationScoped
public class EmotionModel {
  @Inject private ServerSettings settings;

  private ModelCard card;

  @PostConstruct
  void read() {
    card = ModelCard.in(settings.modelsFolder().resolve("emotion-classifier"));
  }

  /** Name and version, as stored with a run. */
  public String name() {
    return card.release();
  }

  public String sha256() {
    return card.sha256();
  }

  /** How well it tells each movement of the face; empty of a model that tells none. */
  public Map<FaceMovement, ModelCard.MovementFit> movements() {
    return card.movements();
  }
}
