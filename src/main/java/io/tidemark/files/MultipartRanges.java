package io.tidemark.files;

import io.tidemark.kernel.http.ByteRanges.Slice;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** A {@code multipart/byteranges} body (RFC 7233, appendix A). */
final class MultipartRanges {

    private final List<Slice> slices;
    private final String partType;
    private final long total;
    private final String boundary = UUID.randomUUID().toString();

    MultipartRanges(List<Slice> slices, String partType, long total) {
        this.slices = slices;
        this.partType = partType;
        this.total = total;
    }

    String type() {
        return "multipart/byteranges; boundary=" + boundary;
    }

    /** The length of the body in bytes. */
    long length() {
        return slices.stream()
                        .mapToLong(slice -> head(slice).length + slice.length())
                        .sum()
                + tail().length;
    }

    /** The body, whose parts {@code content} writes. */
    StreamingOutput output(Function<Slice, BodySlice> content) {
        return out -> {
            for (Slice slice : slices) {
                out.write(head(slice));
                content.apply(slice).write(out);
            }
            out.write(tail());
        };
    }

    private byte[] head(Slice slice) {
        return ("\r\n--" + boundary + "\r\nContent-Type: " + partType + "\r\nContent-Range: "
                        + slice.contentRange(total) + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] tail() {
        return ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
