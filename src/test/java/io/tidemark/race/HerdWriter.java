package io.tidemark.race;

import io.tidemark.race.HerdOperation.Request;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A writer, which now and then looks whether a report has what was answered a moment before. */
final class HerdWriter {
    private static final int WRITES_FOR_EACH_LOOK = 10;
    private static final int SERVER_ERROR = 500;

    private final Nodes nodes;
    private final Tally tally;
    private final String tree;
    private final String ownFile;
    private final List<HerdOperation> operations;
    private final Random random;
    private final HerdClient reader;

    HerdWriter(Nodes nodes, Tally tally, String tree, HerdOptions options, int number) {
        this.nodes = nodes;
        this.tally = tally;
        this.tree = tree;
        this.ownFile = tree + "own-" + number;
        this.operations = options.operations.stream()
                .flatMap(operation -> Collections.nCopies(operation.weight(), operation).stream())
                .toList();
        this.random = new Random(options.seed * 1_000 + number);
        this.reader = new HerdClient(nodes, tally, tree, "1", random.nextLong());
    }

    /** Writes something. */
    void write() throws InterruptedException {
        HerdOperation operation = operations.get(random.nextInt(operations.size()));
        answered(operation.name(), nodes.send(operation.request(tree, random)));
        if (random.nextInt(WRITES_FOR_EACH_LOOK) == 0) {
            readWhatWasWritten();
        }
    }

    private void readWhatWasWritten() throws InterruptedException {
        HttpResponse<String> answer =
                answered("own file", nodes.send(new Request("PUT", ownFile, Map.of(), "own " + random.nextInt())));
        reader.pullAll();
        String expected = "file " + answer.headers().firstValue("ETag").orElse("none");
        String known = reader.members().getOrDefault(ownFile, "nothing");
        if (!known.startsWith(expected)) {
            tally.fail(ownFile + " is " + expected + " by the answer, and " + known + " by the next report");
        }
    }

    private HttpResponse<String> answered(String what, HttpResponse<String> answer) {
        tally.count("writes");
        tally.count("write " + what + " answered " + answer.statusCode());
        if (answer.statusCode() >= SERVER_ERROR) {
            tally.fail(what + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }
}
