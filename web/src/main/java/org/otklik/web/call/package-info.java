/** Video calls of customers: their scripts, and which side of the frame is the customer's. */
package org.otklik.web.call;
