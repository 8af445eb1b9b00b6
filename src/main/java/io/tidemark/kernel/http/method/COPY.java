package io.tidemark.kernel.http.method;

import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The COPY method: RFC 4918, section 9.8. */
@Documented
@HttpMethod("COPY")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface COPY {}
