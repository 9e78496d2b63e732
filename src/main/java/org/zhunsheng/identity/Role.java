package org.zhunsheng.identity;

/** What a caller may be. Annotations name them as they stand here; a test holds every endpoint to the contract's x-roles. */
public enum Role {
    /** A calling system: evaluates, checks, reserves, and sees what it asked itself. */
    SYSTEM,
    /** Writes what rules follow from. */
    ANALYST,
    /** Approves what analysts wrote. */
    APPROVER,
    /** Reads everything and changes nothing. */
    AUDITOR,
    /** Grants roles, with another one. */
    SECURITY_ADMIN,
    /** Operates the service and sees none of its business. */
    SYSTEM_ADMIN
}
