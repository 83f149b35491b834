/** Viewers' answers over REST: one by one, from a CSV, and their scores. */
package org.otklik.web.survey;
