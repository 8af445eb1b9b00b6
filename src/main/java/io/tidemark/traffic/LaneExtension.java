package io.tidemark.traffic;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/** Puts its handler where a request leaves its connection's thread: inside all that works on that thread. */
public class LaneExtension implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(application -> {
            LaneHandler handler = new LaneHandler(application);
            deployment.setAsyncExecutor(handler.awoken());
            return handler;
        });
    }
}
