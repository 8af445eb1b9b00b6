package io.tidemark.report;

import io.tidemark.access.Roles;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.ContentType;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlWriter;
import io.tidemark.target.FixedCollection;
import io.tidemark.target.Target;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What principals hold: a report on {@code /principals/} (docs/protocol.md, Who holds what). Everybody is told of what is
 * one's own, administrators of everybody's. It is written as it is read, a page at a time.
 */
public abstract class HoldingsReport<T> implements Report {

    private static final List<String> PLACE = List.of("principals");
    private static final int PAGE = 200;

    @Inject
    private Caller caller;

    @Override
    public boolean isSupportedOn(Target target) {
        return target instanceof FixedCollection && target.path().segments().equals(PLACE);
    }

    /**
     * Answers 200.
     *
     * @throws DavException 422 for a {@code T:after} that no answer has had, 400 for a limit that is no number
     */
    @Override
    public Response answer(Target target, XmlElement body, DavRequest request) {
        HoldingsRequest asked = HoldingsRequest.parse(body);
        String after = asked.after().orElse(null);
        if (after != null && !isCursor(after)) {
            throw DavException.unprocessable("The list does not go on there.");
        }
        boolean all = caller.isIn(Roles.ADMIN);
        String whose = asked.user().orElse(all ? null : caller.name());
        boolean hidden = !all && !caller.name().equals(whose);
        StreamingOutput answer = out -> {
            try (XmlWriter xml = new XmlWriter(out).root(name())) {
                if (!hidden) {
                    write(whose, after, asked.limit(), xml);
                }
            }
        };
        return ContentType.set(Response.ok(), ContentType.XML).entity(answer).build();
    }

    private void write(@Nullable String whose, @Nullable String first, int limit, XmlWriter xml) {
        String after = first;
        int left = limit;
        while (left > 0) {
            int size = Math.min(PAGE, left);
            // One more than is written tells whether there are more.
            List<T> found = page(whose, after, size + 1);
            List<T> page = found.subList(0, Math.min(size, found.size()));
            page.forEach(one -> write(one, xml));
            if (found.size() <= size) {
                return;
            }
            after = cursor(page.get(size - 1));
            left -= size;
        }
        xml.element(Tidemark.NEXT, String.valueOf(after));
    }

    /**
     * A page of them.
     *
     * @param principal whose; null for everybody's
     * @param after the cursor that they come after; null for the first
     */
    protected abstract List<T> page(@Nullable String principal, @Nullable String after, int limit);

    /** Where a list goes on after one of them. */
    protected abstract String cursor(T one);

    /** Whether a text is such a place. */
    protected abstract boolean isCursor(String text);

    /** Writes one of them. */
    protected abstract void write(T one, XmlWriter xml);
}
