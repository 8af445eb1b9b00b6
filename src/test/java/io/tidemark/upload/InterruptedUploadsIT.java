package io.tidemark.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Dav;
import io.tidemark.harness.Eventually;
import io.tidemark.harness.Wire;
import io.tidemark.race.Together;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Uploads whose connections break, whose requests meet, and whose answers get lost. */
@ArquillianTest
@RunAsClient
class InterruptedUploadsIT {
    private static final int MEBIBYTE = 1 << 20;

    private final Dav writer = Dav.as("writer");
    private final String collection = "/files/uploads-" + UUID.randomUUID() + "/";

    @BeforeEach
    void makeCollection() {
        writer.request("MKCOL", collection).send().expect(201);
    }

    @Test
    void whatCameUntilTheConnectionBrokeNeedNotComeAgain() throws Exception {
        byte[] whole = random(12 * MEBIBYTE);
        String upload = Uploads.begun(writer, collection + "a", new byte[0]);
        int sent = 10 * MEBIBYTE + 12_345;
        try (Wire wire = opened(upload, 0, whole.length)) {
            wire.send(Arrays.copyOf(whole, sent));
        }
        Eventually.become("all that was sent counts", () -> isStaged(upload, sent));
        writer.get(collection + "a").send().expect(404);
        long offset = Uploads.offset(writer, upload);
        Uploads.append(writer, upload, offset, true, Arrays.copyOfRange(whole, (int) offset, whole.length))
                .send()
                .expect(201);
        assertThat(writer.get(collection + "a").send().expect(200).body()).isEqualTo(whole);
    }

    /** The client does not know yet that its first request is dead, and neither does the server. */
    @Test
    void whoAsksForTheOffsetGoesOnThereWhateverIsStillUnderWay() throws Exception {
        byte[] whole = random(10 * MEBIBYTE);
        String upload = Uploads.begun(writer, collection + "a", new byte[0]);
        try (Wire hanging = opened(upload, 0, whole.length)) {
            hanging.send(Arrays.copyOf(whole, 9 * MEBIBYTE));
            Eventually.become("the first stride is counted", () -> stagedWithoutInterruption(upload) > 0);
            int offset = (int) Uploads.offset(writer, upload);
            Uploads.append(writer, upload, offset, true, Arrays.copyOfRange(whole, offset, whole.length))
                    .send()
                    .expect(201);
            hanging.send(random(MEBIBYTE));
            assertThat(hanging.readHead()).startsWith("HTTP/1.1 409");
        }
        assertThat(writer.get(collection + "a").send().expect(200).body()).isEqualTo(whole);
    }

    @Test
    void ofTwoThatGoOnAtOneOffsetOneDoes() throws Exception {
        for (int round = 0; round < 10; round++) {
            String upload = Uploads.begun(writer, collection + round, "0".getBytes(UTF_8));
            List<Integer> statuses = Together.statuses(Together.send(List.of(
                    Uploads.append(writer, upload, 1, false, "one".getBytes(UTF_8)),
                    Uploads.append(writer, upload, 1, false, "two".getBytes(UTF_8)))));
            assertThat(statuses).containsExactlyInAnyOrder(204, 409);
            assertThat(Uploads.offset(writer, upload)).isEqualTo(4);
            Uploads.append(writer, upload, 4, true, new byte[0]).send().expect(201);
            assertThat(writer.get(collection + round).send().text())
                    .isEqualTo(statuses.get(0) == 204 ? "0one" : "0two");
        }
    }

    @Test
    void whatIsCompletedTwiceAtOnceIsOneChange() throws Exception {
        writer.request("VERSION", collection).send().expect(200);
        for (int round = 0; round < 10; round++) {
            String file = collection + "versioned-" + round;
            String upload = Uploads.begun(writer, file, "whole".getBytes(UTF_8));
            List<Integer> statuses = Together.statuses(Together.send(List.of(
                    Uploads.append(writer, upload, 5, true, new byte[0]),
                    Uploads.append(writer, upload, 5, true, new byte[0]))));
            assertThat(statuses).contains(201).containsAnyOf(409, 410);
            assertThat(writer.get(file).send().expect(200).header("Revision-Id"))
                    .contains("V1");

            String transfer = Uploads.transfer(writer, "writer");
            writer.put(transfer + "1", "chunked").send().expect(201);
            List<Integer> moves = Together.statuses(Together.send(
                    List.of(Uploads.whole(writer, transfer, file), Uploads.whole(writer, transfer, file))));
            assertThat(moves).contains(204).isSubsetOf(204, 409, 404);
            assertThat(writer.get(file).send().expect(200).header("Revision-Id"))
                    .contains("V2");
        }
    }

