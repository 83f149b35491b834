/**
 * Which viewers a figure is of: segments and groups. Called by what makes figures, reports and the
 * API; imports terms only.
 */
package org.otklik.analysis.group;
