package io.tidemark.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.apppassword.AppPassword;
import io.undertow.security.idm.Account;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditLineTest {

    private static final Instant TIME = Instant.parse("2026-05-04T03:02:01.987654Z");

    @Test
    void theFieldsComeInOrder() {
        assertThat(new AuditLine()
                        .time(TIME)
                        .user(account("ada", "writers", "all"), "ada")
                        .address("192.0.2.7")
                        .request("MOVE", "/files/a%20b", "https://example.org/files/c")
                        .duration(Duration.ofMillis(12))
                        .requestId("r-1"))
                .hasToString("{\"time\":\"2026-05-04T03:02:01.987Z\",\"user\":\"ada\",\"groups\":[\"all\",\"writers\"],"
                        + "\"address\":\"192.0.2.7\",\"method\":\"MOVE\",\"path\":\"/files/a b\","
                        + "\"destination\":\"/files/c\",\"millis\":12,\"request_id\":\"r-1\"}");
    }

    @Test
    void aNameThatNobodyHasProvedIsNoUser() {
        assertThat(new AuditLine().user(null, "ada")).hasToString("{\"user\":null,\"claimed\":\"ada\"}");
        assertThat(new AuditLine().user(null, null)).hasToString("{\"user\":null}");
    }

    @Test
    void whatTheServerDoesByItselfHasNoUser() {
        assertThat(AuditLine.ofServer(TIME, "/files/a", new UUID(0, 1), List.of("V1", "V2")))
                .hasToString("{\"time\":\"2026-05-04T03:02:01.987Z\",\"user\":null,\"automatic\":\"retention\","
                        + "\"path\":\"/files/a\",\"resource\":\"00000000-0000-0000-0000-000000000001\","
                        + "\"revisions\":[\"V1\",\"V2\"]}");
    }

    @Test
    void anAppPasswordIsNamed() {
        AppPassword laptop =
                new AppPassword("abc", "ada", "my \"laptop\"", TIME, TIME, false, null, null, Set.of(), TIME, false);
        assertThat(new AuditLine().appPassword(laptop))
                .hasToString("{\"app_password\":\"abc\",\"app_password_name\":\"my \\\"laptop\\\"\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /files/a%0A%7B%22user%22%3A%22root%22%7D | /files/a\\u000a{\\"user\\":\\"root\\"}
                    /files/a%22%5C%09b                       | /files/a\\"\\\\\\u0009b
                    /files/%C2%85%E2%80%A8%7F                | /files/\\u0085\\u2028\\u007f
                    /files/%E2%80%AEfdp.exe                  | /files/\\u202efdp.exe
                    /files/gr%C3%BCn%F0%9F%8C%B2/            | /files/grün🌲/
                    /files/x/../y                            | /files/y
                    /files/a%00b%0A                          | /files/a%00b%0A
                    /files//a%0a                             | /files/a\\u000a
                    /                                        | /
                    """)
    void aHostilePathStaysOnItsLine(String sent, String logged) {
        assertThat(new AuditLine().request("PUT", sent, null))
                .hasToString("{\"method\":\"PUT\",\"path\":\"" + logged + "\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "https://ada:secret@example.org/files/c, /files/c",
        "https://example.org/files/c?token=secret, /files/c",
        "/files/c?token=secret, /files/c",
        "https://ada:secret@example.org, ''"
    })
    void whatMayBeSecretInADestinationIsLeftOut(String sent, String logged) {
        assertThat(new AuditLine().request("COPY", "/files/a", sent).toString())
                .endsWith("\"destination\":\"" + logged + "\"}")
                .doesNotContain("secret");
    }

    @Test
    void halvesOfCharactersAreEscaped() {
        assertThat(new JsonObject().text("a", "x\ud83cy\udf32z\ud83c"))
                .hasToString("{\"a\":\"x\\ud83cy\\udf32z\\ud83c\"}");
    }

    @Test
    void whatIsTooLongIsCut() {
        String line =
                new JsonObject().text("a", "x".repeat(JsonObject.LONGEST + 1)).toString();
        assertThat(line).isEqualTo("{\"a\":\"" + "x".repeat(JsonObject.LONGEST) + "…\"}");
    }

    private static Account account(String name, String... groups) {
        return new Account() {
            @Override
            public Principal getPrincipal() {
                return () -> name;
            }

            @Override
            public Set<String> getRoles() {
                return Set.of(groups);
            }
        };
    }
}
