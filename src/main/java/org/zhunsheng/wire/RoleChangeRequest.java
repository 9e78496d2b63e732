package org.zhunsheng.wire;

/** A role that somebody is to get or to lose, by the names of the request; a system only where one is named. */
public record RoleChangeRequest(String action, String role, String subject, String system, String reason) {
}
