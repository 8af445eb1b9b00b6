package io.tidemark.retention;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.XmlReader;
import io.tidemark.namespace.Ancestors;
import io.tidemark.namespace.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which policies count for a file: on each of its ways down from the root of the files, the nearest. */
@ApplicationScoped
class Policies {

    /** Whoever has a file at more names than this keeps it as it is. */
    private static final int MOST_WAYS = 20;

    @Inject
    private RetentionRepository repository;

    @Inject
    private Ancestors ancestors;

    @Inject
    private XmlReader xml;

    /** A file's policies, and where it is. */
    record Counting(List<Policy> policies, String path) {

        static final Counting NONE = new Counting(List.of(), "");
    }

    /** The policies of a file, which must agree before anything of it goes; none when one of its ways has none. */
    Counting of(UUID file) {
        List<Ancestors.Way> ways = new ArrayList<>();
        ancestors.anyWay(
                file, false, way -> way.top().equals(Resource.FILES) && ways.add(way) && ways.size() > MOST_WAYS);
        if (ways.isEmpty() || ways.size() > MOST_WAYS) {
            return Counting.NONE;
        }
        List<Policy> nearest = new ArrayList<>();
        for (Ancestors.Way way : ways) {
            Map<UUID, String> known = repository.policies(way.collections());
            for (int i = way.collections().size() - 1; i >= 0; i--) {
                String policy = known.get(way.collections().get(i));
                if (policy != null) {
                    nearest.add(parse(policy));
                    break;
                }
            }
        }
        return nearest.size() < ways.size()
                ? Counting.NONE
                : new Counting(nearest, "/files/" + String.join("/", ways.get(0).names()));
    }

    /** Reads what is stored of a policy. */
    private Policy parse(String stored) {
        try {
            return Policy.parse(xml.read(new ByteArrayInputStream(stored.getBytes(StandardCharsets.UTF_8))));
        } catch (DavException e) {
            throw new IllegalStateException("A stored policy is none", e);
        }
    }
}
