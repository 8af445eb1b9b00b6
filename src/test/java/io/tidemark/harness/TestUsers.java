package io.tidemark.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jboss.arquillian.container.spi.event.container.AfterStart;
import org.jboss.arquillian.core.api.annotation.Observes;

/**
 * Users besides those for trying out, again with their names as passwords: {@code other} is a second writer, {@code
 * flooder} a third, {@code stranger} has no role. The server reads its files of users again when they have changed.
 */
public class TestUsers {
    void add(@Observes AfterStart event) throws IOException, GeneralSecurityException {
        Path configuration = Path.of(System.getProperty("it.directory"), "server", "configuration");
        append(configuration.resolve("application-roles.properties"), "other=reader,writer\nflooder=reader,writer");
        append(
                configuration.resolve("application-users.properties"),
                "other=" + hash("other") + "\nflooder=" + hash("flooder") + "\nstranger=" + hash("stranger"));
    }

    private static String hash(String user) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("MD5").digest((user + ":Tidemark:" + user).getBytes(UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    private static void append(Path file, String lines) throws IOException {
        Files.writeString(file, "\n" + lines + "\n", StandardOpenOption.APPEND);
    }
}
