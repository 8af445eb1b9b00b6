package io.tidemark.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanTest {

    private final Map<String, Entry> recorded = new HashMap<>();
    private boolean intact = true;

    @Test
    void fetchesWhatIsNotHere() {
        record("same", "\"1\"");
        record("changed", "\"1\"");
        record("weak", "W/\"1\"");
        Plan plan = plan(
                file("/c/same", "\"1\""),
                file("/c/changed", "\"2\""),
                file("/c/weak", "W/\"1\""),
                file("/c/untagged", ""));
        assertThat(plan.fetches()).extracting(Wanted::path).containsExactly("changed", "weak", "untagged");
        assertThat(plan.kept()).extracting(Wanted::path).containsExactly("same");
        intact = false;
        assertThat(plan(file("/c/same", "\"1\"")).fetches()).hasSize(1);
    }

    @Test
    void aFileAndACollectionShareOnePlace() {
        Plan plan = plan(status("/c/a/", 404), file("/c/a", "\"1\""), status("/c/b", 404), collection("/c/b/"));
        assertThat(plan.removals()).isEmpty();
        assertThat(plan.fetches()).extracting(Wanted::path).containsExactly("a");
        assertThat(plan.directories()).containsKey("b");
        record("a", "\"1\"");
        assertThat(plan(status("/c/a/", 404)).removals()).isEmpty();
        assertThat(plan(status("/c/a", 404)).removals()).containsExactly("a");
    }

    @Test
    void knowsThatMoreFollows() {
        assertThat(plan(file("/c/a", ""), status("/c/", 507)).more()).isTrue();
        assertThat(plan(file("/c/a", "")).more()).isFalse();
        assertThat(plan(file("/c/a", ""), status("/c/a", 507)).more()).isFalse();
    }

    @Test
    void neverTouchesWhatIsUnsafe() {
        Plan plan = plan(
                file("/c/../../etc/passwd", "\"1\""),
                status("/c/%2e%2e/x", 404),
                collection("/etc/"),
                file("/c/a%2fb", "\"1\""));
        assertThat(plan.fetches()).isEmpty();
        assertThat(plan.removals()).isEmpty();
        assertThat(plan.directories()).isEmpty();
        assertThat(plan.troubles()).containsOnlyKeys("/c/../../etc/passwd", "/etc/", "/c/a%2fb");
        assertThat(plan.settled()).containsExactly("/c/%2e%2e/x");
    }

    @Test
    void boundariesHaveReportsOfTheirOwn() {
        SyncResponse refused =
                new SyncResponse("/c/b/", 403, false, "", Optional.empty(), "", Set.of("sync-traversal-supported"));
        Plan plan = plan(refused, status("/c/x/", 403));
        assertThat(plan.boundaries()).containsExactly("b");
        assertThat(plan.directories()).containsOnlyKeys("b");
        assertThat(plan.troubles()).containsOnlyKeys("x");
    }

    private Plan plan(SyncResponse... responses) {
        return Plan.of(
                new SyncPage(List.of(responses), "t"),
                CollectionUrl.of("http://host/c/"),
                "",
                recorded::get,
                entry -> intact);
    }

    private void record(String path, String etag) {
        recorded.put(path, new Entry(path, false, etag, 1, 2, "hash", ""));
    }

    private static SyncResponse file(String href, String etag) {
        return new SyncResponse(href, 200, false, etag, Optional.empty(), "", Set.of());
    }

    private static SyncResponse collection(String href) {
        return new SyncResponse(href, 200, true, "", Optional.empty(), "", Set.of());
    }

    private static SyncResponse status(String href, int status) {
        return new SyncResponse(href, status, false, "", Optional.empty(), "", Set.of());
    }
}
