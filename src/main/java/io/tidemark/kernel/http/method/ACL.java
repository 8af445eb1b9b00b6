package io.tidemark.kernel.http.method;

import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The ACL method: RFC 3744, section 8.1. */
@Documented
@HttpMethod("ACL")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ACL {}
