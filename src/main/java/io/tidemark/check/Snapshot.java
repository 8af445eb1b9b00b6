package io.tidemark.check;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** A copy of a database as it was at one moment, and a look at that very state. */
interface Snapshot extends AutoCloseable {

    /** Copies the database into the directory of a backup, to the disk. */
    void copyTo(Path directory) throws IOException, SQLException, InterruptedException;

    /** The state that was copied, to be checked; in a transaction that changes nothing. */
    Connection state() throws SQLException;

    @Override
    void close() throws SQLException;
}
