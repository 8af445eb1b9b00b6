package io.tidemark.audit;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/** Puts {@link AuditHandler} around everything, so that nothing in the application can refuse a request unseen. */
public class AuditExtension implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addOuterHandlerChainWrapper(AuditHandler::new);
    }
}
