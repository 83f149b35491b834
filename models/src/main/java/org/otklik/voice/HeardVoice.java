package org.otklik.voice;

import java.util.List;

/**
 * What was heard of a viewer's voice in a recording.
 *
 * @param speechMs for how long somebody speaks and the creative does not
 * @param creativeMs for how long the creative speaks: set aside, whoever else speaks then
 */
public record HeardVoice(
    VoiceFinding finding,
    int speechMs,
    int creativeMs,
    List<VoiceWindow> windows,
    List<VoiceSecond> seconds) {

  /** Nothing was listened to, for this reason. */
  public static HeardVoice nothing(VoiceFinding finding) {
    return new HeardVoice(finding, 0, 0, List.of(), List.of());
  }
}
