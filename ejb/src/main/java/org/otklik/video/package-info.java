/**
 * Videos that browsers can play: what was uploaded where every browser plays it, else a copy that a
 * job makes. Called by the web and by that job; must not import {@code analysis} or {@code report}.
 */
package org.otklik.video;
