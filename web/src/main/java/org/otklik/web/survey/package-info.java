/** Viewers' answers over REST and on a page: one by one, from a CSV, and their scores. */
package org.otklik.web.survey;
