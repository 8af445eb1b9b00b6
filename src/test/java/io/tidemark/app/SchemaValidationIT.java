package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import misfit.Misfit;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.as.arquillian.container.ManagementClient;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.wildfly.plugin.tools.Deployment;
import org.wildfly.plugin.tools.DeploymentManager;
import org.wildfly.plugin.tools.UndeployDescription;

@ArquillianTest
@RunAsClient
class SchemaValidationIT {
    @ArquillianResource
    private ManagementClient server;

    @Test
    void anEntityThatDoesNotFitItsTableFailsTheDeployment() throws Exception {
        var archive = ShrinkWrap.create(WebArchive.class, "misfit.war")
                .addClass(Misfit.class)
                .addAsResource("META-INF/persistence.xml");
        var deployments = DeploymentManager.create(server.getControllerClient());
        try (var content = archive.as(ZipExporter.class).exportAsInputStream()) {
            var result = deployments.deploy(Deployment.of(content, archive.getName()));
            assertThat(result.successful()).isFalse();
            assertThat(result.getFailureMessage()).contains("missing column [no_such_column]");
        } finally {
            deployments.undeploy(UndeployDescription.of(archive.getName()).setFailOnMissing(false));
        }
    }
}
