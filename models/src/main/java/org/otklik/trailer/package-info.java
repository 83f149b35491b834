/**
 * Which moments of a creative its viewers responded to most, and the cut that is made of them:
 * scores of seconds, and the choice of shots.
 */
package org.otklik.trailer;
