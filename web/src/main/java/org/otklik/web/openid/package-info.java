/**
 * The OpenID Connect protocol (authorisation code flow with state, nonce and PKCE), by Nimbus' SDK;
 * called by {@code org.otklik.web.access}. It proves who somebody is; whether they may come in is
 * for {@link org.otklik.access.signin.SingleSignOnService}. Must not import other packages of the
 * web.
 */
package org.otklik.web.openid;
