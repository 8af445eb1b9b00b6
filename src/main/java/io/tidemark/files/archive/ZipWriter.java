package io.tidemark.files.archive;

import io.tidemark.namespace.ResourceView;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes zip, with names in UTF-8. What is text is packed a little; what most likely is packed already is stored as it is. */
final class ZipWriter implements ArchiveWriter {

    private final ZipOutputStream zip;

    ZipWriter(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    @Override
    public void collection(String name, ResourceView collection) throws IOException {
        ZipEntry entry = entry(name, collection);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(0);
        entry.setCrc(0);
        zip.putNextEntry(entry);
        zip.closeEntry();
    }

    @Override
    public void file(String name, ResourceView file, InputStream body) throws IOException {
        zip.setLevel(isText(file.type()) ? Deflater.BEST_SPEED : Deflater.NO_COMPRESSION);
        zip.putNextEntry(entry(name, file));
        body.transferTo(zip);
        zip.closeEntry();
    }

    private static ZipEntry entry(String name, ResourceView resource) {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(resource.modifiedAt()));
        return entry;
    }

    private static boolean isText(@Nullable String type) {
        return type != null
                && (type.startsWith("text/") || type.contains("xml") || type.contains("json"))
                && !type.contains("officedocument");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
