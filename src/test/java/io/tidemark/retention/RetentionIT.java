package io.tidemark.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import jakarta.ejb.EJB;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Revisions that have stayed as long as their policies say. */
@ArquillianTest
class RetentionIT {
    private final Dav writer = Dav.as("writer");
    private final String c = "/files/retention-" + UUID.randomUUID();

    @EJB
    private RetentionKeeper keeper;

    private void put(String path, int times) {
        for (int i = 0; i < times; i++) {
            writer.put(c + path, "content " + i).send();
        }
    }

    private void set(Dav who, String path, String property) {
        Answer answer = who.request("PROPPATCH", c + path)
                .body("<D:propertyupdate xmlns:D='DAV:' xmlns:T='urn:tidemark:dav'>" + property + "</D:propertyupdate>")
                .send()
                .expect(207);
        assertThat(answer.text()).contains("200 OK");
    }

    private void policy(String path) {
        set(writer, path, "<D:set><D:prop><T:retention><T:session>PT1H</T:session></T:retention></D:prop></D:set>");
    }

    private Answer revision(String path, int number) {
        return writer.get(c + path).header("Revision-Id", "V" + number).send();
    }

    private void make() {
        writer.request("MKCOL", c + "/").send().expect(201);
        writer.request("VERSION", c + "/").send().expect(200);
        writer.request("MKCOL", c + "/sub/").send().expect(201);
    }

    @Test
    void whatIsBelowAPolicyIsFoundAndGoesAFewAtATime() {
        make();
        put("/sub/a.txt", 60);
        policy("/");
        keeper.keep();
        assertThat(IntStream.rangeClosed(1, 60)
                        .filter(number -> revision("/sub/a.txt", number).status() == 200))
                .containsExactly(60);
        assertThat(revision("/sub/a.txt", 60).expect(200).text()).isEqualTo("content 59");
        put("/sub/a.txt", 1);
        keeper.keep();
        revision("/sub/a.txt", 60).expect(404);
        revision("/sub/a.txt", 61).expect(200);
    }

    @Test
    void whatIsNeededOrHeldStays() {
        make();
        put("/sub/a.txt", 5);
        put("/sub/held.txt", 3);
        writer.request("LABEL", c + "/sub/a.txt")
                .header("Revision-Id", "V2")
                .body("<D:label xmlns:D='DAV:'><D:add><D:label-name>good</D:label-name></D:add></D:label>")
                .send()
                .expect(200);
        set(Dav.as("admin"), "/sub/held.txt", "<D:set><D:prop><T:hold>a case</T:hold></D:prop></D:set>");
        policy("/");
        keeper.keep();
        revision("/sub/a.txt", 1).expect(404);
        revision("/sub/a.txt", 2).expect(200);
        revision("/sub/a.txt", 4).expect(404);
        revision("/sub/held.txt", 1).expect(200);
    }

    @Test
    void theNearestPolicyCounts() {
        make();
        put("/sub/a.txt", 3);
        set(writer, "/sub/", "<D:set><D:prop><T:retention/></D:prop></D:set>");
        policy("/");
        keeper.keep();
        revision("/sub/a.txt", 1).expect(200);
        set(writer, "/sub/", "<D:remove><D:prop><T:retention/></D:prop></D:remove>");
        keeper.keep();
        revision("/sub/a.txt", 1).expect(404);
    }

    @Test
    void aTreeThatComesUnderAPolicyIsLookedAt() {
        make();
        writer.request("MKCOL", c + "/kept/").send().expect(201);
        writer.request("MKCOL", c + "/tree/").send().expect(201);
        writer.request("MKCOL", c + "/tree/deep/").send().expect(201);
        put("/tree/deep/a.txt", 3);
        put("/b.txt", 3);
        policy("/sub/");
        keeper.keep();
        revision("/tree/deep/a.txt", 1).expect(200);
        for (String name : new String[] {"tree/", "b.txt"}) {
            writer.request("MOVE", c + "/" + name)
                    .header("Destination", Dav.url(c + "/sub/" + name))
                    .send()
                    .expect(201);
        }
        keeper.keep();
        revision("/sub/tree/deep/a.txt", 1).expect(404);
        revision("/sub/b.txt", 1).expect(404);
    }
}
