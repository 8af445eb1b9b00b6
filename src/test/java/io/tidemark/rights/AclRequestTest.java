package io.tidemark.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.CredentialScope;
import io.tidemark.kernel.http.OwnOrigins;
import io.tidemark.kernel.xml.XmlElement;
import io.tidemark.kernel.xml.XmlReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AclRequestTest {
    private static final Grantee ADA = new Grantee(Grantee.Kind.USER, "ada");

    @Test
    void readsUsersGroupsAndEverybody() {
        assertThat(read(entry(href("/principals/users/ada"), "read")
                        + entry(href("http://dav.example/principals/groups/b%C3%BCro"), "write")
                        + entry("<D:authenticated/>", "read-acl")))
                .containsExactly(
                        new Grant(ADA, Set.of(Privilege.READ)),
                        new Grant(new Grantee(Grantee.Kind.GROUP, "büro"), Set.of(Privilege.WRITE)),
                        new Grant(Grantee.EVERYONE, Set.of(Privilege.READ_ACL)));
    }

    @Test
    void putsTheEntriesOfOneGranteeTogether() {
        assertThat(read(entry(href("/principals/users/ada"), "read") + entry(href("/principals/users/ada"), "write")))
                .containsExactly(new Grant(ADA, Set.of(Privilege.READ, Privilege.WRITE)));
    }

    @Test
    void takesAllForEverything() {
        assertThat(read(entry(href("/principals/users/ada"), "all")))
                .containsExactly(new Grant(ADA, EnumSet.allOf(Privilege.class)));
    }

    @Test
    void takesAListWithoutEntries() {
        assertThat(read("")).isEmpty();
    }

    @Test
    void takesAThousandEntriesAndNoMore() {
        assertThat(read(entries(1_000))).hasSize(1_000);
        refuses(entries(1_001), 403, "limited-number-of-aces");
    }

    @Test
    void refusesPrincipalsThatAreNone() {
        refuses(entry(href("/principals/users/"), "read"), 403, "recognized-principal");
        refuses(entry(href("/principals/app-passwords/ada"), "read"), 403, "recognized-principal");
        refuses(entry(href("/files/users/ada"), "read"), 403, "recognized-principal");
    }

    @Test
    void refusesEntriesThatGrantNothing() {
        assertThatThrownBy(() -> read("<D:ace><D:principal><D:all/></D:principal><D:grant/></D:ace>"))
                .isInstanceOfSatisfying(
                        DavException.class, e -> assertThat(e.status()).isEqualTo(422));
    }

    @Test
    void keepsPrivilegesAsBits() {
        for (Privilege privilege : Privilege.values()) {
            assertThat(Privilege.of(Privilege.bits(Set.of(privilege)))).containsExactly(privilege);
        }
        assertThat(Privilege.bits(EnumSet.allOf(Privilege.class))).isEqualTo(15);
    }

    private static void refuses(String entries, int status, String condition) {
        assertThatThrownBy(() -> read(entries)).isInstanceOfSatisfying(DavException.class, e -> {
            assertThat(e.status()).isEqualTo(status);
            assertThat(e).hasMessage(condition);
        });
    }

    private static String entries(int count) {
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < count; i++) {
            entries.append(entry(href("/principals/users/u" + i), "read"));
        }
        return entries.toString();
    }

    private static String entry(String principal, String privilege) {
        return "<D:ace><D:principal>%s</D:principal><D:grant><D:privilege><D:%s/></D:privilege></D:grant></D:ace>"
                .formatted(principal, privilege);
    }

    private static String href(String url) {
        return "<D:href>" + url + "</D:href>";
    }

    private static List<Grant> read(String entries) {
        XmlElement body = new XmlReader(1 << 20, 100, 10_000)
                .read(new ByteArrayInputStream(
                        ("<D:acl xmlns:D=\"DAV:\">" + entries + "</D:acl>").getBytes(StandardCharsets.UTF_8)));
        return AclRequest.read(body, new OwnOrigins(Optional.empty(), CredentialScope.EVERYWHERE), "dav.example");
    }
}
