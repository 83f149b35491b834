package org.otklik.analysis.voice;

import java.util.List;
import org.otklik.voice.VoiceFinding;
import org.otklik.voice.VoiceWindow;

/**
 * What was heard of a viewer's voice.
 *
 * @param model name and version of the model that classified it
 * @param speechMs for how long somebody speaks and the creative does not
 * @param creativeMs for how long the creative speaks and is or may be heard: set aside
 * @param isDeleted whether retention deleted the windows
 */
public record ViewingVoice(
    VoiceFinding finding,
    String model,
    int speechMs,
    int creativeMs,
    boolean isDeleted,
    List<VoiceWindow> windows) {}
