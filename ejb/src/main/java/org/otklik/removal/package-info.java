/**
 * Deletes for good, with everything that belongs to it, what somebody has decided to delete:
 * viewers, and campaigns and creatives of the bin whose time is over. Called by its timer and by
 * who hastens it; must not be imported by what it deletes.
 */
package org.otklik.removal;
