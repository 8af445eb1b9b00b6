package io.tidemark.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import io.tidemark.harness.OwnServer;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Who waits at one node hears of what is written at another. */
@ArquillianTest
@RunAsClient
@EnabledIfSystemProperty(named = "it.database", matches = "postgresql")
class AnotherNodeIT {
    private static final Pattern TOKEN = Pattern.compile("<D:sync-token>([^<]+)</D:sync-token>");
    private static final String COLLECTION = "/files/waiting-at-another-node/";

    private static Answer report(Dav node, String token) {
        return node.request("REPORT", COLLECTION)
                .header("Prefer", "wait=50")
                .body("<D:sync-collection xmlns:D='DAV:'><D:sync-token>" + token
                        + "</D:sync-token><D:sync-level>1</D:sync-level><D:prop/></D:sync-collection>")
                .send()
                .expect(207);
    }

    private static String token(Answer answer) {
        Matcher token = TOKEN.matcher(answer.text());
        assertThat(token.find()).as(answer.text()).isTrue();
        return token.group(1);
    }

    @Test
    void aChangeOfAnotherNodeWakes() throws Exception {
        try (OwnServer server = OwnServer.besides()) {
            Dav here = Dav.as("writer");
            Dav there = here.at(server.port());
            here.request("MKCOL", COLLECTION).send().expect(201);
            String token = token(report(here, ""));
            CompletableFuture<Answer> waitingHere = CompletableFuture.supplyAsync(() -> report(here, token));
            there.put(COLLECTION + "there", "x").send().expect(201);
            Answer heard = waitingHere.join();
            assertThat(heard.text()).contains("/there</D:href>");
            String next = token(heard);
            CompletableFuture<Answer> waitingThere = CompletableFuture.supplyAsync(() -> report(there, next));
            here.put(COLLECTION + "here", "x").send().expect(201);
            assertThat(waitingThere.join().text()).contains("/here</D:href>");
        }
    }
}
