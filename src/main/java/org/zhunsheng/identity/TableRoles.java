package org.zhunsheng.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** A token says who calls; what he may do stands in our table, whatever else the token claims. */
@Singleton
final class TableRoles implements SecurityIdentityAugmentor {

    private final Roles roles;

    TableRoles(Roles roles) {
        this.roles = roles;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        if (token.getSubject() == null || token.getSubject().isBlank()) {
            throw new AuthenticationFailedException("the token names nobody (sub)");
        }
        Held held = roles.of(new Holder(token.getIssuer(), token.getSubject()));
        QuarkusSecurityIdentity.Builder known = QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(token.getSubject()))
                .addAttribute(Caller.ISSUER, token.getIssuer())
                .addRoles(held.roles().stream().map(Role::name).collect(Collectors.toSet()));
        if (held.system() != null) {
            known.addAttribute(Caller.SYSTEM, held.system());
        }
        return Uni.createFrom().item(known.build());
    }
}
