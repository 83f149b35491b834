package org.otklik.job.analyse;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.otklik.settings.ServerSettings;
import org.otklik.voice.VoiceActivity;
import org.otklik.voice.VoiceEmotion;

/** The models of voices in memory: loaded when the first voice is analysed. */
@ApplicationScoped
class VoiceModels {
  @Inject private ServerSettings settings;

  private VoiceActivity activity;
  private VoiceEmotion emotion;

  synchronized VoiceActivity activity() {
    if (activity == null) {
      activity = VoiceActivity.load(folder("voice-activity"));
    }
    return activity;
  }

  synchronized VoiceEmotion emotion() {
    if (emotion == null) {
      emotion = VoiceEmotion.load(folder("voice-features"), folder("voice-emotion"));
    }
    return emotion;
  }

  private Path folder(String name) {
    return settings.modelsFolder().resolve(name);
  }

  @PreDestroy
  synchronized void close() {
    if (activity != null) {
      activity.close();
    }
    if (emotion != null) {
      emotion.close();
    }
  }
}
