package io.tidemark.property;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** What a {@code DAV:propertyupdate} body wants done, in document order. */
public record PropertyUpdate(List<Instruction> instructions) {

    /** One property, to be set to the element's content or to be removed. */
    public record Instruction(boolean set, XmlElement property) {}

    /**
     * Reads the body of a PROPPATCH.
     *
     * @throws DavException 422 when it is none, or empty
     */
    public static PropertyUpdate parse(XmlElement body) {
        if (!body.is(Rfc4918.PROPERTYUPDATE)) {
            throw DavException.unprocessable("The body is no DAV:propertyupdate.");
        }
        PropertyUpdate update = of(body, true);
        if (update.instructions().isEmpty()) {
            throw DavException.unprocessable("The body changes nothing.");
        }
        return update;
    }

    /**
     * Reads the {@code DAV:set} children of an element, and the {@code DAV:remove} children if those are allowed there.
     *
     * @throws DavException 422 when one is not made as it must be
     */
    public static PropertyUpdate of(XmlElement parent, boolean removeAllowed) {
        List<Instruction> instructions = new ArrayList<>();
        for (XmlElement instruction : parent.children()) {
            boolean set = instruction.is(Rfc4918.SET);
            if (set || (removeAllowed && instruction.is(Rfc4918.REMOVE))) {
                XmlElement prop = instruction
                        .child(Rfc4918.PROP)
                        .orElseThrow(() -> DavException.unprocessable("An instruction has no DAV:prop."));
                prop.children().forEach(property -> instructions.add(new Instruction(set, property)));
            }
        }
        return new PropertyUpdate(List.copyOf(instructions));
    }
}
