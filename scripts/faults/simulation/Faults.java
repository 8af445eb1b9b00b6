import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What befalls the servers, and whether each serves again by itself within a minute of the fault's end. */
final class Faults {

    static final long AGAIN_SECONDS = 60;

    /** What a start may take besides, on a machine that has other things to do. */
    private static final long START_SECONDS = 180;

    private static final long STEP_SECONDS = 1_800;

    private final Simulation simulation;

    Faults(Simulation simulation) {
        this.simulation = simulation;
    }

    /** Lets a fault befall a node after its time, and waits until all serve again. */
    void befall(Schedule.Event event) throws Exception {
        TimeUnit.MILLISECONDS.sleep(event.afterMillis());
        Node node = simulation.nodes.get(event.node() % simulation.nodes.size());
        if (event.fault() == Schedule.Fault.DISK_FULL && !simulation.ownDisk) {
            return;
        }
        String what = event.fault() + " of node " + node.port + " for " + event.millis() + " ms";
        long began = System.nanoTime();
        switch (event.fault()) {
            case KILL -> {
                node.process.destroyForcibly().waitFor();
                TimeUnit.MILLISECONDS.sleep(event.millis() / 4);
                node.start();
            }
            case STOP -> {
                node.stop(what);
                node.start();
            }
            case DISK_FULL -> diskFull(event);
            case SLOW_PEERS -> slowPeers(node, event);
            case CLOCK -> {
                // Ahead and back, or back and ahead.
                node.clock(event.millis() % 2 == 0 ? STEP_SECONDS : -STEP_SECONDS);
                TimeUnit.MILLISECONDS.sleep(event.millis());
                node.clock(0);
            }
            case SILENT -> {
                node.proxy.silent(true);
                TimeUnit.MILLISECONDS.sleep(event.millis() * 2L);
                node.proxy.silent(false);
            }
            case SILENT_STOP -> {
                node.proxy.silent(true);
                TimeUnit.MILLISECONDS.sleep(event.millis());
                node.stop(what);
                node.proxy.silent(false);
                node.start();
            }
            case REFUSED -> {
                node.proxy.refuse(true);
                TimeUnit.MILLISECONDS.sleep(event.millis());
                node.proxy.refuse(false);
            }
            case REFUSED_START -> {
                node.proxy.refuse(true);
                node.process.destroyForcibly().waitFor();
                node.start();
                TimeUnit.MILLISECONDS.sleep(event.millis() * 2L);
                node.proxy.refuse(false);
            }
        }
        long mended = System.nanoTime();
        for (Node each : simulation.nodes) {
            again(each, what);
        }
        Simulation.say("%s: lasted %d ms, all serve %d ms after it", what, (mended - began) / 1_000_000,
                (System.nanoTime() - mended) / 1_000_000);
    }

    /** Waits until a server takes a write; a server that has to start has its time for that besides. */
    void again(Node node, String what) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(AGAIN_SECONDS + (node.fresh ? START_SECONDS : 0));
        String last = "nothing";
        while (System.nanoTime() < until) {
            try {
                int status = simulation.send(node, "PUT", "files/probe", new byte[] {1}, Map.of()).statusCode();
                if (status / 100 == 2) {
                    node.fresh = false;
                    node.stopping = false;
                    return;
                }
                last = String.valueOf(status);
            } catch (IOException e) {
                last = e.toString();
            }
            simulation.check(node.process.isAlive(), "the server at " + node.port + " ended by itself: " + what);
            TimeUnit.MILLISECONDS.sleep(250);
        }
        simulation.check(false, "the server at " + node.port + " does not serve again (" + last + "): " + what);
    }

    private void diskFull(Schedule.Event event) throws Exception {
        Path ballast = simulation.data().resolve("ballast");
        try (OutputStream out = Files.newOutputStream(ballast)) {
            byte[] block = new byte[65_536];
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(event.millis());
            while (System.nanoTime() < until) {
                try {
                    out.write(block);
                } catch (IOException full) {
                    // Whatever becomes free is taken at once.
                    TimeUnit.MILLISECONDS.sleep(5);
                }
            }
        } finally {
            Files.delete(ballast);
        }
    }

    private void slowPeers(Node node, Schedule.Event event) throws Exception {
        List<Socket> peers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Socket peer = new Socket(InetAddress.getLoopbackAddress(), node.port);
            peer.getOutputStream().write(("PUT /files/slow" + i + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + Simulation.WRITER
                            + "\r\nContent-Length: 1000000\r\n\r\nhalf")
                    .getBytes(StandardCharsets.US_ASCII));
            peers.add(peer);
        }
        TimeUnit.MILLISECONDS.sleep(event.millis());
        for (Socket peer : peers) {
            peer.close();
        }
    }
}
