/**
 * Figures of operation in the text form of Prometheus. Called by whoever collects them; imports
 * nothing of the portal's pages.
 */
package org.otklik.web.monitoring;
