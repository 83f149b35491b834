package org.otklik.web.connection;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Sends the file that an answer is to have as its body. */
@WebFilter(filterName = "sent-files", urlPatterns = "/*", asyncSupported = true)
public class SentFileFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, response);
    Optional<SentFile> file = SentFile.of(request);
    if (file.isPresent()) {
      FileSender sender = FileSender.open(file.get(), response.getOutputStream());
      AsyncContext async = request.startAsync();
      async.setTimeout(0); // the listener's write-timeout ends who takes nothing
      sender.begin(async);
    }
  }
}
