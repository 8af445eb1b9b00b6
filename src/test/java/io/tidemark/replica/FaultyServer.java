package io.tidemark.replica;

import io.tidemark.tool.TransientException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A server on a bad line: requests and answers are lost, and others write between any two requests. */
final class FaultyServer implements Server {

    /** Something in between. */
    interface Others {
        void write() throws IOException;
    }

    private interface Call<T> {
        T run() throws IOException, InterruptedException;
    }

    private final Server server;
    private final Random random;
    private final Others others;
    private final Runnable boundary;
    private final Set<String> sent;
    /** Of a thousand requests, how many are lost, and as many answers. */
    int lost;

    FaultyServer(Server server, Random random, Others others, Runnable boundary, Set<String> sent) {
        this.server = server;
        this.random = random;
        this.others = others;
        this.boundary = boundary;
        this.sent = sent;
    }

    private <T> T call(Call<T> call) throws IOException, InterruptedException {
        boundary.run();
        others.write();
        if (random.nextInt(1000) < lost) {
            throw new TransientException("the request was lost", null);
        }
        T answer = call.run();
        boundary.run();
        if (random.nextInt(1000) < lost) {
            throw new TransientException("the answer was lost", null);
        }
        return answer;
    }

    @Override
    public Optional<Page> changes(String token, int seconds) throws IOException, InterruptedException {
        return call(() -> server.changes(token, seconds));
    }

    @Override
    public String send(String path, Path file, String sha, long modified, String replaced)
            throws IOException, InterruptedException {
        return call(() -> {
            if (Files.isDirectory(file)) {
                throw new FileNotFoundException(file.toString());
            }
            String content = Files.readString(file);
            String tag = server.send(path, file, sha, modified, replaced);
            sent.add(content);
            return tag;
        });
    }

    @Override
    public Received fetch(String path, Path target) throws IOException, InterruptedException {
        return call(() -> server.fetch(path, target));
    }

    @Override
    public String sha(String path, String tag) throws IOException, InterruptedException {
        return call(() -> server.sha(path, tag));
    }

    @Override
    public void make(String path) throws IOException, InterruptedException {
        call(() -> {
            server.make(path);
            return true;
        });
    }

    @Override
    public void move(String from, String to, boolean folder, String state) throws IOException, InterruptedException {
        call(() -> {
            server.move(from, to, folder, state);
            return true;
        });
    }

    @Override
    public void delete(String path, boolean folder, String state) throws IOException, InterruptedException {
        call(() -> {
            server.delete(path, folder, state);
            return true;
        });
    }
}
