// Errors as values. core/ throws nothing, prints nothing and never aborts: a function that can fail gives a Result,
// and whoever receives it handles the error exactly once.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace wsis {

/// What went wrong, for a person: the sentence names the thing and, where one exists, the remedy.
struct [[nodiscard]] Error {
  std::string message;
};

/// Either a value or an Error.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::move(value)) {}
  Result(Error error) : content_(std::move(error)) {}

  explicit operator bool() const { return std::holds_alternative<T>(content_); }

  /// The value. Call only when the Result holds one.
  T& operator*() { return *std::get_if<T>(&content_); }
  const T& operator*() const { return *std::get_if<T>(&content_); }
  T* operator->() { return std::get_if<T>(&content_); }
  const T* operator->() const { return std::get_if<T>(&content_); }

  /// The error. Call only when the Result holds one.
  const Error& error() const { return *std::get_if<Error>(&content_); }

 private:
  std::variant<T, Error> content_;
};

}  // namespace wsis
