package io.tidemark.edge;

import io.tidemark.kernel.error.StartRefusal;
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
        checkContextRoot(deployment.getContextPath());
        deployment.addInitialHandlerChainWrapper(PlainRequestHandler::new);
        deployment.addInitialHandlerChainWrapper(OriginFormHandler::new);
        deployment.addInitialHandlerChainWrapper(FramingHandler::new);
        deployment.addInitialHandlerChainWrapper(AnyLengthHandler::new);
        deployment.addInitialHandlerChainWrapper(SafeListenerHandler::new);
        deployment.addInitialHandlerChainWrapper(AnswerHeadersHandler::new);
        deployment.addOuterHandlerChainWrapper(PageDoorHandler::new);
        deployment.addOuterHandlerChainWrapper(OtherSitesHandler::new);
    }

    private static void checkContextRoot(String path) {
        if (!path.isEmpty() && !path.equals("/")) {
            throw new StartRefusal(
                    "it was deployed at " + path + ", and all its URLs begin at /: deploy it at the root of a"
                            + " host or a port of its own, as scripts/install does.");
        }
    }
}
