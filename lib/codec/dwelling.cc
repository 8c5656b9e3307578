#include <grid/codec/dwelling.h>

#include <array>

namespace grid::codec {

namespace {

constexpr std::array<Column, 10> table{{
    {"community", "Community", "所属社区"},
    {"area", "Grid", "所属网格"},
    {"building", "Building", "楼栋"},
    {"unit", "Unit", "单元"},
    {"room", "Room", "室"},
    {"address", "Address", "地址"},
    {"dwelling_kind", "Dwelling", "住所类型"},
    {"households", "Households", "户数", nullptr, true},
    {"members", "Members", "人数", nullptr, true},
    {"household_nos", "Numbers", "户号"},
}};

}  // namespace

text::Record write_dwelling(const domain::Dwelling& dwelling) {
  text::Record record = text::make_record("dwelling");
  record.add("community", dwelling.community)
      .add_if("area", dwelling.area)
      .add_if("building", dwelling.building)
      .add_if("unit", dwelling.unit)
      .add_if("room", dwelling.room)
      .add_if("address", dwelling.address)
      .add_if("dwelling_kind", dwelling.kind)
      .add("households", static_cast<int64_t>(dwelling.households.size()))
      .add("members", dwelling.members)
      .add("household_nos", dwelling.households);
  return record;
}

Columns dwelling_columns() {
  return table;
}

}  // namespace grid::codec
