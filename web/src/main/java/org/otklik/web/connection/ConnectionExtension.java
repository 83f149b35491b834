package org.otklik.web.connection;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/**
 * Puts {@link ConnectionHandler} and {@link BodyHandler} before the application, and {@link
 * UnreadBodyHandler} around it.
 */
public final class ConnectionExtension implements ServletExtension {
  /** Attribute of the context: the {@link ConnectionRules}. */
  static final String RULES = ConnectionRules.class.getName();

  @Override
  public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
    ConnectionRules rules = new ConnectionRules();
    context.setAttribute(RULES, rules);
    deployment.addInitialHandlerChainWrapper(
        application -> new ConnectionHandler(rules, new BodyHandler(application)));
    deployment.addOuterHandlerChainWrapper(UnreadBodyHandler::new);
  }
}
