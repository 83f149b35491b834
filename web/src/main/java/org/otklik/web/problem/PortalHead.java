package org.otklik.web.problem;

import java.util.Locale;
import java.util.ResourceBundle;
import org.otklik.identity.Account;
import org.otklik.identity.Actor;
import org.otklik.terms.TermBundle;

/**
 * The head of the portal's pages for the error page: the ways on for who is signed in. Written here
 * and not by Faces, as that page is; the words are those of {@code portal.xhtml}.
 */
final class PortalHead {
  private static final String SENTENCES = "org.otklik.web.portal.sentences";

  private PortalHead() {}

  /**
   * @param context of the application, before all addresses
   */
  static String of(Account account, Locale locale, String context) {
    ResourceBundle words = TermBundle.of(SENTENCES, locale, PortalHead.class.getClassLoader());
    Actor actor = account.actor();
    return """
        <header class="top"><a class="brand" href="%1$s/index.xhtml">%2$s</a>
        <nav class="rooms" aria-label="%3$s">%4$s</nav>
        <form class="top-search" method="get" action="%1$s/search.xhtml" role="search" aria-label="%5$s">
        <input type="search" name="text" maxlength="200" class="ui-inputfield" placeholder="%6$s" aria-label="%5$s"/></form>
        <nav class="tools" aria-label="%7$s"><a class="to-search" href="%1$s/search.xhtml" aria-label="%5$s">⌕</a>
        <span class="languages"><a class="who" href="%1$s/profile.xhtml">%8$s</a></span></nav></header>
        """
        .formatted(
            context,
            words.getString("brand"),
            words.getString("page.rooms"),
            rooms(actor, words, context),
            words.getString("search.everywhere"),
            words.getString("search.title"),
            words.getString("page.tools"),
            ErrorServlet.escaped(actor.displayName()));
  }

  private static String rooms(Actor actor, ResourceBundle words, String context) {
    return room(context + "/index.xhtml", words.getString("campaigns.title"))
        + room(context + "/creatives.xhtml", words.getString("creatives.title"))
        + room(context + "/images.xhtml", words.getString("thing.IMAGES"))
        + room(context + "/camera.xhtml", words.getString("camera.title"))
        + (actor.isAdministrator()
            ? room(context + "/admin-users.xhtml", words.getString("admin.title"))
            : "");
  }

  private static String room(String address, String name) {
    return "<a href=\"%s\">%s</a>".formatted(address, name);
  }
}
