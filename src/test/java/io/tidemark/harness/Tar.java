package io.tidemark.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** A tar archive that is being put together. */
public final class Tar {
    /** When its files were modified, unless one says otherwise. */
    public static final Instant MODIFIED = Instant.parse("2020-02-29T12:34:56Z");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Instant modified = MODIFIED;
    private final TarArchiveOutputStream out = new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name());

    public Tar() {
        out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        out.setAddPaxHeadersForNonAsciiNames(true);
        out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    /** Sets when the entries that follow were modified. */
    public Tar at(Instant time) {
        modified = time;
        return this;
    }

    public Tar directory(String name) {
        return add(new TarArchiveEntry(name + "/", true), new byte[0]);
    }

    public Tar file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public Tar file(String name, byte[] content) {
        return add(new TarArchiveEntry(name, true), content);
    }

    public Tar link(String name, String target) {
        var entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK, true);
        entry.setLinkName(target);
        return add(entry, new byte[0]);
    }

    private Tar add(TarArchiveEntry entry, byte[] content) {
        entry.setSize(content.length);
        entry.setLastModifiedTime(FileTime.from(modified));
        try {
            out.putArchiveEntry(entry);
            out.write(content);
            out.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The archive so far, without its end. */
    public byte[] cutOff() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The whole archive. */
    public byte[] bytes() {
        try {
            out.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
