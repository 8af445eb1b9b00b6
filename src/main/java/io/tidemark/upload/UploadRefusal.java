package io.tidemark.upload;

import jakarta.ejb.ApplicationException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request about a resumable upload that is refused with a problem type of the draft's own
 * (draft-ietf-httpbis-resumable-upload, "Problem Types"). Leaving a business method with it rolls the transaction back.
 */
@ApplicationException(rollback = true)
public final class UploadRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String TYPES = "https://iana.org/assignments/http-problem-types#";

    private final int status;
    private final String type;
    private final long offset;
    private final transient Map<String, Long> members;

    private UploadRefusal(int status, String type, String title, long offset, Map<String, Long> members) {
        // As a DavException: nobody reads the stack of an answer.
        super(title, null, false, false);
        this.status = status;
        this.type = type;
        this.offset = offset;
        this.members = members;
    }

    /** 409: the client goes on elsewhere than where the upload ends. */
    static UploadRefusal mismatchingOffset(long expected, long provided) {
        Map<String, Long> offsets = new LinkedHashMap<>();
        offsets.put("expected-offset", expected);
        offsets.put("provided-offset", provided);
        return new UploadRefusal(
                409, "mismatching-upload-offset", "The upload goes on at another offset.", expected, offsets);
    }

    /** 410: the upload is complete. */
    static UploadRefusal completed(long offset) {
        return new UploadRefusal(410, "completed-upload", "The upload is complete already.", offset, Map.of());
    }

    /** 400: what the client says of the whole length does not go together. */
    static UploadRefusal inconsistentLength(long offset) {
        return new UploadRefusal(
                400,
                "inconsistent-upload-length",
                "The lengths that the upload is said to have do not go together.",
                offset,
                Map.of());
    }

    /** The status code to answer. */
    int status() {
        return status;
    }

    /** Where the upload goes on. */
    long offset() {
        return offset;
    }

    /** The answer's body, in JSON (RFC 9457). */
    String json() {
        StringBuilder json = new StringBuilder("{\"type\":\"" + TYPES + type + "\",\"title\":\"" + getMessage() + "\"");
        members.forEach(
                (name, value) -> json.append(",\"").append(name).append("\":").append(value));
        return json.append("}").toString();
    }
}
