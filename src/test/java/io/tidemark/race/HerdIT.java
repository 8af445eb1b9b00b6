package io.tidemark.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import java.net.URI;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** A small herd for a few seconds; {@code scripts/faults/herd} runs large ones. */
@ArquillianTest
@RunAsClient
class HerdIT {
    @Test
    void everyClientEndsWithWhatAListingShows() throws Exception {
        var options = new HerdOptions();
        options.urls = List.of(URI.create(Dav.url("/")));
        options.clients = 9;
        options.writers = 3;
        options.seconds = 4;
        options.pause = 20;
        var tally = new Herd(options).run();
        assertThat(tally.failures()).as("%s", tally).isEmpty();
        assertThat(tally.of("writes")).as("%s", tally).isPositive();
    }
}
