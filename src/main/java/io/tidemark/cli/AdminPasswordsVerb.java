package io.tidemark.cli;

import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tidemark admin app-passwords}. */
@Command(
        name = "app-passwords",
        description =
                "Lists app passwords: since when, until when, whose, what for. --end ID revokes one. That takes your own"
                        + " password, since an app password, as a login has one, has no power over others.")
final class AdminPasswordsVerb extends HoldingsVerb {

    @Option(names = "--password-stdin", description = "Read the password from standard input.")
    private boolean fromInput;

    @Override
    Session asker() throws IOException {
        Login login = logins().get(serverName());
        String password = surroundings().password(fromInput, "Password of " + Output.shown(login.user()));
        return new Session(
                new Login(login.name(), login.url(), login.user(), password, login.credential()),
                new Memory(surroundings().state()));
    }

    @Override
    String report() {
        return "app-passwords";
    }

    @Override
    String element() {
        return "app-password";
    }

    @Override
    String name(Session session, Node password) {
        String href = password.href("location");
        return href.substring(href.lastIndexOf('/') + 1);
    }

    @Override
    Map<String, Object> object(Session session, Node password) {
        return Output.object(
                "id", name(session, password),
                "user", password.text("user"),
                "name", password.text("name"),
                "created", password.text("created"),
                "expires", password.text("expires"),
                "lastUsed", password.text("last-used"),
                "path", password.text("href"),
                "readOnly", password.has("read-only"),
                "browser", password.has("session"));
    }

    @Override
    String line(Session session, Node password) {
        String path = password.text("href");
        return String.format(
                "%s  %-19s  %-19s  %-10s  %s%s%s%s",
                name(session, password),
                time(password.text("created")),
                time(password.text("expires")),
                Output.shown(password.text("user")),
                Output.shown(password.text("name")),
                password.has("session") ? "  browser" : "",
                password.has("read-only") ? "  read-only" : "",
                path.isEmpty() ? "" : "  " + session.shown(path));
    }

    @Override
    Ask ending(Session session, Node password) {
        return new Ask("DELETE", session.at(password.href("location")), "the app password");
    }
}
