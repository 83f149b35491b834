/**
 * The business metrics and their intervals: contacts, the index of emotional experience (ИЭО),
 * EmoNPS, headlines. Called by the jobs that summarise, and by reports. Must not import anything
 * but {@code java.*}, Commons Statistics and RNG, {@code org.otklik.emotion}, {@code
 * org.otklik.timeline} and {@code org.otklik.curve}.
 */
package org.otklik.metric;
