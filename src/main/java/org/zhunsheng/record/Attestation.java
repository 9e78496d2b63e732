package org.zhunsheng.record;

/**
 * Says of what is kept whether it is still what was recorded. Triggers stop who uses the service's own account; whoever owns the database
 * gets past them, and a package is code that this service runs.
 */
public interface Attestation {

    /** Where nothing attests: in tools and tests that work on a database of their own. */
    Attestation NONE = digest -> Standing.ATTESTED;

    enum Standing { ATTESTED, ALTERED, NOT_YET }

    /** What is kept under this digest, sources and package. */
    Standing ofRuleBase(String digest);
}
