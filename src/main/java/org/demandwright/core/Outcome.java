package org.demandwright.core;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A result, or the reason why there is none: one series fails alone and as data.
 *
 * @param <T> the type of the result
 */
public sealed interface Outcome<T> {

  /** The result. */
  record Ok<T>(T value) implements Outcome<T> {
    public Ok {
      Objects.requireNonNull(value, "value");
    }
  }

  /** The reason why there is no result. */
  record Failed<T>(Failure failure) implements Outcome<T> {
    public Failed {
      Objects.requireNonNull(failure, "failure");
    }
  }

  static <T> Outcome<T> ok(T value) {
    return new Ok<>(value);
  }

  static <T> Outcome<T> failed(Failure.Reason reason, Words words) {
    return new Failed<>(new Failure(reason, words));
  }

  static <T> Outcome<T> failed(Failure failure) {
    return new Failed<>(failure);
  }

  /** Applies {@code f} to the result and keeps a failure as it is. */
  default <R> Outcome<R> flatMap(Function<? super T, Outcome<R>> f) {
    if (this instanceof Ok<T> ok) {
      return f.apply(ok.value());
    }
    return new Failed<>(((Failed<T>) this).failure());
  }

  /** Applies {@code f} to the result and keeps a failure as it is. */
  default <R> Outcome<R> map(Function<? super T, R> f) {
    return flatMap(v -> ok(f.apply(v)));
  }

  default Optional<T> toOptional() {
    return this instanceof Ok<T> ok ? Optional.of(ok.value()) : Optional.empty();
  }

  default Optional<Failure> toFailure() {
    return this instanceof Failed<T> failed ? Optional.of(failed.failure()) : Optional.empty();
  }

  /** Returns the result, or throws with the failure's words; for tests and impossible failures. */
  default T orElseThrow() {
    if (this instanceof Ok<T> ok) {
      return ok.value();
    }
    throw new IllegalStateException(((Failed<T>) this).failure().toString());
  }
}
