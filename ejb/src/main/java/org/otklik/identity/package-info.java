/**
 * Who somebody is: users, their clients and roles. Every feature asks with an {@link
 * org.otklik.identity.Actor}; nothing of a feature is known here.
 */
package org.otklik.identity;
