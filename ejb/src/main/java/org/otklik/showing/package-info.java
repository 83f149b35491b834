/**
 * Live showings: a host plays a creative to a group, whose cameras are looked at meanwhile. Link,
 * consent and withdrawal are a study's; what is observed becomes recordings without a video. Called
 * by the web.
 */
package org.otklik.showing;
