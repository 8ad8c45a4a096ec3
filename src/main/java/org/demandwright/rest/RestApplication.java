package org.demandwright.rest;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.demandwright.security.Roles;

/** The API's root. */
@ApplicationPath("/api/v1")
@DeclareRoles({Roles.ADMIN, Roles.PLANNER, Roles.API, Roles.VIEWER})
public class RestApplication extends Application {}
