package io.tidemark.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What forbids a write forbids it also below more collections than are looked at with one statement. */
@ArquillianTest
@RunAsClient
class DeepPathsIT {
    private static final int DEPTH = 105;
    private static final int MIDDLE = 50;
    private static final String LOCK =
            "<D:lockinfo xmlns:D='DAV:'><D:lockscope><D:exclusive/></D:lockscope><D:locktype><D:write/></D:locktype>"
                    + "</D:lockinfo>";
    private static final String ACL =
            "<D:acl xmlns:D='DAV:'><D:ace><D:principal><D:href>/principals/users/writer</D:href></D:principal>"
                    + "<D:grant><D:privilege><D:all/></D:privilege></D:grant></D:ace>"
                    + "<D:ace><D:principal><D:all/></D:principal>"
                    + "<D:grant><D:privilege><D:read/></D:privilege></D:grant></D:ace></D:acl>";

    private final Dav writer = Dav.as("writer");
    private final Dav other = Dav.as("other");

    @Test
    void aLockFarAboveKeepsOthersOut() {
        List<String> way = way("/files/deep-lock/");
        String file = way.get(DEPTH - 1) + "f";
        other.put(file, "before").send().expect(201);
        String token = writer.request("LOCK", way.get(0))
                .header("Depth", "infinity")
                .body(LOCK)
                .send()
                .expect(200)
                .header("Lock-Token")
                .orElseThrow();
        other.put(file, "meanwhile").send().expect(423);
        other.put(file + "2", "meanwhile").send().expect(423);
        writer.put(file, "by the holder")
                .header("If", "<" + Dav.url(way.get(0)) + "> (" + token + ")")
                .send()
                .expect(204);
        writer.request("UNLOCK", way.get(0)).header("Lock-Token", token).send().expect(204);
        other.put(file, "after").send().expect(204);
    }

    @Test
    void aListOfRightsFarAboveKeepsOthersOut() {
        List<String> way = way("/files/deep-rights/");
        String file = way.get(DEPTH - 1) + "f";
        other.put(file, "before").send().expect(201);
        writer.request("ACL", way.get(MIDDLE)).body(ACL).send().expect(200);
        other.put(file, "meanwhile").send().expect(403);
        other.put(file + "2", "meanwhile").send().expect(403);
        other.put(way.get(MIDDLE - 1) + "f", "above").send().expect(201);
        writer.put(file, "by the owner").send().expect(204);
        assertThat(writer.get(file).send().expect(200).text()).isEqualTo("by the owner");
    }

    /** Collections in each other, outermost first. */
    private List<String> way(String top) {
        List<String> way = new ArrayList<>();
        String collection = top;
        for (int i = 0; i < DEPTH; i++) {
            writer.request("MKCOL", collection).send().expect(201);
            way.add(collection);
            collection += "d/";
        }
        return way;
    }
}
