package io.tidemark.guard;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method of a stateless bean that carries out an unsafe request. It is entered by one door, {@link WriteInterceptor}, which
 * repeats it, gives it its transaction, requires that the request was admitted, and settles what it stored.
 *
 * <p>Such a method has a parameter of type {@link Preconditions} and hands it to {@link Admission}.
 */
@Inherited
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Write {}
