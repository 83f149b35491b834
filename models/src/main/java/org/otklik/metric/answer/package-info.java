/** What viewers answered (NPS, CSAT), beside what their faces showed. After metric. */
package org.otklik.metric.answer;
