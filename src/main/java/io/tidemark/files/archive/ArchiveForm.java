package io.tidemark.files.archive;

import io.tidemark.files.CollectionForm;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.Accept;
import io.tidemark.kernel.http.ContentType;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** GET of a collection as an archive of all that is below it and that the caller may read. */
@ApplicationScoped
public class ArchiveForm implements CollectionForm {

    private static final String PAGE_FOR_PEOPLE = "text/html";

    @Inject
    private Targets targets;

    @Inject
    private Bodies bodies;

    @Inject
    @ConfigProperty(name = "tidemark.archive.max-members", defaultValue = "1000000")
    private int maxMembers;

    /**
     * Answers 200 with a body that is written as the tree is read.
     *
     * @throws DavException 507 {@code too-many-members} for a larger tree, before anything is written
     */
    @Override
    public Optional<Response.ResponseBuilder> of(Target collection, Accept wanted, boolean withBody) {
        return wanted.names(PAGE_FOR_PEOPLE)
                ? Optional.empty()
                : wanted.firstOf(ArchiveFormat.types())
                        .map(ArchiveFormat::of)
                        .map(format -> answer(collection, format, withBody));
    }

    private Response.ResponseBuilder answer(Target collection, ArchiveFormat format, boolean withBody) {
        if (targets.countBelow(collection, maxMembers) > maxMembers) {
            throw DavException.of(507, Conditions.TOO_MANY_MEMBERS);
        }
        return ContentType.set(Response.ok(), format.type())
                .header("Content-Disposition", disposition(collection, format))
                .header("Vary", "Accept")
                .entity(withBody ? new TreeArchive(collection, format, targets, bodies) : null);
    }

    /** The name under which a client stores it (RFC 6266), for old clients in ASCII. */
    private static String disposition(Target collection, ArchiveFormat format) {
        String name =
                (collection.path().isRoot() ? "tidemark" : collection.path().name()) + format.ending();
        String ascii = name.replaceAll("[^A-Za-z0-9 ._()-]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}
