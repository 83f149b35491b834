package org.otklik.web.admin;

/**
 * Something that is wrong, in words.
 *
 * @param what a sentence
 * @param help what to do about it
 * @param room of the administration where more is said of it; null: none
 * @param isBad whether something is refused to users
 */
public record TroubleView(String what, String help, String room, boolean isBad) {}
