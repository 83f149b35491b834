/**
 * Sign-in of the first user, of new users and by single sign-on. Called by the portal's sign-in
 * pages; after access.
 */
package org.otklik.access.signin;
