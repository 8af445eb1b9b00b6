package io.tidemark.kernel.error;

import jakarta.ejb.ApplicationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that is refused: the status to answer, and the condition that explains it where a specification names one.
 * Leaving a business method with it rolls the transaction back, so that a refused request changes nothing.
 */
@ApplicationException(rollback = true)
public final class DavException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient @Nullable Condition condition;
    private final transient List<MemberFailure> members;

    /**
     * A resource other than the request URL's that stopped the request.
     *
     * @param href its URL's path, percent-encoded
     */
    public record MemberFailure(
            String href, int status, @Nullable Condition condition) {}

    private DavException(int status, @Nullable Condition condition, String message, List<MemberFailure> members) {
        // A refusal is an answer, not a failure: nobody reads its stack, and filling it costs more than the request.
        super(message, null, false, false);
        this.status = status;
        this.condition = condition;
        this.members = members;
    }

    /** A refusal that needs no more than its status and a sentence for people. */
    public static DavException of(int status, String message) {
        return new DavException(status, null, message, List.of());
    }

    /** A refusal explained by a condition. */
    public static DavException of(int status, Condition condition) {
        return new DavException(status, condition, condition.name().getLocalPart(), List.of());
    }

    /** 207: other resources than the request URL's stopped the request (RFC 4918, section 13). Nothing is changed. */
    public static DavException multistatus(List<MemberFailure> members) {
        return new DavException(207, null, "Another resource stopped the request.", List.copyOf(members));
    }

    /** 400: the request is malformed. */
    public static DavException badRequest(String message) {
        return of(400, message);
    }

    /** 404: nothing is mapped at the request URL. */
    public static DavException notFound() {
        return of(404, "Nothing is mapped here.");
    }

    /** 405: the method does not apply to what the request URL names. */
    public static DavException methodNotAllowed() {
        return of(405, "The method does not apply to this resource.");
    }

    /** 409: the request needs a state that the namespace is not in. */
    public static DavException conflict(String message) {
        return of(409, message);
    }

    /** 412: a conditional header does not hold. */
    public static DavException preconditionFailed() {
        return of(412, "A condition of the request does not hold.");
    }

    /** 422: the body is well-formed XML, but not what the method takes (RFC 4918, section 11.2). */
    public static DavException unprocessable(String message) {
        return of(422, message);
    }

    /** The status code to answer. */
    public int status() {
        return status;
    }

    /** The resources that stopped the request, for a 207. */
    public List<MemberFailure> members() {
        return members;
    }

    /** The condition that explains the refusal, if a specification names one. */
    public @Nullable Condition condition() {
        return condition;
    }
}
