package io.tidemark.files.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/** The formats of archives. */
enum ArchiveFormat {
    ZIP("application/zip", ".zip") {
        @Override
        ArchiveWriter writer(OutputStream out) {
            return new ZipWriter(out);
        }
    },
    TAR("application/x-tar", ".tar") {
        @Override
        ArchiveWriter writer(OutputStream out) throws IOException {
            return new TarWriter(out);
        }
    };

    private final String type;
    private final String ending;

    ArchiveFormat(String type, String ending) {
        this.type = type;
        this.ending = ending;
    }

    /** The media types of all. */
    static List<String> types() {
        return Arrays.stream(values()).map(ArchiveFormat::type).toList();
    }

    /** The one of a media type, which has one. */
    static ArchiveFormat of(String type) {
        return Arrays.stream(values())
                .filter(format -> format.type.equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** The media type. */
    String type() {
        return type;
    }

    /** What names of such files end in. */
    String ending() {
        return ending;
    }

    /** Writes an archive to a stream. */
    abstract ArchiveWriter writer(OutputStream out) throws IOException;
}
