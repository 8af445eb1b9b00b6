package io.tidemark.kernel.http.method;

import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The SEARCH method: RFC 5323, section 2. */
@Documented
@HttpMethod("SEARCH")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SEARCH {}
