package org.zhunsheng.record;

/** A rule base as it was in force, so that old decisions can be re-run with the rules that made them. */
public record StoredRuleBase(String digest, String policy, String engine, byte[] sources, byte[] compiled) {
}
