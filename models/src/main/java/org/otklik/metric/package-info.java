/**
 * The business metrics and their intervals: contacts, the emotional experience index (EEI), EmoNPS,
 * headlines. Called by the jobs that summarise, and by reports. Must not import anything but {@code
 * java.*}, {@code org.otklik.emotion} and {@code org.otklik.timeline}.
 */
package org.otklik.metric;
