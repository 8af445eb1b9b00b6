package io.tidemark.harness;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldif.LDIFException;
import java.net.InetAddress;

/** An LDAP directory with the users and groups that the tests of access know. */
public final class Directory implements AutoCloseable {
    /** Where the users are. */
    public static final String USERS = "ou=people,dc=example,dc=org";

    /** Where the groups are. */
    public static final String GROUPS = "ou=groups,dc=example,dc=org";

    /** As whom Tidemark looks users up. */
    public static final String BIND_DN = "uid=tidemark,ou=services,dc=example,dc=org";

    public static final String BIND_PASSWORD = "directory-bind-password";

    private final InMemoryDirectoryServer server;

    private Directory(InMemoryDirectoryServer server) {
        this.server = server;
    }

    public static Directory start() throws LDAPException, LDIFException {
        var config = new InMemoryDirectoryServerConfig("dc=example,dc=org");
        config.setSchema(null);
        // Like a directory of a company, this one shows nothing to nobody.
        config.setAuthenticationRequiredOperationTypes(OperationType.SEARCH, OperationType.COMPARE);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("test", InetAddress.getLoopbackAddress(), 0, null));
        var server = new InMemoryDirectoryServer(config);
        server.add("dn: dc=example,dc=org", "objectClass: domain", "dc: example");
        for (String unit : new String[] {"people", "groups", "services"}) {
            server.add("dn: ou=" + unit + ",dc=example,dc=org", "objectClass: organizationalUnit", "ou: " + unit);
        }
        server.add("dn: " + BIND_DN, "objectClass: account", "uid: tidemark", "userPassword: " + BIND_PASSWORD);
        var directory = new Directory(server);
        for (String user : new String[] {"reader", "writer", "other", "admin", "stranger", "leaver"}) {
            directory.user(user);
        }
        directory.group("reader", "reader", "writer", "other", "admin", "leaver");
        directory.group("editors", "writer", "other", "admin", "leaver");
        directory.group("admin", "admin");
        server.startListening();
        return directory;
    }

    public String url() {
        return "ldap://127.0.0.1:" + server.getListenPort();
    }

    /** Takes a user out of a group. */
    public void leave(String user, String group) throws LDAPException {
        server.modify("cn=" + group + ',' + GROUPS, new Modification(ModificationType.DELETE, "member", dn(user)));
    }

    private void user(String name) throws LDAPException, LDIFException {
        server.add("dn: " + dn(name), "objectClass: person", "uid: " + name, "cn: " + name, "userPassword: " + name);
    }

    private void group(String name, String... members) throws LDAPException, LDIFException {
        server.add("dn: cn=" + name + ',' + GROUPS, "objectClass: groupOfNames", "cn: " + name);
        for (String member : members) {
            server.modify("cn=" + name + ',' + GROUPS, new Modification(ModificationType.ADD, "member", dn(member)));
        }
    }

    private static String dn(String user) {
        return "uid=" + user + ',' + USERS;
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
