/** Campaigns and their creatives (ad videos). */
package org.otklik.campaign;
