package yardstick;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** What this server can do when there is nothing to do: answer, find one row, insert one row. */
@Path("")
@ApplicationScoped
public class YardstickEndpoint {

    @Inject
    private YardstickService service;

    /** Nothing but JAX-RS. */
    @GET
    @Path("empty")
    public Response empty() {
        return Response.noContent().build();
    }

    /** JAX-RS, a session bean, its transaction, and one row by its key. */
    @GET
    @Path("rows/{key}")
    public Response find(@PathParam("key") long key) {
        return answer(service.find(key));
    }

    /** The same, outside a transaction. */
    @GET
    @Path("plain/{key}")
    public Response findOutside(@PathParam("key") long key) {
        return answer(service.findOutside(key));
    }

    /** The same, inserting one row with the request's body. */
    @POST
    @Path("rows/{key}")
    public Response insert(@PathParam("key") long key, byte[] body) {
        service.insert(key, body);
        return Response.status(201).build();
    }

    private static Response answer(YardstickRow row) {
        return row == null
                ? Response.status(404).build()
                : Response.ok(row.body(), "application/octet-stream").build();
    }
}
