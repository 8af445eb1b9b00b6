package io.tidemark.traffic;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/** Puts its handlers around everything: most requests that are refused are refused before their body is read. */
public class TrafficExtension implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addOuterHandlerChainWrapper(PaceHandler::new);
        deployment.addOuterHandlerChainWrapper(UnreadBodyHandler::new);
        deployment.addOuterHandlerChainWrapper(HandBackHandler::new);
    }
}
