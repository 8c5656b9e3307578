// Actor (操作人): who acts, and for which posts on the day on which he acts.
#pragma once

#include <grid/domain/case_words.h>

#include <string>
#include <vector>

namespace grid::domain {

// What a person may be (岗位).
enum class Role : uint8_t {
  head,
  worker,
  assistant,
  clerk,
  handler,
  leader,
  hotline,
  auditor,
  admin,
};

template <>
struct Terms<Role> {
  static constexpr std::array<Term, 9> all{{{"head", "网格长", "grid head"},
                                            {"worker", "网格员", "grid worker"},
                                            {"assistant", "辅助员", "assistant"},
                                            {"clerk", "受理派遣员", "clerk"},
                                            {"handler", "承办人", "handler"},
                                            {"leader", "审批领导", "leader"},
                                            {"hotline", "回访员", "call-back agent"},
                                            {"auditor", "监督员", "auditor"},
                                            {"admin", "管理员", "administrator"}}};
};

// One assignment, valid on the day of the act.
struct Post {
  Role role = Role::worker;
  std::string area;  // empty: none
  std::string org;   // empty: none
};

struct Actor {
  std::string login;         // who acts (--as)
  std::string system_login;  // who is logged in
  bool admin = false;        // made the file, or holds a post as admin
  bool ladder = false;       // not a person: the ladder of the policy, run by system_login
  std::vector<Post> posts;
};

// The rules at work: nobody's post, under the login of whoever set them off.
inline Actor rules_at_work(const Actor& person) {
  return {person.login, person.system_login, false, true, {}};
}

}  // namespace grid::domain
