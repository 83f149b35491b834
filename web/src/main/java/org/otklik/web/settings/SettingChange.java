package org.otklik.web.settings;

/** One setting that differs between two versions, in words. */
public record SettingChange(String name, String before, String after) {}
