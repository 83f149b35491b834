/** Finds things of all kinds by a part of their name. Called by the portal and the API. */
package org.otklik.search;
