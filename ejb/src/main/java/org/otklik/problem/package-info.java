/**
 * What can go wrong for a user, with a code and a sentence in both languages. Thrown by every
 * feature, told by {@code otklik.web}; imports no feature.
 */
package org.otklik.problem;
