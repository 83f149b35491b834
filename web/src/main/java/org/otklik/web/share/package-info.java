/** Links that need no sign-in, and the page of a creative that one of them opens. */
package org.otklik.web.share;
