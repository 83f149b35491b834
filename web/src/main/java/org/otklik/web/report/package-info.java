/** Reports: asked for, looked after, handed out and shared by links. */
package org.otklik.web.report;
