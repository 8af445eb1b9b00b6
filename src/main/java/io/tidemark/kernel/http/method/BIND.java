package io.tidemark.kernel.http.method;

import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The BIND method: RFC 5842, section 4. */
@Documented
@HttpMethod("BIND")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BIND {}
