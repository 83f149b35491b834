/** The page of one viewing, and the frames that it shows beside the videos. */
package org.otklik.web.viewing;
