#include <fmt/format.h>
#include <grid/store/digest.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace grid::store {

struct Sm3::Context {
  EVP_MD* digest = EVP_MD_fetch(nullptr, "SM3", nullptr);
  EVP_MD_CTX* state = EVP_MD_CTX_new();
  ~Context() {
    EVP_MD_CTX_free(state);
    EVP_MD_free(digest);
  }
};

Sm3::Sm3() : context_(std::make_unique<Context>()) {
  if (context_->digest == nullptr || context_->state == nullptr) {
    throw Failure(FailureKind::defect, problem("digest.sm3", "", "libcrypto offers no SM3"));
  }
}

Sm3::~Sm3() = default;

void Sm3::begin() {
  EVP_DigestInit_ex2(context_->state, context_->digest, nullptr);
}

void Sm3::add(std::string_view bytes) {
  EVP_DigestUpdate(context_->state, bytes.data(), bytes.size());
}

void Sm3::add(const sql::Blob& bytes) {
  EVP_DigestUpdate(context_->state, bytes.data(), bytes.size());
}

sql::Blob Sm3::finish() {
  sql::Blob out(digest_size);
  EVP_DigestFinal_ex(context_->state, out.data(), nullptr);
  return out;
}

sql::Blob sm3(std::string_view bytes) {
  Sm3 digest;
  digest.begin();
  digest.add(bytes);
  return digest.finish();
}

sql::Blob hmac_sm3(const sql::Blob& key, std::string_view bytes) {
  sql::Blob out(digest_size);
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  if (HMAC(EVP_sm3(), key.data(), static_cast<int>(key.size()), data, bytes.size(), out.data(),
           nullptr) == nullptr) {
    throw Failure(FailureKind::defect, problem("digest.sm3", "", "libcrypto offers no SM3"));
  }
  return out;
}

std::string hexadecimal(const sql::Blob& bytes) {
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const unsigned char byte : bytes) out += fmt::format("{:02x}", byte);
  return out;
}

}  // namespace grid::store
