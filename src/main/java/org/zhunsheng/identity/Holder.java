package org.zhunsheng.identity;

/** Who holds roles: somebody as an issuer of tokens knows him. */
public record Holder(String issuer, String subject) {
}
