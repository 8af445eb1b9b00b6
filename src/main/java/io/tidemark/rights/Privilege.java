package io.tidemark.rights;

import io.tidemark.kernel.xml.Rfc3744;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;

/** What can be granted in a collection and everything below it (RFC 3744, section 3). */
public enum Privilege {
    /** To see that something is there, and to get it. */
    READ(1),
    /** To change it: contents, properties, members, locks, revisions. It is of no use without {@link #READ}. */
    WRITE(2),
    /** To see who may do what. */
    READ_ACL(4),
    /** To say who may do what. */
    WRITE_ACL(8);

    private final int bit;

    Privilege(int bit) {
        this.bit = bit;
    }

    /** The privilege's element. */
    public QName element() {
        return switch (this) {
            case READ -> Rfc3744.READ;
            case WRITE -> Rfc3744.WRITE;
            case READ_ACL -> Rfc3744.READ_ACL;
            case WRITE_ACL -> Rfc3744.WRITE_ACL;
        };
    }

    /** What it is for, in English. */
    public String description() {
        return switch (this) {
            case READ -> "See what is in the collection, and read it";
            case WRITE -> "Change contents, properties and members";
            case READ_ACL -> "See who may do what";
            case WRITE_ACL -> "Say who may do what";
        };
    }

    /** The privileges that it is made of, none of which can be granted by itself (RFC 3744, section 3.12). */
    public List<QName> parts() {
        return switch (this) {
            case READ -> List.of(Rfc3744.READ_CURRENT_USER_PRIVILEGE_SET);
            case WRITE -> List.of(Rfc3744.WRITE_PROPERTIES, Rfc3744.WRITE_CONTENT, Rfc3744.BIND, Rfc3744.UNBIND);
            case READ_ACL, WRITE_ACL -> List.of();
        };
    }

    /** The privileges that an element stands for: one, or all of them; empty when it is none that can be granted. */
    static Optional<Set<Privilege>> of(QName element) {
        return element.equals(Rfc3744.ALL)
                ? Optional.of(EnumSet.allOf(Privilege.class))
                : Arrays.stream(values())
                        .filter(privilege -> privilege.element().equals(element))
                        .findFirst()
                        .map(EnumSet::of);
    }

    /** Whether an element is a part of one of them. */
    static boolean isPart(QName element) {
        return Arrays.stream(values()).anyMatch(privilege -> privilege.parts().contains(element));
    }

    /** A set of them as the database keeps it: a bit for each. */
    static int bits(Set<Privilege> privileges) {
        return privileges.stream().mapToInt(privilege -> privilege.bit).sum();
    }

    /** The set that {@link #bits} wrote. */
    static Set<Privilege> of(int bits) {
        EnumSet<Privilege> privileges = EnumSet.noneOf(Privilege.class);
        for (Privilege privilege : values()) {
            if ((bits & privilege.bit) != 0) {
                privileges.add(privilege);
            }
        }
        return privileges;
    }
}
