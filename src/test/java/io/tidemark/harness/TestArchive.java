package io.tidemark.harness;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentDescription;
import org.jboss.arquillian.container.test.spi.client.deployment.DeploymentScenarioGenerator;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.shrinkwrap.api.GenericArchive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR as it was built, with all test classes and what they need to run inside it. */
public class TestArchive implements DeploymentScenarioGenerator {
    @Override
    public List<DeploymentDescription> generate(TestClass testClass) {
        var tests = ShrinkWrap.create(GenericArchive.class)
                .as(ExplodedImporter.class)
                .importDirectory(
                        new File(System.getProperty("it.classes")),
                        path -> path.get().startsWith("/io"))
                .as(GenericArchive.class);
        var archive = ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("it.war")))
                .merge(tests, "WEB-INF/classes")
                .addAsLibraries(jarOf(Assertions.class))
                .addAsLibraries(openRunner());
        return List.of(new DeploymentDescription("tidemark", archive));
    }

    /** Arquillian calls its servlet in the WAR without credentials; the WAR itself lets nobody in without. */
    private static JavaArchive openRunner() {
        return ShrinkWrap.create(JavaArchive.class, "open-runner.jar")
                .addAsManifestResource(new StringAsset("""
                                <web-fragment xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                                  <security-constraint>
                                    <web-resource-collection>
                                      <web-resource-name>runner</web-resource-name>
                                      <url-pattern>/ArquillianServletRunnerEE9</url-pattern>
                                    </web-resource-collection>
                                  </security-constraint>
                                </web-fragment>
                                """), "web-fragment.xml");
    }

    private static File jarOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toFile();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
