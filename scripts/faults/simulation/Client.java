import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One that writes to a folder of its own, and knows what may be there. */
final class Client implements Runnable {

    private static final int NAMES = 12;
    private static final int[] LENGTHS = {0, 10, 500, 4_096, 15_000, 40_000, 200_000};

    private final Simulation simulation;
    final String folder;
    private final int number;
    private final Random random;
    /** The contents that each name may have: one, or two after a write of which nobody knows; "" for nothing. */
    private final Map<String, Set<String>> possible = new TreeMap<>();

    private long written;

    Client(Simulation simulation, int number, long seed) {
        this.simulation = simulation;
        this.number = number;
        this.folder = Simulation.TOP + "c" + number + "/";
        this.random = new Random(seed * 31 + number);
        for (int i = 0; i < NAMES; i++) {
            possible.put("n" + i, Set.of(""));
        }
    }

    @Override
    public void run() {
        while (!simulation.over) {
            write();
            Simulation.pause(random.nextInt(60));
        }
    }

    private synchronized void write() {
        String name = "n" + random.nextInt(NAMES);
        String other = "n" + random.nextInt(NAMES);
        int wish = random.nextInt(10);
        byte[] body = body(number, ++written, LENGTHS[random.nextInt(LENGTHS.length)]);
        Node node = simulation.nodes.get(random.nextInt(simulation.nodes.size()));
        // What is not known is left alone until it is looked at: the write might still be under way.
        if (possible.get(name).size() > 1 || possible.get(other).size() > 1) {
            return;
        }
        String now = possible.get(name).iterator().next();
        if (wish < 7) {
            apply(node, "PUT", name, body, Map.of(), Map.of(name, hash(body)));
        } else if (wish < 8 && !now.isEmpty()) {
            apply(node, "DELETE", name, new byte[0], Map.of(), Map.of(name, ""));
        } else if (!now.isEmpty() && !name.equals(other)) {
            String destination = Map.of("Destination", "/" + folder + other).get("Destination");
            boolean move = wish == 8;
            apply(node, move ? "MOVE" : "COPY", name, new byte[0], Map.of("Destination", destination),
                    move ? Map.of(name, "", other, now) : Map.of(other, now));
        }
    }

    private void apply(
            Node node, String method, String name, byte[] body, Map<String, String> headers, Map<String, String> then) {
        String answer;
        boolean done = false;
        boolean refused = false;
        try {
            HttpResponse<byte[]> got = simulation.send(node, method, folder + name, body, headers);
            int status = got.statusCode();
            boolean later = got.headers().firstValue("Retry-After").isPresent();
            simulation.check(status != 503 || later || node.stopping, "a 503 does not say when to try again");
            simulation.check(status != 500 || node.stopping, method + " was answered 500");
            answer = String.valueOf(status);
            done = status / 100 == 2;
            refused = status / 100 == 4 || status == 507;
            // In its last moments WildFly has no host any more, and says 404: see docs/security.md.
            boolean gone = status == 404 && node.stopping;
            refused &= !gone;
            simulation.check(gone || status != 404 && status != 409 && status != 412 && status != 423,
                    method + " " + folder + name + " was answered " + status);
        } catch (IOException | InterruptedException e) {
            answer = "none";
        }
        simulation.answers.computeIfAbsent(answer, key -> new AtomicInteger()).incrementAndGet();
        for (Map.Entry<String, String> entry : then.entrySet()) {
            String before = possible.get(entry.getKey()).iterator().next();
            if (done) {
                possible.put(entry.getKey(), Set.of(entry.getValue()));
            } else if (!refused && !before.equals(entry.getValue())) {
                possible.put(entry.getKey(), Set.of(before, entry.getValue()));
            }
        }
    }

    /** Looks at each name, by way of any server. */
    synchronized void verify() {
        for (Map.Entry<String, Set<String>> entry : possible.entrySet()) {
            String url = folder + entry.getKey();
            for (Node node : simulation.nodes) {
                String found = read(node, url);
                simulation.check(entry.getValue().contains(found), url + " at " + node.port + " has " + found + ", and not "
                        + entry.getValue());
                entry.setValue(Set.of(found));
            }
        }
    }

    private String read(Node node, String url) {
        String last = "nothing";
        for (int i = 0; i < 60; i++) {
            try {
                HttpResponse<byte[]> answer = simulation.send(node, "GET", url, new byte[0], Map.of());
                if (answer.statusCode() == 200) {
                    return hash(answer.body());
                }
                if (answer.statusCode() == 404) {
                    return "";
                }
                last = String.valueOf(answer.statusCode());
            } catch (IOException | InterruptedException e) {
                last = e.toString();
            }
            Simulation.pause(500);
        }
        simulation.check(false, url + " cannot be read: " + last);
        return last;
    }

    private static byte[] body(int client, long number, int length) {
        byte[] body = new byte[length];
        new Random(client * 1_000_003L + number).nextBytes(body);
        return body;
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 8) + ":" + body.length;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
