package org.firebreak.platform.access;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.firebreak.platform.web.Page;
import org.firebreak.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts and roles over HTTP. */
@RestController
@RequestMapping("/api/v1")
class UserRoutes {

  private static final int MAX_ROLES = 200;

  private final Users users;
  private final Accounts accounts;

  UserRoutes(Users users, Accounts accounts) {
    this.users = users;
    this.accounts = accounts;
  }

  /**
   * A user to be made.
   *
   * @param service true for a program, which signs in by key; null = false
   */
  record NewUser(
      String username, String displayName, @Nullable Boolean service, List<Accounts.Grant> roles) {
    NewUser {
      check(displayName, roles);
    }
  }

  /** What may be changed of a user. */
  record UserChange(String displayName, boolean disabled, List<Accounts.Grant> roles) {
    UserChange {
      check(displayName, roles);
    }
  }

  /**
   * A user, and the password to hand over.
   *
   * @param oneTimePassword told only now; null for a service
   */
  record UserWithPassword(Accounts.Account user, @Nullable String oneTimePassword) {}

  private static void check(String displayName, List<Accounts.Grant> roles) {
    if (displayName.isBlank() || displayName.length() > 100) {
      throw new IllegalArgumentException("displayName must have 1 to 100 characters");
    }
    if (roles.size() > MAX_ROLES) {
      throw new IllegalArgumentException("A user has at most " + MAX_ROLES + " roles");
    }
  }

  @GetMapping("/users")
  @Permission("users:read")
  @Operation(summary = "Users, by name")
  Page<Accounts.Account> list(PageRequest page) {
    String after = page.isFirst() ? "" : page.keys(1).getFirst();
    return Page.of(
        accounts.list(after, page.limit() + 1), page, user -> List.of(user.username()), null);
  }

  @PostMapping("/users")
  @Permission("users:write")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Make a user; answers with a one-time password, told only now")
  UserWithPassword create(@RequestBody NewUser user, Caller caller) {
    String password =
        users.create(
            caller,
            user.username(),
            user.displayName(),
            Boolean.TRUE.equals(user.service()),
            user.roles());
    return new UserWithPassword(users.get(user.username()), password.isEmpty() ? null : password);
  }

  @PutMapping("/users/{username}")
  @Permission("users:write")
  @Operation(summary = "Change a user; ends the user's sessions")
  Accounts.Account update(
      @PathVariable String username, @RequestBody UserChange change, Caller caller) {
    return users.update(caller, username, change.displayName(), change.disabled(), change.roles());
  }

  @PostMapping("/users/{username}/one-time-password")
  @Permission("users:write")
  @Operation(summary = "Give a user a new one-time password, told only now")
  UserWithPassword resetPassword(@PathVariable String username, Caller caller) {
    String password = users.resetPassword(caller, username);
    return new UserWithPassword(users.get(username), password);
  }

  @GetMapping("/roles")
  @Permission("users:read")
  @Operation(summary = "Roles and what each allows")
  Page<Accounts.Role> roles() {
    return Page.all(accounts.roles());
  }
}
