package io.tidemark.property;

import io.tidemark.kernel.http.HttpDate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.xml.namespace.QName;

/**
 * {@code Win32LastModifiedTime}, by which Windows says when a file that it has just uploaded was modified, as others say it
 * with {@code X-OC-Mtime}. Sent later it is a property like any.
 */
final class Win32Time {

    /** Windows sends it in the request after the PUT. */
    static final Duration WINDOW = Duration.ofMinutes(1);

    private static final QName NAME = new QName("urn:schemas-microsoft-com:", "Win32LastModifiedTime");

    private Win32Time() {}

    /** The time that an update sets; empty when it sets none, or no time. */
    static Optional<Instant> of(PropertyUpdate update) {
        return update.instructions().stream()
                .filter(instruction ->
                        instruction.set() && instruction.property().is(NAME))
                .reduce((first, last) -> last)
                .flatMap(last -> HttpDate.parse(last.property().text()));
    }
}
