package io.tidemark.index;

import io.tidemark.content.ContentStore;
import io.tidemark.index.BodyRepository.StoredBody;
import io.tidemark.index.ExtractorProcess.Outcome;
import io.tidemark.index.ExtractorProcess.Result;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reads the text of stored bodies, each in a process that it may take with it. */
@ApplicationScoped
class ContentReader {

    /** A document that takes longer is read again by itself, so that no other waits for it. */
    private static final int QUICK_SECONDS = 2;

    @Inject
    private ContentStore store;

    @Inject
    @ConfigProperty(name = "tidemark.search.max-document-bytes", defaultValue = "52428800")
    private long maxBytes;

    @Inject
    @ConfigProperty(name = "tidemark.search.max-text", defaultValue = "5000000")
    private int maxText;

    @Inject
    @ConfigProperty(name = "tidemark.search.reader-memory", defaultValue = "256")
    private int mebibytes;

    @Inject
    @ConfigProperty(name = "tidemark.search.reader-seconds", defaultValue = "30")
    private int seconds;

    private volatile @Nullable Readers readers;

    private record Readers(ExtractorProcess quick, ExtractorProcess patient, Path work) {}

    /** Says where the programs are, and where files may be made for them. */
    void use(List<Path> classPath, Path directory) {
        Path place = directory.resolve("work");
        readers = new Readers(
                process(classPath, place, Math.min(seconds, QUICK_SECONDS)), process(classPath, place, seconds), place);
    }

    private ExtractorProcess process(List<Path> classPath, Path place, int within) {
        return new ExtractorProcess(new ExtractorProcess.Settings(classPath, place, mebibytes, within, maxText));
    }

    /** Whether it is known where the programs are. */
    boolean isReady() {
        return readers != null;
    }

    /**
     * The text of a body, or why there is none.
     *
     * @param patiently whether it is given all the time that a document has; else others wait for it
     * @throws IOException when the body is not there, or nothing can be read now
     */
    Outcome read(StoredBody body, boolean patiently) throws IOException {
        Readers running = readers;
        if (running == null) {
            throw new IOException("It is not known yet where the programs are.");
        }
        if (body.length() > maxBytes) {
            return new Outcome(Result.UNREADABLE, "it is longer than " + maxBytes + " bytes");
        }
        Files.createDirectories(running.work());
        Path document = running.work().resolve(patiently ? "long" : "document");
        try {
            if (body.inline() != null) {
                Files.write(document, body.inline());
            } else {
                try (InputStream in = Channels.newInputStream(store.open(body.hash()))) {
                    Files.copy(in, document, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return (patiently ? running.patient() : running.quick()).read(document);
        } finally {
            Files.deleteIfExists(document);
        }
    }

    @PreDestroy
    void close() {
        Readers running = readers;
        if (running != null) {
            running.quick().close();
            running.patient().close();
        }
    }
}
