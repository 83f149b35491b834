/**
 * The course of customers' calls: face and voice together, where they disagree, and how it goes
 * with what the customers answer. Kept whenever a call's seconds are. After analysis.viewing and
 * analysis.voice; called by pages and REST.
 */
package org.otklik.analysis.course;
