import io.tidemark.embedded.EmbeddedDriver;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Writers of the embedded database in a process that is killed, again and again. Each writer counts upwards, keeps its last
 * two hundred numbers in a table with an index, and says a number when it is committed. The next process compares.
 *
 * <p>Usage: java DatabaseKills ROUNDS DIRECTORY CLASSPATH.
 */
public final class DatabaseKills {

    private static final int WRITERS = 6;
    private static final int KEPT = 200;

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("write")) {
            write("jdbc:h2:file:" + Path.of(arguments[1]).resolve("kills") + ";LOCK_TIMEOUT=20000");
        } else {
            kill(Integer.parseInt(arguments[0]), Path.of(arguments[1]), arguments[2]);
        }
    }

    private static void kill(int rounds, Path directory, String classpath) throws Exception {
        long[] said = new long[WRITERS];
        Random random = new Random();
        for (int round = 1; round <= rounds; round++) {
            Process writer = new ProcessBuilder(
                            "java", "-Xmx128m", "-Dtidemark.db.reserve=1000000", "-cp", classpath, "DatabaseKills",
                            "write", directory.toString())
                    .redirectError(directory.resolve("errors").toFile())
                    .start();
            BufferedReader lines = new BufferedReader(new InputStreamReader(writer.getInputStream()));
            for (int i = 0; i < WRITERS; i++) {
                String line = lines.readLine();
                if (line == null || !line.contains(" ")) {
                    throw new IllegalStateException(Files.readString(directory.resolve("errors")));
                }
                long found = Long.parseLong(line.split(" ")[1]);
                if (found < said[i]) {
                    throw new IllegalStateException("Writer " + i + " had said " + said[i] + ", and there is " + found);
                }
            }
            Thread killer = new Thread(() -> {
                try {
                    TimeUnit.MILLISECONDS.sleep(100 + random.nextInt(3_000));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                // Unlike the process itself, its handle leaves open what is still to be read.
                writer.toHandle().destroyForcibly();
            });
            killer.start();
            for (String line = lines.readLine(); line != null && line.contains(" "); line = lines.readLine()) {
                String[] words = line.split(" ");
                said[Integer.parseInt(words[0])] = Long.parseLong(words[1]);
            }
            if (writer.waitFor() != 137) {
                throw new IllegalStateException(Files.readString(directory.resolve("errors")));
            }
            killer.join();
            if (round % 20 == 0) {
                long sum = 0;
                for (long each : said) {
                    sum += each;
                }
                System.out.printf("%d kills, %d commits, file %d KiB%n", round, sum,
                        Files.size(directory.resolve("kills.mv.db")) / 1024);
            }
        }
    }

    private static void write(String url) throws SQLException, InterruptedException {
        try (Connection connection = open(url); Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists counted (writer int primary key, number bigint)");
            statement.execute("create table if not exists kept (writer int, number bigint, place uuid, text varchar,"
                    + " primary key (writer, number))");
            statement.execute("create index if not exists kept_place on kept (place)");
            for (int i = 0; i < WRITERS; i++) {
                say(i, compare(connection, i));
            }
        }
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            new Thread(() -> {
                try (Connection connection = open(url)) {
                    count(connection, writer);
                } catch (SQLException e) {
                    e.printStackTrace();
                    System.exit(1);
                }
            }).start();
        }
    }

    /** The number at which a writer is. What it has kept must be the last of its numbers, by the table and by the index. */
    private static long compare(Connection connection, int writer) throws SQLException {
        long number = one(connection, "select coalesce(max(number), 0) from counted where writer = " + writer);
        long expected = Math.min(number, KEPT);
        String kept = " from kept where writer = " + writer;
        if (one(connection, "select count(*)" + kept) != expected
                || expected > 0 && one(connection, "select max(number)" + kept) != number
                || one(connection, "select count(*) from kept k where writer = " + writer
                                + " and exists (select 1 from kept p where p.place = k.place and p.number = k.number)")
                        != expected) {
            throw new IllegalStateException("What writer " + writer + " kept is not what it counted to: " + number);
        }
        return number;
    }

    private static void count(Connection connection, int writer) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement up = connection.prepareStatement(
                        "merge into counted using (select 1) on writer = ? when matched then update set number = number + 1"
                                + " when not matched then insert values (?, 1)");
                PreparedStatement keep = connection.prepareStatement("insert into kept"
                        + " select writer, number, random_uuid(), repeat('x', mod(number, 2000)) from counted where writer = ?");
                PreparedStatement drop = connection.prepareStatement(
                        "delete from kept where writer = ? and number = (select number from counted where writer = ?) - "
                                + KEPT)) {
            while (true) {
                up.setInt(1, writer);
                up.setInt(2, writer);
                up.execute();
                keep.setInt(1, writer);
                keep.execute();
                drop.setInt(1, writer);
                drop.setInt(2, writer);
                drop.execute();
                long number = one(connection, "select number from counted where writer = " + writer);
                connection.commit();
                say(writer, number);
            }
        }
    }

    private static void say(int writer, long number) {
        synchronized (System.out) {
            System.out.println(writer + " " + number);
            System.out.flush();
        }
    }

    private static long one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Connection open(String url) throws SQLException {
        Properties user = new Properties();
        user.put("user", "tidemark");
        user.put("password", "tidemark");
        return new EmbeddedDriver().connect(url, user);
    }
}
