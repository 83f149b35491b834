/** Administration of users and clients, and of oneself: resources and views. After web.session. */
package org.otklik.web.user;
