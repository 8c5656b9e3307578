// Masking of personal data (脱敏): what is shown of it unless a purpose is given.
//
// Identity and permit numbers and telephones: so many characters at both ends as the policy says.
// Names: as the policy says. Of a birth date only the year: with sex and address the whole date
// would give back most of a masked number. Tags that tell of religion, health or an offence
// become "*". Of children under 14 names show no more than the surname, whatever the policy says,
// and numbers nothing (PIPL art. 28, 31). Addresses are shown: the work of a grid goes by them.
#pragma once

#include <grid/base/time.h>
#include <grid/domain/person.h>
#include <grid/domain/policy.h>

#include <string>
#include <string_view>

namespace grid::domain {

// The leading and trailing characters that are shown, a star for each one hidden. A text that
// would be shown whole, or nearly (two hidden characters or fewer), is hidden whole.
[[nodiscard]] std::string mask_ends(std::string_view text, ShownEnds shown);

// keep: the name; surname: its first character (复姓 too: never more than one), then stars.
[[nodiscard]] std::string mask_name(std::string_view name, NameMask shown);

// The same for somebody who has nothing to do with the matter: of names no more than the surname.
[[nodiscard]] Mask for_strangers(const Mask& shown);

// Masks a person and the spell with it, in place; `today` tells who is a child.
void mask(Person& person, Residence& residence, const Mask& shown, Date today);

// Born less than 14 years before; a birth date that is not known is no child's. Where only the
// year is known, who may be a child is taken for one.
[[nodiscard]] bool is_child(std::string_view birth, Date today);

// A tag that tells of religion, health, an offence or a petition: sensitive by itself.
[[nodiscard]] bool is_sensitive(std::string_view tag);

}  // namespace grid::domain
