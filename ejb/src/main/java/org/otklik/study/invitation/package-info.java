/**
 * Personal links of a study: one for each code that a client has listed. After study, before
 * participation.
 */
package org.otklik.study.invitation;
