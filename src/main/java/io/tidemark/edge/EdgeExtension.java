package io.tidemark.edge;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/**
 * Puts its handlers around the servlet container's own. Those of the first kind work on the connection's thread, before the
 * container has made anything of the request; the last added sees a request first.
 */
public class EdgeExtension implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(PlainRequestHandler::new);
        deployment.addInitialHandlerChainWrapper(OriginFormHandler::new);
        deployment.addInitialHandlerChainWrapper(FramingHandler::new);
        deployment.addInitialHandlerChainWrapper(AnswerHeadersHandler::new);
        deployment.addOuterHandlerChainWrapper(OtherSitesHandler::new);
    }
}
