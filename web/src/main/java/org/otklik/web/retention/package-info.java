/**
 * How long what tells of persons is kept: the pages of the administration and of a campaign, and
 * their operations. Must not import other features' pages.
 */
package org.otklik.web.retention;
