package io.tidemark.race;

import io.tidemark.harness.Answer;
import io.tidemark.harness.Dav;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Sends requests at the same moment, again and again. */
public final class Together {
    /** How often a race is run; each time in a collection of its own. */
    private static final int ROUNDS = 15;

    private Together() {}

    /** Collections for the rounds of a race, made by {@code writer}. */
    static List<String> rounds(String race) {
        return IntStream.range(0, ROUNDS)
                .mapToObj(round -> make("/files/race-" + race + "-" + round + "/"))
                .toList();
    }

    private static String make(String collection) {
        Dav.as("writer").request("MKCOL", collection).send().expect(201);
        return collection;
    }

    /** The answers to requests that all wait for one another before they go out, in the requests' order. */
    public static List<Answer> send(List<Dav.Request> requests) throws Exception {
        var barrier = new CyclicBarrier(requests.size());
        var threads = Executors.newFixedThreadPool(requests.size());
        try {
            List<Future<Answer>> sent = new ArrayList<>();
            for (Dav.Request request : requests) {
                sent.add(threads.submit(() -> {
                    barrier.await();
                    return request.send();
                }));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : sent) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    public static List<Integer> statuses(List<Answer> answers) {
        return answers.stream().map(Answer::status).toList();
    }
}
