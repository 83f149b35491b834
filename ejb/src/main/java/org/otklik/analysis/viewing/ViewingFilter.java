package org.otklik.analysis.viewing;

import java.util.UUID;

/**
 * Which of a campaign's recordings are to be listed.
 *
 * @param creative null for those of all creatives
 * @param text part of the viewer's code, or of an attribute as {@code age:25-34}; null for any
 * @param page from 0
 */
public record ViewingFilter(
    UUID creative, ShownViewings shown, String text, int page, int pageSize) {}
