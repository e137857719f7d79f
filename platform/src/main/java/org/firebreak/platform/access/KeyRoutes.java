package org.firebreak.platform.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.audit.AuditService;
import org.firebreak.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keys of programs over HTTP. */
@RestController
@RequestMapping("/api/v1/keys")
class KeyRoutes {

  private final Keys keys;
  private final Accounts accounts;
  private final AuditService audit;
  private final TransactionTemplate transaction;
  private final SecureRandom random;

  KeyRoutes(
      Keys keys,
      Accounts accounts,
      AuditService audit,
      TransactionTemplate transaction,
      SecureRandom random) {
    this.keys = keys;
    this.accounts = accounts;
    this.audit = audit;
    this.transaction = transaction;
    this.random = random;
  }

  /**
   * A key to be made.
   *
   * @param username the account it acts for: a service, or the caller
   * @param permissions what it may do, at most what the account may
   * @param expiresAt null = never
   */
  record NewKey(
      String name,
      String username,
      @ArraySchema(schema = @Schema(ref = "#/components/schemas/Permission"))
          Set<String> permissions,
      @Nullable Instant expiresAt) {
    NewKey {
      if (name.isBlank() || name.length() > 100) {
        throw new IllegalArgumentException("name must have 1 to 100 characters");
      }
      permissions = Set.copyOf(permissions);
    }
  }

  /** The new key's token, told only now. */
  record KeyToken(UUID id, String token) {
    @Override
    public String toString() {
      return "KeyToken[" + id + "]";
    }
  }

  @GetMapping
  @Permission("keys:write")
  @Operation(summary = "Keys in use")
  Page<Keys.KeyView> list() {
    return Page.all(keys.list());
  }

  @PostMapping
  @Permission("keys:write")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Make a key; answers with its token, told only now")
  KeyToken create(@RequestBody NewKey key, Caller caller) {
    Caller owner =
        accounts
            .findCaller(key.username())
            .orElseThrow(() -> new UserException("user-not-found", "There is no such account."));
    boolean service = accounts.find(key.username()).map(Accounts.Account::service).orElse(false);
    if (!service && !owner.username().equals(caller.username())) {
      throw new UserException("forbidden", "A key acts for a service or for yourself.");
    }
    if (!owner.permissions().containsAll(key.permissions())) {
      throw new UserException("key-permissions", "The account does not have these permissions.");
    }
    String token = Tokens.create(random);
    UUID id =
        transaction.execute(status -> {
          UUID made =
              keys.insert(
                  token,
                  key.name(),
                  key.username(),
                  key.permissions(),
                  false,
                  key.expiresAt(),
                  caller.username());
          audit.record(
              caller.username(),
              "key-created",
              key.username(),
              Map.of(
                  "key",
                  made.toString(),
                  "permissions",
                  String.join(",", new TreeSet<>(key.permissions()))));
          return made;
        });
    return new KeyToken(id, token);
  }

  @DeleteMapping("/{id}")
  @Permission("keys:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Revoke a key; it stops working at once")
  void revoke(@PathVariable UUID id, Caller caller) {
    if (!keys.revoke(id)) {
      throw new UserException("key-not-found", "There is no such key.");
    }
    audit.record(caller.username(), "key-revoked", id.toString(), Map.of());
  }
}
