package org.demandwright.rest;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The API's root. */
@ApplicationPath("/api/v1")
@DeclareRoles({Roles.ADMIN, Roles.PLANNER, Roles.API, Roles.VIEWER})
@OpenAPIDefinition(
    info =
        @Info(
            title = "Demandwright",
            version = "1",
            description =
                "Forecasts for ERPs. Lists come in pages: pass the cursor in `next` back as"
                    + " `cursor`. Errors are application/problem+json, with what to do in `detail`:"
                    + " 400 the request is wrong, 401 nobody is named, 403 the account may not, 404"
                    + " there is no such thing, 409 it contradicts the state of things, 412 what it"
                    + " rests on is not so any more, 413 more was sent than is taken at once, 429"
                    + " too many failed logins, 503 a database that it needs cannot be reached just"
                    + " now (`Retry-After` where waiting helps), 500 the server's failure, with an"
                    + " `errorId` that its log knows."),
    security = @SecurityRequirement(name = "basic"))
@SecurityScheme(
    securitySchemeName = "basic",
    type = SecuritySchemeType.HTTP,
    scheme = "basic",
    description = "Name and password of an account with every request; no session")
public class RestApplication extends Application {}
