package io.tidemark.configuration;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.xml.ConfigurationDraft;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.target.Configuration.Inheritance;
import io.tidemark.target.Configuration.Kind;
import io.tidemark.target.ConfigurationPath;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What MKCONFIG is to make (protocol, section 5.2).
 *
 * @param parent what it is derived from
 * @param baseTime the time of the parent's state that it begins with, if the request names one
 */
record ConfigurationRequest(Kind kind, Optional<UUID> parent, Inheritance inheritance, Optional<Instant> baseTime) {

    private static final String PREFIX = "dav:";

    /**
     * Reads the body.
     *
     * @throws DavException 422 for another body or for a value that is none; 409 {@code basetime-without-auto}, or for a
     *     parent on another server
     */
    static ConfigurationRequest parse(XmlElement body, DavRequest request, OwnOrigins origins) {
        if (!body.is(ConfigurationDraft.CREATECONFIGURATION)) {
            throw DavException.unprocessable("The body is no DAV:createconfiguration.");
        }
        Kind kind = value(Kind.class, body.child(ConfigurationDraft.CONFIGURATIONTYPE))
                .orElseThrow(() -> DavException.unprocessable("The body names no type of configuration."));
        Inheritance inheritance = value(
                        Inheritance.class,
                        body.child(ConfigurationDraft.INHERITANCETYPE).or(() -> body.child(ConfigurationDraft.INHERIT)))
                .orElse(Inheritance.NONE);
        Optional<UUID> parent =
                body.child(ConfigurationDraft.DERIVEDFROM).map(element -> parent(element, request, origins));
        Optional<Instant> baseTime = body.child(ConfigurationDraft.BASETIME).map(ConfigurationRequest::time);
        if (baseTime.isPresent() && inheritance == Inheritance.AUTO) {
            throw DavException.of(409, Conditions.BASETIME_WITHOUT_AUTO);
        }
        return new ConfigurationRequest(kind, parent, parent.isEmpty() ? Inheritance.NONE : inheritance, baseTime);
    }

    private static UUID parent(XmlElement element, DavRequest request, OwnOrigins origins) {
        String url = element.child(Rfc4918.HREF).orElse(element).text().strip();
        return origins.path(url, request.host())
                .filter(path -> path.segments().size() == 2)
                .flatMap(ConfigurationPath::configuration)
                .orElseThrow(() -> DavException.of(409, Conditions.NO_SUCH_CONFIGURATION));
    }

    /** A word as text or as the name of an element, with {@code DAV:} before it or without. */
    private static <E extends Enum<E>> Optional<E> value(Class<E> type, Optional<XmlElement> element) {
        return element.map(found -> found.children().isEmpty()
                        ? found.text().strip()
                        : found.children().get(0).name().getLocalPart())
                .map(text -> value(type, text));
    }

    private static <E extends Enum<E>> E value(Class<E> type, String text) {
        String word = text.toLowerCase(Locale.ROOT).startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
        for (E value : type.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(word)) {
                return value;
            }
        }
        throw DavException.unprocessable("A word of the body is unknown: a type of configuration, or of inheritance.");
    }

    private static Instant time(XmlElement element) {
        try {
            return OffsetDateTime.parse(element.text().strip()).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException e) {
            throw DavException.unprocessable("The base time is no ISO 8601 time.");
        }
    }
}
