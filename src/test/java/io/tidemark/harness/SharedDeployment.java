package io.tidemark.harness;

import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;

/**
 * Keeps the deployment that the first test class generated and deployed for all classes after it. Nothing is undeployed
 * at the end: the server's directory is made anew for each run.
 */
public class SharedDeployment {
    @Inject
    @ClassScoped
    private InstanceProducer<DeploymentScenario> scenario;

    private DeploymentScenario shared;
    private boolean deployed;

    void generateOnce(@Observes EventContext<GenerateDeployment> context) {
        if (shared == null) {
            context.proceed();
            shared = scenario.get();
        } else {
            scenario.set(shared);
        }
    }

    void deployOnce(@Observes EventContext<DeployManagedDeployments> context) {
        if (!deployed) {
            deployed = true;
            context.proceed();
        }
    }

    void keep(@Observes EventContext<UnDeployManagedDeployments> context) {
        // Not proceeding is the point.
    }
}
