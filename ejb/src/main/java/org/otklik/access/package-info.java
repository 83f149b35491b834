/**
 * Who may see what: clients (brands), users and the caller's rights; and the audit log of what they
 * did. Called by every feature; imports none.
 */
package org.otklik.access;
