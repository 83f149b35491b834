/**
 * What pages that stay open are told: a snapshot of a campaign's progress, and a mark that it
 * changed. Called by web.live.
 */
package org.otklik.live;
