package io.tidemark.namespace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Checks what foreign keys would: the tables that every upload writes to have none (docs/schema.md). */
public final class ReferenceCheck {

    private static final Map<String, String> BROKEN = new LinkedHashMap<>();

    static {
        BROKEN.put(
                "members are in collections that are not there",
                "member m left join resource r on r.id = m.collection_id where r.id is null");
        BROKEN.put(
                "members map resources that are not there",
                "member m left join resource r on r.id = m.resource_id"
                        + " where m.resource_id is not null and r.id is null");
        BROKEN.put(
                "resources lack the revision that they show",
                "resource r left join revision v on v.resource_id = r.id and v.number = r.revision_number"
                        + " where v.number is null");
        BROKEN.put(
                "revisions are of resources that are not there",
                "revision v left join resource r on r.id = v.resource_id where r.id is null");
        BROKEN.put(
                "revisions have contents that are not there",
                "revision v left join content c on c.hash = v.content_hash and c.stored_at = v.content_stored_at"
                        + " where v.content_hash is not null and c.hash is null");
        BROKEN.put(
                "revisions have properties that are not there",
                "revision v left join property_set s on s.id = v.property_set_id"
                        + " where v.property_set_id is not null and s.id is null");
    }

    private final Connection connection;

    /** A check on a connection, in its transaction. */
    public ReferenceCheck(Connection connection) {
        this.connection = connection;
    }

    /** Runs the check; tells {@code findings} what is wrong, in sentences. */
    public void run(Consumer<String> findings) throws SQLException {
        for (Map.Entry<String, String> broken : BROKEN.entrySet()) {
            try (PreparedStatement statement =
                            connection.prepareStatement("select count(*) from " + broken.getValue());
                    ResultSet row = statement.executeQuery()) {
                row.next();
                if (row.getLong(1) > 0) {
                    findings.accept("%d %s.".formatted(row.getLong(1), broken.getKey()));
                }
            }
        }
    }

    /** The paths at which files with a body are shown, at most so many; none when all that have it are deleted. */
    public List<String> pathsOf(byte[] contentHash, int limit) throws SQLException {
        List<String> paths = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("select m.collection_id, m.name from content c"
                + " join revision v on v.content_stored_at = c.stored_at and v.content_hash = c.hash"
                + " join member m on m.resource_id = v.resource_id where c.hash = ? fetch first " + limit
                + " rows only")) {
            statement.setBytes(1, contentHash);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    path(rows.getObject(1, UUID.class), rows.getString(2)).ifPresent(paths::add);
                }
            }
        }
        return paths;
    }

    private Optional<String> path(UUID collection, String name) throws SQLException {
        List<String> names = new ArrayList<>(List.of(name));
        UUID at = collection;
        try (PreparedStatement above = connection.prepareStatement(
                "select collection_id, name from member where resource_id = ? order by id fetch first 1 rows only")) {
            while (!at.equals(Resource.FILES)) {
                above.setObject(1, at);
                try (ResultSet row = above.executeQuery()) {
                    if (!row.next()) {
                        return Optional.empty();
                    }
                    at = row.getObject(1, UUID.class);
                    names.add(row.getString(2));
                }
            }
        }
        Collections.reverse(names);
        return Optional.of("/files/" + String.join("/", names));
    }
}
