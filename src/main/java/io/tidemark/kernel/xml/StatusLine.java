package io.tidemark.kernel.xml;

/** The text of a {@code DAV:status} element: {@code HTTP/1.1 404 Not Found} (RFC 4918, section 14.28). */
final class StatusLine {

    private StatusLine() {}

    static String of(int status) {
        return switch (status) {
            case 200 -> "HTTP/1.1 200 OK";
            case 404 -> "HTTP/1.1 404 Not Found";
            default -> "HTTP/1.1 " + status + ' ' + phrase(status);
        };
    }

    private static String phrase(int status) {
        return switch (status) {
            case 201 -> "Created";
            case 204 -> "No Content";
            case 400 -> "Bad Request";
            case 403 -> "Forbidden";
            case 409 -> "Conflict";
            case 412 -> "Precondition Failed";
            case 422 -> "Unprocessable Content";
            case 423 -> "Locked";
            case 424 -> "Failed Dependency";
            case 502 -> "Bad Gateway";
            case 507 -> "Insufficient Storage";
            default -> "Status";
        };
    }
}
