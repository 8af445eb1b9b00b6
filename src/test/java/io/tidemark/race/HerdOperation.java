package io.tidemark.race;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** What writers do to one small tree, so that they meet often. */
enum HerdOperation {
    PUT(6) {
        @Override
        Request request(String tree, Random random) {
            return new Request("PUT", file(tree, random), Map.of(), "body " + random.nextInt());
        }
    },
    DELETE {
        @Override
        Request request(String tree, Random random) {
            return Request.of("DELETE", file(tree, random));
        }
    },
    PROPPATCH {
        @Override
        Request request(String tree, Random random) {
            return new Request(
                    "PROPPATCH",
                    file(tree, random),
                    Map.of(),
                    "<D:propertyupdate xmlns:D=\"DAV:\"><D:set><D:prop><D:displayname>" + random.nextInt()
                            + "</D:displayname></D:prop></D:set></D:propertyupdate>");
        }
    },
    COPY {
        @Override
        Request request(String tree, Random random) {
            return Request.to("COPY", file(tree, random), file(tree, random));
        }
    },
    MOVE {
        @Override
        Request request(String tree, Random random) {
            return Request.to("MOVE", file(tree, random), file(tree, random));
        }
    },
    BIND {
        @Override
        Request request(String tree, Random random) {
            return bind(folder(tree, random), "n" + random.nextInt(NAMES), file(tree, random));
        }
    },
    MKCOL(4) {
        @Override
        Request request(String tree, Random random) {
            return Request.of("MKCOL", folder(tree, random));
        }
    },
    REMOVE_COLLECTION {
        @Override
        Request request(String tree, Random random) {
            return Request.of("DELETE", folder(tree, random));
        }
    },
    COPY_COLLECTION {
        @Override
        Request request(String tree, Random random) {
            return Request.to("COPY", tree + "x/z/", tree + "y/z/");
        }
    },
    MOVE_COLLECTION {
        @Override
        Request request(String tree, Random random) {
            return random.nextBoolean()
                    ? Request.to("MOVE", tree + "x/", tree + "y/x/")
                    : Request.to("MOVE", tree + "y/x/", tree + "x/");
        }
    },
    BIND_COLLECTION {
        @Override
        Request request(String tree, Random random) {
            return bind(tree + "y/", "b", tree + "x/");
        }
    },
    /** A file where a collection was, or the other way round. */
    CHANGE_KIND {
        @Override
        Request request(String tree, Random random) {
            return random.nextBoolean()
                    ? Request.to("MOVE", file(tree, random), tree + "x/z")
                    : Request.to("MOVE", tree + "x/z/", tree + "n0");
        }
    };

    private static final int NAMES = 6;
    private static final List<String> FOLDERS = List.of("x/", "y/", "x/z/");

    /** How often it is chosen, so that the tree does not become bare. */
    private final int weight;

    HerdOperation() {
        this(1);
    }

    HerdOperation(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }

    /** A request to be sent. */
    record Request(String method, String path, Map<String, String> headers, String body) {
        static Request of(String method, String path) {
            return new Request(method, path, Map.of(), "");
        }

        /** The destination is a path, because it is to name the server that the request goes to. */
        static Request to(String method, String from, String to) {
            return new Request(method, from, Map.of("Destination", to), "");
        }
    }

    abstract Request request(String tree, Random random);

    /** The collections that a tree begins with. */
    static List<String> folders() {
        return FOLDERS;
    }

    private static String folder(String tree, Random random) {
        return tree + FOLDERS.get(random.nextInt(FOLDERS.size()));
    }

    private static String file(String tree, Random random) {
        return (random.nextInt(4) == 0 ? tree : folder(tree, random)) + "n" + random.nextInt(NAMES);
    }

    private static Request bind(String collection, String segment, String href) {
        return new Request(
                "BIND",
                collection,
                Map.of(),
                "<D:bind xmlns:D=\"DAV:\"><D:segment>%s</D:segment><D:href>%s</D:href></D:bind>"
                        .formatted(segment, href));
    }
}
