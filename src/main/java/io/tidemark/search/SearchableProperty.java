package io.tidemark.search;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.version.RevisionDetails;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** The properties that conditions and orders can be about; all are of the {@code DAV:} namespace. */
enum SearchableProperty {
    /** The name in the URL, whatever a client has set. */
    DISPLAYNAME(ValueType.TEXT),
    GETCONTENTLENGTH(ValueType.NUMBER),
    GETCONTENTTYPE(ValueType.TEXT),
    GETLASTMODIFIED(ValueType.TIME),
    CREATIONDATE(ValueType.TIME),
    AUTHOR(ValueType.TEXT),
    OWNER(ValueType.PRINCIPAL),
    REVISIONLABEL(ValueType.TEXT),
    REVISIONCOMMENT(ValueType.TEXT),
    ISVERSIONED(ValueType.TEXT);

    private final ValueType type;

    SearchableProperty(ValueType type) {
        this.type = type;
    }

    /**
     * The property that the {@code DAV:prop} in an element names.
     *
     * @throws DavException 422 {@code T:searchable-property} for another one
     */
    static SearchableProperty in(XmlElement element) {
        List<XmlElement> props = element.children(Rfc4918.PROP);
        if (props.size() != 1 || props.get(0).children().size() != 1) {
            throw DavException.unprocessable("A condition is about one property.");
        }
        QName name = props.get(0).children().get(0).name();
        return Arrays.stream(values())
                .filter(property -> property.qualified().equals(name))
                .findFirst()
                .orElseThrow(() -> DavException.of(422, Conditions.SEARCHABLE_PROPERTY));
    }

    /** The property's name. */
    QName qualified() {
        return new QName(Rfc4918.NAMESPACE, name().toLowerCase(Locale.ROOT));
    }

    /** What its values are. */
    ValueType type() {
        return type;
    }

    /** Its values; a revision may have several labels, and none has what is not there. */
    List<? extends Comparable<?>> of(Candidate candidate) {
        return switch (this) {
            case DISPLAYNAME -> List.of(candidate.target().path().name());
            case GETCONTENTLENGTH ->
                candidate.view().collection()
                        ? List.of()
                        : List.of(candidate.view().length());
            case GETCONTENTTYPE -> optional(candidate.view().type());
            case GETLASTMODIFIED -> List.of(candidate.modified().truncatedTo(ChronoUnit.SECONDS));
            case CREATIONDATE -> List.of(candidate.view().createdAt().truncatedTo(ChronoUnit.SECONDS));
            case OWNER -> List.of(candidate.view().owner());
            case ISVERSIONED -> List.of(candidate.view().versioning().enabled() ? "1" : "0");
            case AUTHOR, REVISIONLABEL, REVISIONCOMMENT -> ofRevision(candidate.details());
        };
    }

    private List<String> ofRevision(@Nullable RevisionDetails details) {
        if (details == null) {
            return List.of();
        }
        return switch (this) {
            case AUTHOR -> List.of(details.author());
            case REVISIONLABEL -> details.labels();
            default -> optional(details.comment());
        };
    }

    /** Whether only revisions have it. */
    boolean isOfRevisions() {
        return this == AUTHOR || this == REVISIONLABEL || this == REVISIONCOMMENT;
    }

    private static List<String> optional(@Nullable String value) {
        return value == null || value.isEmpty() ? List.of() : List.of(value);
    }
}
