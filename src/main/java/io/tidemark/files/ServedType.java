package io.tidemark.files;

import io.tidemark.content.ContentHash;
import io.tidemark.content.ContentStore;
import io.tidemark.kernel.http.MediaTypes;
import io.tidemark.kernel.memory.BoundedMap;
import io.tidemark.namespace.ResourceView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The media type with which a file is served: the stored one, if it is one, and for text that leaves its encoding open
 * UTF-8, where it is that (protocol, section 2). A browser would take it for something else.
 */
@ApplicationScoped
public class ServedType {

    private static final String UNKNOWN = "application/octet-stream";
    private static final String UTF_8 = "; charset=utf-8";

    /** Longer text is not looked through: it would be read twice for each first answer. */
    private static final long LONGEST = 16L << 20;

    private static final int MOST_REMEMBERED = 10_000;

    private final Map<ContentHash, Boolean> known = new BoundedMap<>(MOST_REMEMBERED);

    @Inject
    private ContentStore store;

    /** The type for a file's content, which is {@code body} where it is in memory already. */
    public String of(ResourceView file, byte @Nullable [] body) {
        String type = file.type();
        if (type == null || !MediaTypes.isOne(type)) {
            return UNKNOWN;
        }
        if (!MediaTypes.isTextWithoutCharset(type) || file.length() == 0 || file.length() > LONGEST) {
            return type;
        }
        boolean utf8 = body != null ? Utf8.isWhole(body) : isStoredUtf8(file.body());
        return utf8 ? withoutTrailingSemicolon(type) + UTF_8 : type;
    }

    private static String withoutTrailingSemicolon(String type) {
        String stripped = type.strip();
        return stripped.endsWith(";")
                ? stripped.substring(0, stripped.length() - 1).strip()
                : stripped;
    }

    private boolean isStoredUtf8(ContentHash hash) {
        synchronized (known) {
            Boolean before = known.get(hash);
            if (before != null) {
                return before;
            }
        }
        boolean utf8 = look(hash);
        synchronized (known) {
            known.put(hash, utf8);
        }
        return utf8;
    }

    private boolean look(ContentHash hash) {
        try (FileChannel content = store.open(hash);
                InputStream in = Channels.newInputStream(content)) {
            return Utf8.isWhole(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
