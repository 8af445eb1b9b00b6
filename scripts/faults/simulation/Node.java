import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server, and the way to its database. */
final class Node {

    private final Simulation simulation;
    final int port;
    final Proxy proxy;
    private final String database;
    /** By how many seconds the server's clock is wrong. */
    private final Path seconds;
    volatile Process process;
    /** Whether it has been started, and has not answered since. */
    volatile boolean fresh;

    volatile boolean stopping;

    Node(Simulation simulation, int port, Proxy proxy, String database) throws IOException {
        this.simulation = simulation;
        this.port = port;
        this.proxy = proxy;
        this.database = database;
        this.seconds = simulation.directory.resolve("clock-" + port);
        clock(0);
    }

    void start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                simulation.root.resolve("scripts/serve").toString(), "--port", String.valueOf(port), "--data", simulation.data().toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(simulation.directory.resolve("server-" + port + ".log").toFile()));
        builder.environment().put("JAVA_OPTS", "-Dtidemark.db.reserve=16000000 -Dtidemark.db.pool.max=32");
        if (database != null) {
            command.addAll(List.of("--database", database, "--database-user", "postgres"));
            builder.environment().put("TIDEMARK_DB_PASSWORD", "postgres");
        }
        if (simulation.stepsClock()) {
            builder.environment().put("LD_PRELOAD", simulation.clock.toString());
            builder.environment().put("TIDEMARK_CLOCK", seconds.toString());
        }
        fresh = true;
        process = builder.start();
    }

    void stop(String what) throws InterruptedException {
        stopping = true;
        process.destroy();
        if (!process.waitFor(Faults.AGAIN_SECONDS, TimeUnit.SECONDS)) {
            simulation.check(false, "the server at " + port + " does not end: " + what);
            process.destroyForcibly().waitFor();
        }
    }

    /** Sets the server's clock to so many seconds beside the right time, at once. */
    void clock(long offset) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder()).putLong(0, offset);
        // It is mapped by the server: it must stay the same file.
        try (FileChannel file = FileChannel.open(seconds, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(bytes, 0);
        }
    }
}
