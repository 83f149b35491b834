/** The bin: page and REST interface of what was deleted and can be restored. */
package org.otklik.web.bin;
