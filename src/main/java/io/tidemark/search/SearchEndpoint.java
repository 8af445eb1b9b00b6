package io.tidemark.search;

import io.tidemark.guard.Guard;
import io.tidemark.guard.Preconditions;
import io.tidemark.index.IndexedContents;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.MultistatusResponse;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.kernel.http.method.SEARCH;
import io.tidemark.kernel.memory.Pages;
import io.tidemark.kernel.xml.MultistatusWriter;
import io.tidemark.kernel.xml.Rfc5323;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlReader;
import io.tidemark.property.Listing;
import io.tidemark.property.Properties;
import io.tidemark.property.PropertyAnswer;
import io.tidemark.property.PropertyContext;
import io.tidemark.target.DavMethod;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** SEARCH (RFC 5323): by {@code DAV:basicsearch}, and what that can be asked for. */
@Path("{path: .*}")
@ApplicationScoped
public class SearchEndpoint implements DavMethod {

    /** Says until when the words of all contents are known, where words are looked for. */
    private static final String CONTENTS_KNOWN = "Tidemark-Contents-Known";

    @Inject
    private XmlReader xml;

    @Inject
    private Targets targets;

    @Inject
    private Guard guard;

    @Inject
    private SearchWalk walk;

    @Inject
    private IndexedContents contents;

    @Inject
    private Properties properties;

    @Inject
    private OwnOrigins origins;

    @Override
    public boolean answers(Target target) {
        return isSearched(target);
    }

    /** Whether there is something to find in a target. */
    static boolean isSearched(Target target) {
        return target instanceof FilesTarget files && files.isCollection() && files.isAtName();
    }

    /** Answers 207 with the results; and with 507 for the scope, when these are not all. */
    @SEARCH
    public Response search(@Context HttpServletRequest servlet) {
        DavRequest request = DavRequest.of(servlet);
        XmlElement body = xml.read(request.body());
        Target target = targets.existing(request.path(), VersionHeaders.NONE);
        if (!isSearched(target)) {
            throw DavException.methodNotAllowed();
        }
        guard.check(Preconditions.of(request), target);
        XmlElement query = query(body);
        BasicSearch reader = new BasicSearch(request, origins);
        if (body.is(Rfc5323.QUERY_SCHEMA_DISCOVERY)) {
            Target scope = scope(reader, BasicSearch.scope(query));
            return MultistatusResponse.of(multistatus -> QuerySchema.write(scope, multistatus))
                    .build();
        }
        SearchRequest asked = reader.parse(query);
        Target scope = scope(reader, BasicSearch.scope(query));
        Optional<Instant> known = asked.words().isEmpty() ? Optional.empty() : contents.knownUntil();
        Matches matches = walk.find(scope, asked);
        PropertyAnswer answer =
                properties.answer(asked.select(), request.prefer().minimal());
        Response.ResponseBuilder response =
                MultistatusResponse.of(multistatus -> write(scope, matches, answer, multistatus));
        known.ifPresent(until -> response.header(CONTENTS_KNOWN, until.truncatedTo(ChronoUnit.SECONDS)));
        return response.build();
    }

    private static XmlElement query(XmlElement body) {
        if (!body.is(Rfc5323.SEARCHREQUEST) && !body.is(Rfc5323.QUERY_SCHEMA_DISCOVERY)) {
            throw DavException.unprocessable("The body is no DAV:searchrequest.");
        }
        List<XmlElement> queries = body.children();
        if (queries.size() != 1 || !queries.get(0).is(Rfc5323.BASICSEARCH)) {
            throw DavException.of(422, Conditions.SEARCH_GRAMMAR_SUPPORTED);
        }
        return queries.get(0);
    }

    private Target scope(BasicSearch reader, XmlElement scope) {
        Target found = targets.of(reader.path(scope));
        if (!(found instanceof FilesTarget files) || !files.isMapped() || !files.isAtName()) {
            throw DavException.notFound();
        }
        return found;
    }

    private void write(Target scope, Matches matches, PropertyAnswer answer, MultistatusWriter multistatus) {
        boolean cut = matches.isCut();
        for (List<Target> page : Pages.of(matches.results(), Listing.PAGE)) {
            PropertyContext context = properties.context(page);
            for (Target target : page) {
                if (answer.isFull(multistatus)) {
                    cut = true;
                    break;
                }
                answer.write(target, context, multistatus);
            }
        }
        if (cut) {
            multistatus.response(scope.href(), 507, Conditions.NUMBER_OF_MATCHES_WITHIN_LIMITS);
        }
    }
}
