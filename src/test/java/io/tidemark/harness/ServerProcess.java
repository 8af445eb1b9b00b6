package io.tidemark.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, for tests that need another one than Arquillian's. It is ready when it says so. */
public final class ServerProcess implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ServerProcess.class.getName());
    private static final int MINUTES_TO_START = 5;
    private static final int SECONDS_TO_END = 30;

    private final Process process;
    private final Path log;
    private final CountDownLatch ready = new CountDownLatch(1);

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts one and waits.
     *
     * @param sign what it prints when it is ready
     */
    public static ServerProcess start(List<String> command, Map<String, String> environment, String sign, Path log)
            throws IOException, InterruptedException {
        Files.createDirectories(log.getParent());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("TIDEMARK_"));
        builder.environment().putAll(environment);
        var server = new ServerProcess(builder.start(), log);
        var reader = new Thread(() -> server.read(sign), "output of " + log.getFileName());
        reader.setDaemon(true);
        reader.start();
        if (!server.ready.await(MINUTES_TO_START, TimeUnit.MINUTES) || !server.process.isAlive()) {
            server.close();
            throw new IllegalStateException("The server did not start; see " + log);
        }
        return server;
    }

    /** A port that nobody listens at. */
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** All that it has printed. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    private void read(String sign) {
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var file =
                        Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                file.write(line + '\n');
                file.flush();
                if (line.contains(sign)) {
                    ready.countDown();
                }
            }
        } catch (IOException e) {
            // The stream is closed under the reader when the server is ended.
            LOG.log(System.Logger.Level.DEBUG, "The output of a server ended", e);
        } finally {
            ready.countDown();
        }
    }

    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroy();
        family.forEach(ProcessHandle::destroy);
        if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
