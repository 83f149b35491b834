/** Pages that stay open and are told of changes over a WebSocket. */
package org.otklik.web.live;
