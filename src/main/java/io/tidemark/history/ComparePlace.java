package io.tidemark.history;

import io.tidemark.kernel.http.DavPath;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * How far a comparison has come: everything up to these names, below what is compared, has been told. To clients it is
 * opaque.
 */
record ComparePlace(List<String> names) {

    private static final int MOST = 128 * 1024;

    /** Reads what {@link #toString} wrote; empty for anything else. */
    static Optional<ComparePlace> parse(String text) {
        if (text.isEmpty() || text.length() > MOST) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            String path = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return path.startsWith("/")
                    ? Optional.of(new ComparePlace(
                            path.length() == 1
                                    ? List.of()
                                    : List.of(path.substring(1).split("/", -1))))
                    : Optional.empty();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The name in a collection so far below that has been told, or gone into; empty for none. */
    String name(int depth) {
        return depth < names.size() ? names.get(depth) : "";
    }

    /** Whether a place comes after this one. */
    boolean isBefore(List<String> place) {
        for (int i = 0; i < Math.min(names.size(), place.size()); i++) {
            int order = DavPath.BY_CODE_POINT.compare(names.get(i), place.get(i));
            if (order != 0) {
                return order < 0;
            }
        }
        return names.size() < place.size();
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("/" + String.join("/", names)).getBytes(StandardCharsets.UTF_8));
    }
}
