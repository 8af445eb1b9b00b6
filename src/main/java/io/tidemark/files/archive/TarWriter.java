package io.tidemark.files.archive;

import io.tidemark.namespace.ResourceView;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.temporal.ChronoUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes tar as POSIX has it since 2001: any name, length and time. An import reads it back. */
final class TarWriter implements ArchiveWriter {

    private final TarArchiveOutputStream tar;

    TarWriter(OutputStream out) throws IOException {
        tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
    }

    @Override
    public void collection(String name, ResourceView collection) throws IOException {
        begin(name, collection);
        tar.closeArchiveEntry();
    }

    @Override
    public void file(String name, ResourceView file, InputStream body) throws IOException {
        begin(name, file);
        body.transferTo(tar);
        tar.closeArchiveEntry();
    }

    private void begin(String name, ResourceView resource) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(resource.collection() ? 0 : resource.length());
        entry.setLastModifiedTime(FileTime.from(resource.modifiedAt().truncatedTo(ChronoUnit.SECONDS)));
        tar.putArchiveEntry(entry);
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
