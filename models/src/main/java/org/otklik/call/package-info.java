/**
 * The course of a customer's call: face and voice on one time line, where they disagree, how it
 * began and ended. After emotion, timeline and voice; called by the analysis of calls. Must not
 * import curve, metric or anything of the server.
 */
package org.otklik.call;
