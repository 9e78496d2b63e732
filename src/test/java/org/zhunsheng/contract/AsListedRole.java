package org.zhunsheng.contract;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import org.zhunsheng.identity.LocalUsers;

/** Sends every REST Assured request as a user who holds the first role that the contract lists, unless the test says who asks. */
public final class AsListedRole implements QuarkusTestBeforeClassCallback, Filter {

    /** A header with this value is taken away again: the request has no token. */
    public static final String NOBODY = "nobody";

    @Override
    public void beforeClass(Class<?> test) {
        RestAssured.replaceFiltersWith(this);
    }

    @Override
    public Response filter(FilterableRequestSpecification request, FilterableResponseSpecification specification, FilterContext context) {
        String given = request.getHeaders().getValue("Authorization");
        if (NOBODY.equals(given)) {
            request.removeHeader("Authorization");
        } else if (given == null) {
            Contract.FILE.operation(request.getMethod(), URI.create(request.getURI()).getPath())
                    .filter(operation -> operation.definition().has("x-roles"))
                    .map(operation -> LocalUsers.holding(operation.definition().at("/x-roles/0").asText()))
                    .ifPresent(user -> request.header("Authorization", LocalUsers.bearer(user)));
        }
        return context.next(request, specification);
    }
}
