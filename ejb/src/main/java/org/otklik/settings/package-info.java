/**
 * What is configured: the server's settings, read by MicroProfile Config and checked once at start,
 * and the settings of metrics that a campaign carries. Imports no feature.
 */
package org.otklik.settings;
