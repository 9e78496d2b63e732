package org.zhunsheng.facts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What people call a fact, its unit, and the values it can sensibly have. Stands on the record component, so that no list beside it can drift. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Fact {

    /** The Chinese label. */
    String value();

    String unit() default "";

    /** Smallest and largest admitted number; empty means no limit. */
    String min() default "";

    String max() default "";

    /** What {@code {"none": true}} says of this fact ("从未进入"); empty where the caller cannot say it. */
    String none() default "";

    /** Whether it tells who somebody is: then it stands in the log under seal. */
    boolean personal() default false;
}
