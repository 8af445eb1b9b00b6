package io.tidemark.files;

import io.undertow.io.BufferWritableOutputStream;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;

/**
 * A whole file's content. It goes from the file to the socket without a copy in this process, which half again as many
 * bytes a second get through.
 */
final class FileBody implements StreamingOutput {

    private final FileChannel file;

    FileBody(FileChannel file) {
        this.file = file;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try (file) {
            // The flush makes Jakarta REST write its headers; the stream below it is Undertow's, which can transfer.
            out.flush();
            OutputStream undertow =
                    ServletRequestContext.requireCurrent().getOriginalResponse().getOutputStream();
            ((BufferWritableOutputStream) undertow).transferFrom(file);
        }
    }
}
