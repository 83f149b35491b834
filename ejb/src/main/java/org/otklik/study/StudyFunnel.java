package org.otklik.study;

/**
 * How far the viewers of a study came.
 *
 * @param opened followed the link
 * @param agreed agreed to be recorded
 * @param withoutCamera had no camera that the browser could use
 * @param recorded have at least one recording
 * @param completed came to the end
 * @param usable of those with a recording, whose recordings are not all excluded; those that are
 *     still analysed count
 * @param withdrawn took their consent back
 */
public record StudyFunnel(
    int opened,
    int agreed,
    int withoutCamera,
    int recorded,
    int completed,
    int usable,
    int withdrawn) {}
