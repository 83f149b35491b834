package org.otklik.analysis.viewing;

/**
 * The face that an analyst has said is the viewer's.
 *
 * @param track its track in the run that is judged
 * @param isOnePerson whether the faces that follow one another there are one person, however unlike
 *     they look
 */
record ChosenFace(int track, boolean isOnePerson) {}
