package io.tidemark.kernel.http.method;

import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The LABEL method: RFC 3253, section 8.2. */
@Documented
@HttpMethod("LABEL")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface LABEL {}
