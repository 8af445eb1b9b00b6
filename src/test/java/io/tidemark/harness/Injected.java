package io.tidemark.harness;

import jakarta.inject.Inject;
import java.lang.reflect.Field;

/** Does by hand what the container does, for a bean whose rules are tried without one. */
public final class Injected {

    private Injected() {}

    /**
     * Puts each of some objects where a bean has it injected.
     *
     * @throws AssertionError when the bean has no place for one
     */
    public static <T> T into(T bean, Object... dependencies) {
        for (Object dependency : dependencies) {
            boolean placed = false;
            for (Field field : bean.getClass().getDeclaredFields()) {
                if (field.isAnnotationPresent(Inject.class) && field.getType().isInstance(dependency)) {
                    set(field, bean, dependency);
                    placed = true;
                }
            }
            if (!placed) {
                throw new AssertionError(bean.getClass() + " has no place for " + dependency.getClass());
            }
        }
        return bean;
    }

    private static void set(Field field, Object bean, Object value) {
        try {
            field.setAccessible(true);
            field.set(bean, value);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
