package io.tidemark.harness;

import org.jboss.arquillian.container.test.impl.client.deployment.AnnotationDeploymentScenarioGenerator;
import org.jboss.arquillian.container.test.spi.client.deployment.DeploymentScenarioGenerator;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Makes all integration tests share one server start, one database and one deployment. A test class needs
 * {@code @ArquillianTest} and, when it talks HTTP from outside, {@code @RunAsClient}; it has no {@code @Deployment}.
 */
public class SuiteExtension implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(TestServer.class)
                .observer(SharedDeployment.class)
                .observer(TestUsers.class)
                .override(
                        DeploymentScenarioGenerator.class,
                        AnnotationDeploymentScenarioGenerator.class,
                        TestArchive.class);
    }
}
