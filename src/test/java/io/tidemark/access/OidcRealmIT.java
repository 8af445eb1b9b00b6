package io.tidemark.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.tidemark.harness.DatabaseIndependent;
import io.tidemark.harness.Dav;
import io.tidemark.harness.Eventually;
import io.tidemark.harness.Keycloak;
import io.tidemark.harness.OwnServer;
import io.tidemark.page.TestBrowser;
import java.io.IOException;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Users of Keycloak, with tokens and with passwords. */
@DatabaseIndependent
class OidcRealmIT extends AppPasswordContract {
    private static Keycloak keycloak;
    private static OwnServer server;

    @BeforeAll
    static void start() throws Exception {
        keycloak = Keycloak.start();
        server = OwnServer.start(
                "oidc.cli",
                UnaryOperator.identity(),
                Map.of(
                        "TIDEMARK_OIDC_PROVIDER_URL",
                        keycloak.realm(),
                        "TIDEMARK_OIDC_CLIENT_SECRET",
                        Keycloak.CLIENT_SECRET,
                        "TIDEMARK_OIDC_BASIC_CACHE",
                        "PT3S",
                        "TIDEMARK_ROLES_WRITER",
                        "editors"));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (server != null) {
            server.close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Override
    int port() {
        return server.port();
    }

    @Override
    String log() throws IOException {
        assertThat(server.log()).doesNotContain(Keycloak.CLIENT_SECRET).doesNotContain("eyJ");
        return server.log();
    }

    @Test
    void bothChallengesAreOffered() {
        assertThat(Dav.anonymous().at(port()).get("/").send().expect(401).headers("WWW-Authenticate"))
                .anyMatch(challenge -> challenge.startsWith("Bearer"))
                .anyMatch(challenge -> challenge.startsWith("Basic "));
    }

    @Test
    void aTokenIsGood() throws Exception {
        String file = collection() + "a.txt";
        Dav writer = with("Bearer " + keycloak.token("writer", "tidemark"));
        writer.put(file, "a").send().expect(201);
        writer.get(file).send().expect(200);
        with("Bearer " + keycloak.token("reader", "tidemark"))
                .put(file, "b")
                .send()
                .expect(403);
    }

    @Test
    void aTokenThatIsBrokenOrForSomebodyElseIsRefused() throws Exception {
        String token = keycloak.token("writer", "tidemark");
        with("Bearer " + token.substring(0, token.length() - 4) + "AAAA")
                .get("/files/")
                .send()
                .expect(401);
        with("Bearer eyJhbGciOiJub25lIn0.e30.").get("/files/").send().expect(401);
        with("Bearer " + keycloak.token("writer", "other-application"))
                .get("/files/")
                .send()
                .expect(401);
        assertThat(log()).isNotEmpty();
    }

    @Test
    void aBrowserSignsInAtTheProvidersPage() {
        try (TestBrowser browser = TestBrowser.start()) {
            Page page = browser.window();
            page.navigate("http://127.0.0.1:" + port() + "/ui/folder/files/?a=b");
            page.getByText("Sign in with your organisation").click();
            page.locator("#username").fill("writer");
            page.locator("#password").fill("writer");
            page.locator("#kc-login").click();
            page.getByText("Signed in as writer").waitFor();
            assertThat(page.url()).endsWith("/ui/folder/files/?a=b");
            page.getByText("Workspaces").first().click();
            page.getByText("New workspace").first().waitFor();
            page.getByText("Mine").first().click();
            page.getByText("A signed-in browser").first().waitFor();
        }
    }

    @Test
    void aCodeThatTheProviderHasNotGivenIsRefused() {
        Dav.anonymous()
                .at(port())
                .request("POST", "/ui/session")
                .header("Content-Type", "application/json")
                .body("{\"code\": \"a\", \"code_verifier\": \"b\", \"redirect_uri\": \"http://127.0.0.1/ui/\"}")
                .send()
                .expect(401);
    }

    @Test
    void whoIsBarredIsOutSoon() throws Exception {
        as("leaver").get("/files/").send().expect(200);
        keycloak.disable("leaver");
        Eventually.become(
                "the cached password is asked for again",
                () -> as("leaver").get("/files/").send().status() == 401);
    }
}
