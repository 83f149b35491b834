/** What administrators look after: jobs and storage. Called by the web; nothing else imports it. */
package org.otklik.administration;
