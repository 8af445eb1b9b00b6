package io.tidemark.race;

import io.tidemark.race.HerdOperation.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Servers that are one: each request goes to the next, and from one that does not answer to another. */
final class Nodes {
    private static final int MOST_TRIES = 300;
    private static final int PAUSE_MILLIS = 200;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger turn = new AtomicInteger();
    private final List<URI> urls;
    private final String authorization;
    private final Tally tally;

    Nodes(List<URI> urls, String user, Tally tally) {
        this.urls = urls;
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
        this.tally = tally;
    }

    /** Sends a request until Tidemark answers it. */
    HttpResponse<String> send(Request request) throws InterruptedException {
        int first = turn.getAndIncrement();
        for (int i = 1; i <= MOST_TRIES; i++) {
            URI node = urls.get(Math.floorMod(first + i, urls.size()));
            try {
                HttpResponse<String> answer = send(request, node);
                if (isTidemarks(answer)) {
                    return answer;
                }
                tally.count("answers of a server that is busy or starting");
            } catch (IOException e) {
                tally.count("broken connections");
            }
            if (i % urls.size() == 0) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
        throw new IllegalStateException("Nobody answers at " + urls);
    }

    /** Until Tidemark is deployed, the container answers 404 with a page of its own. */
    private static boolean isTidemarks(HttpResponse<String> answer) {
        return answer.statusCode() != 503
                && !(answer.statusCode() == 404 && answer.body().startsWith("<html>"));
    }

    private HttpResponse<String> send(Request request, URI node) throws IOException, InterruptedException {
        var builder = HttpRequest.newBuilder(node.resolve(request.path()))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", authorization)
                .method(request.method(), BodyPublishers.ofString(request.body()));
        request.headers().forEach(builder::header);
        return http.send(builder.build(), BodyHandlers.ofString());
    }
}