    @Test
    void aChunkThatBreaksOffIsNone() throws Exception {
        String transfer = Uploads.transfer(writer, "writer");
        try (Wire wire = Wire.open()) {
            wire.send("PUT " + transfer + "1 HTTP/1.1\nHost: x\nAuthorization: " + Dav.basic("writer", "writer")
                    + "\nContent-Length: 100000\n\n");
            wire.send(new byte[50_000]);
        }
        writer.put(transfer + "2", "two").send().expect(201);
        assertThat(writer.request("PROPFIND", transfer)
                        .header("Depth", "1")
                        .send()
                        .expect(207)
                        .text())
                .contains(transfer + "2<")
                .doesNotContain(transfer + "1<");
        Uploads.whole(writer, transfer, collection + "two").send().expect(201);
        assertThat(writer.get(collection + "two").send().text()).isEqualTo("two");
    }

    /** {@code arquillian.xml} lets an upload have 20 parts. */
    @Test
    void anUploadHasNoMorePartsThanMayBe() {
        String upload = Uploads.begun(writer, collection + "a", "0".getBytes(UTF_8));
        for (int i = 1; i < 20; i++) {
            Uploads.append(writer, upload, i, false, "x".getBytes(UTF_8)).send().expect(204);
        }
        assertThat(Uploads.append(writer, upload, 20, false, "x".getBytes(UTF_8))
                        .send()
                        .expect(507)
                        .text())
                .contains("too-many-parts");
        Uploads.append(writer, upload, 20, true, new byte[0]).send().expect(201);
        String transfer = Uploads.transfer(writer, "writer");
        for (int i = 1; i <= 20; i++) {
            writer.put(transfer + i, "x").send().expect(201);
        }
        writer.put(transfer + 21, "x").send().expect(507);
        writer.put(transfer + 20, "y").send().expect(204);
    }

    @Test
    void aUserBeginsNoMoreThanMayBe() {
        Dav other = Dav.as("other");
        var begun = new ArrayList<String>();
        int status = 201;
        while (status == 201 && begun.size() <= 100) {
            String upload = "/dav/uploads/other/" + UUID.randomUUID() + "/";
            status = other.request("MKCOL", upload).send().status();
            if (status == 201) {
                begun.add(upload);
            }
        }
        assertThat(status).isEqualTo(507);
        assertThat(begun).hasSizeLessThanOrEqualTo(100);
        Uploads.begin(other, collection + "a", new byte[0]).send().expect(507);
        begun.forEach(upload -> other.request("DELETE", upload).send().expect(204));
        String upload = Uploads.begun(other, collection + "a", new byte[0]);
        other.request("DELETE", upload).send().expect(204);
    }

    private static boolean isStaged(String upload, long bytes) {
        return stagedWithoutInterruption(upload) == bytes;
    }

    /** HEAD would end what is under way. */
    private static long stagedWithoutInterruption(String upload) {
        String answer = Dav.as("writer")
                .request("PROPFIND", upload)
                .header("Depth", "0")
                .body("<D:propfind xmlns:D='DAV:'><D:prop><D:getcontentlength/></D:prop></D:propfind>")
                .send()
                .expect(207)
                .text();
        int start = answer.indexOf("<D:getcontentlength>") + "<D:getcontentlength>".length();
        return Long.parseLong(answer.substring(start, answer.indexOf('<', start)));
    }

    private static Wire opened(String upload, long offset, long length) throws IOException {
        return Wire.open()
                .send("PATCH " + upload + " HTTP/1.1\nHost: x\nAuthorization: " + Dav.basic("writer", "writer")
                        + "\nContent-Type: application/partial-upload\nUpload-Complete: ?1\nUpload-Offset: " + offset
                        + "\nContent-Length: " + length + "\n\n");
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
