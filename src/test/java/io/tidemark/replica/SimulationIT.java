package io.tidemark.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import io.tidemark.tool.CollectionUrl;
import io.tidemark.tool.Connection;
import java.nio.file.Path;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Some {@link Simulation}s with the real server, where kills and lost answers are the client's. */
@ArquillianTest
@RunAsClient
class SimulationIT {

    @TempDir
    Path work;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void allComeToBeEqualAndNothingIsLost(long seed) throws Exception {
        String path = "/files/replicas-" + UUID.randomUUID() + "/";
        Dav.as("writer").request("MKCOL", path).send().expect(201);
        Dav.as("writer").request("VERSION", path).send().expect(200);
        DavServer server = new DavServer(CollectionUrl.of(Dav.url(path)), new Connection("test", "writer", "writer"));
        Simulation simulation = new Simulation(work, seed, true, server);
        try {
            simulation.run(40);
        } finally {
            // What was done says more than what is wrong in the end.
            assertThat(simulation.log()).isNotEmpty();
        }
    }
}
