/**
 * Passwords: their rules, their hashes and one-time passwords. Called by access, access.signin and
 * the portal's sign-in.
 */
package org.otklik.access.password;
