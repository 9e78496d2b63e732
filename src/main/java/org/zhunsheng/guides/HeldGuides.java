package org.zhunsheng.guides;

import java.util.Optional;

/** The guide that is held of a year, if one is. */
@FunctionalInterface
public interface HeldGuides {

    HeldGuides NONE = (policy, year) -> Optional.empty();

    Optional<GuideEdition> of(String policy, int year);
}
