package io.tidemark.target;

/**
 * A method of the protocol. Every endpoint says of itself where it answers; {@code Allow}, {@code Public} and
 * {@code DAV:supported-method-set} are made of what they say.
 */
public interface DavMethod {

    /** Whether the method answers at a target: with something else than 405. */
    boolean answers(Target target);
}
