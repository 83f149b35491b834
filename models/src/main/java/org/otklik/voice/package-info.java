/**
 * What is heard of a viewer's voice: {@link VoiceListener} takes in a recording's sound piece by
 * piece, {@link SpeechStream} says where somebody speaks, {@link VoiceEmotion} what the voice
 * sounds like, {@link VoiceSeconds} puts it on the creative's clock. Called by the job that
 * analyses a recording; ONNX Runtime is touched by {@link VoiceSession} only.
 */
package org.otklik.voice;
