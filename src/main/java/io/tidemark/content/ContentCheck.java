package io.tidemark.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks every stored body: that it is there, and hashes to its address. It reads rows in the order of their hashes, and
 * leaves out those that the collector is about to delete.
 */
public final class ContentCheck {

    private static final int PAGE = 200;
    private static final int BUFFER = 256 * 1024;
    private static final String ROWS =
            "select hash, length, body from content where hash > ? and condemned_at is null order by hash fetch first "
                    + PAGE + " rows only";

    private final Connection connection;
    private final ContentStore store;
    private final BiConsumer<ContentHash, String> findings;

    /** A check that tells {@code findings} which body is wrong, and what is. */
    public ContentCheck(Connection connection, ContentStore store, BiConsumer<ContentHash, String> findings) {
        this.connection = connection;
        this.store = store;
        this.findings = findings;
    }

    private record Row(ContentHash hash, long length, byte @Nullable [] body) {}

    /**
     * Runs the check.
     *
     * @return how many bodies were looked at
     */
    public long run() throws SQLException, IOException {
        long count = 0;
        List<Row> page = page(new byte[0]);
        while (!page.isEmpty()) {
            for (Row row : page) {
                check(row).ifPresent(finding -> findings.accept(row.hash(), finding));
            }
            count += page.size();
            page = page(page.get(page.size() - 1).hash().bytes());
        }
        return count;
    }

    private List<Row> page(byte[] after) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
            statement.setBytes(1, after);
            try (ResultSet rows = statement.executeQuery()) {
                List<Row> page = new ArrayList<>();
                while (rows.next()) {
                    page.add(new Row(ContentHash.of(rows.getBytes(1)), rows.getLong(2), rows.getBytes(3)));
                }
                return page;
            }
        }
    }

    private Optional<String> check(Row row) throws IOException {
        Digests digests = new Digests(List.of());
        long length;
        if (row.body() != null) {
            digests.update(row.body(), 0, row.body().length);
            length = row.body().length;
        } else {
            try (FileChannel file = store.open(row.hash())) {
                length = read(file, digests);
            } catch (NoSuchFileException e) {
                return Optional.of("its file is missing");
            }
        }
        if (length != row.length()) {
            return Optional.of("it has %d bytes instead of %d".formatted(length, row.length()));
        }
        return digests.finish().equals(row.hash()) ? Optional.empty() : Optional.of("it is damaged");
    }

    private static long read(FileChannel file, Digests digests) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long length = 0;
        while (file.read(buffer) >= 0) {
            digests.update(buffer.array(), 0, buffer.position());
            length += buffer.position();
            buffer.clear();
        }
        return length;
    }
}
