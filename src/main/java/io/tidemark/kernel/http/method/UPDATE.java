package io.tidemark.kernel.http.method;

import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The UPDATE method: RFC 3253, section 7.1. */
@Documented
@HttpMethod("UPDATE")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface UPDATE {}
