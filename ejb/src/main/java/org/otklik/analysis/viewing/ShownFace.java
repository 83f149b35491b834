package org.otklik.analysis.viewing;

import org.otklik.vision.face.FaceBox;

/**
 * A face that may be the viewer's, in a frame that shows it.
 *
 * @param mediaTimeMs time of the frame
 * @param box in pixels of the upright frame
 * @param mayBeOne whether it and the other face may be one person who looks otherwise
 */
public record ShownFace(int mediaTimeMs, FaceBox box, boolean mayBeOne) {}
