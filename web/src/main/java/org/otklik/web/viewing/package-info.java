/** The page of one viewing, and the frames that it shows beside the films. */
package org.otklik.web.viewing;
