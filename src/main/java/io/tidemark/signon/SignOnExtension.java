package io.tidemark.signon;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/** Puts {@link SignOnHandler} in its place: inside the container's security, before it authenticates. */
public class SignOnExtension implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        RealmCheck.check(deployment);
        deployment.addSecurityWrapper(SignOnHandler::new);
    }
}
