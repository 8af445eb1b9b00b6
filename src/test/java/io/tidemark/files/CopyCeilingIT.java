package io.tidemark.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Collections that are bound in one another cannot make a COPY endless. */
@ArquillianTest
@RunAsClient
class CopyCeilingIT {
    /** 2^16 ways lead to the last of so many; {@code arquillian.xml} lets 20,000 members be copied. */
    private static final int LEVELS = 16;

    private static final String TOP = "/files/copy-ceiling/";

    private final Dav writer = Dav.as("writer");

    @Test
    void aTreeWithMoreMembersThanAreCopiedAtOnceIsNotCopied() {
        writer.request("MKCOL", TOP).send().expect(201);
        StringBuilder path = new StringBuilder(TOP);
        for (int i = 0; i < LEVELS; i++) {
            String above = path.toString();
            String below = path.append("x/").toString();
            writer.request("MKCOL", below).send().expect(201);
            writer.request("BIND", above)
                    .body("<bind xmlns='DAV:'><segment>y</segment><href>" + below + "</href></bind>")
                    .send()
                    .expect(201);
        }
        String copy = TOP + "copy/";
        assertThat(copy(TOP + "x/", copy).expect(507).text()).contains("too-many-members");
        writer.get(copy).send().expect(404);
        // From further down there are fewer ways.
        copy(TOP + "x/".repeat(LEVELS / 2), copy).expect(201);
        writer.get(copy + "y/x/").send().expect(200);
    }

    private Answer copy(String from, String to) {
        return writer.request("COPY", from).header("Destination", Dav.url(to)).send();
    }
}
