/** The pages of sign-in, set-up, password and single sign-on. After web.session. */
package org.otklik.web.signin;
