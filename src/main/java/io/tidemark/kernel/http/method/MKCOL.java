package io.tidemark.kernel.http.method;

import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The MKCOL method: RFC 4918, section 9.3, extended by RFC 5689. */
@Documented
@HttpMethod("MKCOL")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface MKCOL {}
