package io.tidemark.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tidemark.kernel.http.CredentialScope;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.OwnOrigins;
import java.util.Optional;

/** Paths and URLs are parsed or refused; what was parsed is the same when it is written and parsed again. */
class UrlsFuzzTest {
    private final OwnOrigins origins = new OwnOrigins(Optional.empty(), CredentialScope.EVERYWHERE);

    @FuzzTest(maxDuration = "15s")
    void areParsedOrRefused(FuzzedDataProvider data) {
        boolean absolute = data.consumeBoolean();
        String value = data.consumeRemainingAsString();
        Optional<DavPath> path = Hostile.parse(
                () -> absolute ? origins.path(value, "h").orElse(null) : DavPath.parse("/" + value), 400, 414);
        path.ifPresent(UrlsFuzzTest::check);
    }

    private static void check(DavPath path) {
        assertThat(path.segments())
                .noneMatch(segment -> segment.isEmpty()
                        || segment.equals(".")
                        || segment.equals("..")
                        || segment.indexOf('/') >= 0
                        || segment.indexOf(0) >= 0);
        assertThat(DavPath.parse(path.href())).isEqualTo(path);
    }
}
