/** Campaigns and their creatives (ad films). */
package org.otklik.campaign;
