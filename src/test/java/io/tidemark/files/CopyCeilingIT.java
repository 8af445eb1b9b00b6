package io.tidemark.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What one COPY copies is bounded, also where collections are bound in one another. */
@ArquillianTest
@RunAsClient
class CopyCeilingIT {
    private static final String TOP = "/files/copy-ceiling/";

    /** Twenty collections are 2,814 members when they have been doubled so often, and 1,406 before the last time. */
    private static final int LEVELS = 7;

    private final Dav writer = Dav.as("writer");

    /** With a copy for each way to each member, these would be 2^25. */
    @Test
    void collectionsThatAreBoundTwiceLevelByLevelAreAsManyInTheCopy() {
        writer.request("MKCOL", TOP).send().expect(201);
        StringBuilder path = new StringBuilder(TOP);
        for (int i = 0; i < 25; i++) {
            String above = path.toString();
            String below = path.append("x/").toString();
            writer.request("MKCOL", below).send().expect(201);
            writer.request("BIND", above)
                    .body("<bind xmlns='DAV:'><segment>y</segment><href>" + below + "</href></bind>")
                    .send()
                    .expect(201);
        }
        writer.put(path + "last", "of them").send().expect(201);
        String copy = TOP + "copy/";
        copy(TOP + "x/", copy).expect(201);
        writer.put(copy + "x/y/".repeat(12) + "last", "and changed").send().expect(204);
        assertThat(writer.get(copy + "y/x/".repeat(12) + "last")
                        .send()
                        .expect(200)
                        .text())
                .isEqualTo("and changed");
        assertThat(writer.get(path + "last").send().expect(200).text()).isEqualTo("of them");
    }

    /** {@code arquillian.xml} lets 2,000 members be copied. */
    @Test
    void aTreeWithMoreMembersThanAreCopiedAtOnceIsNotCopied() {
        String tree = "/files/copy-ceiling-tree/";
        writer.request("MKCOL", tree).send().expect(201);
        writer.request("MKCOL", tree + "0/").send().expect(201);
        for (int i = 0; i < 20; i++) {
            writer.request("MKCOL", tree + "0/" + i + "/").send().expect(201);
        }
        for (int level = 0; level < LEVELS; level++) {
            writer.request("MKCOL", tree + (level + 1) + "/").send().expect(201);
            copy(tree + level + "/", tree + (level + 1) + "/a/").expect(201);
            copy(tree + level + "/", tree + (level + 1) + "/b/").expect(201);
        }
        assertThat(copy(tree + LEVELS + "/", tree + "copy/").expect(507).text()).contains("too-many-members");
        writer.get(tree + "copy/").send().expect(404);
    }

    private Answer copy(String from, String to) {
        return writer.request("COPY", from).header("Destination", Dav.url(to)).send();
    }
}
