package io.tidemark.kernel.http.method;

import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The MKCHECKINSET method: protocol, section 5.6. */
@Documented
@HttpMethod("MKCHECKINSET")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface MKCHECKINSET {}
