package io.tidemark.access;

import io.tidemark.harness.Dav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;

/** Users of the built-in realm. */
@ArquillianTest
@RunAsClient
class BuiltInRealmIT extends AppPasswordContract {

    @Override
    int port() {
        return Dav.PORT;
    }

    @Override
    String log() throws IOException {
        return Files.readString(Path.of(System.getProperty("it.directory"), "server/log/server.log"));
    }
}
