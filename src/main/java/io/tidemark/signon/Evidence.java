package io.tidemark.signon;

/** What a request brings to show who sent it. The user's own tokens are not here: the container alone reads them. */
sealed interface Evidence {

    /** As what it is counted where it turns out to be wrong. */
    BasicCredentials counted();

    /** A name and a password, the user's own or an app password. */
    record Password(BasicCredentials counted) implements Evidence {}

    /**
     * The cookie of a browser that has signed in. Each has a counter of its own, so that one that has expired delays no
     * other at the same address.
     */
    record Session(String value) implements Evidence {

        private static final int SHOWN = 19;

        @Override
        public BasicCredentials counted() {
            return new BasicCredentials(value.substring(0, Math.min(SHOWN, value.length())), value);
        }

        /** The secret never shows where an object is printed. */
        @Override
        public String toString() {
            return "Session";
        }
    }

    /**
     * What an OpenID provider has handed to a browser for us (RFC 6749, section 4.1.3; RFC 7636, section 4.5).
     *
     * @param code what the provider exchanges for a token
     * @param verifier what only the browser knows that has asked for the code
     * @param redirectUri where the provider has sent the browser with it
     */
    record Code(String code, String verifier, String redirectUri) implements Evidence {

        @Override
        public BasicCredentials counted() {
            return new BasicCredentials("", code);
        }

        /** The code never shows where an object is printed. */
        @Override
        public String toString() {
            return "Code";
        }
    }
}
