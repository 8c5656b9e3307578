// The damage table: every rule that a CSV can show, one row each.
#include <doctest/doctest.h>

#include "register_office.h"

using namespace grid;
using namespace grid::codec;
using Texts = std::vector<std::string>;

namespace {

// One row with these cells beside a name and a household.
ReadRow one(const std::string& headings, const std::string& cells,
            domain::RelationCodes relations = domain::RelationCodes::unset) {
  const ReadFile file = read_register(
      "姓名,户号,社区," + headings + "\n张三,1,鸡鸣山," + cells + "\n", {}, "", relations);
  REQUIRE(file.problem == "");
  REQUIRE(file.rows.size() == 1);
  return file.rows[0];
}

const std::string good = "330782199001021234";  // 1990-01-02, male

}  // namespace

TEST_CASE("identity numbers: what is repaired, warned of, refused") {
  struct Row {
    const char* cell;
    const char* code;
    const char* number;
    const char* repair;
    const char* warning;
  };
  const Row rows[] = {
      {"330782199001021234", "", "330782199001021234", "", ""},
      {"3.30782E+17", "id.scientific", "", "", ""},
      {"330782199001021000", "id.truncated", "", "", ""},
      {"330782199001021235", "id.checksum", "", "", ""},
      {"33078219900102123", "id.length", "", "", ""},
      {"'330782199001021234", "", "330782199001021234", "text.apostrophe", ""},
      {"330782 19900102 1234", "", "330782199001021234", "text.spaces", ""},
      {"\u00a0330782199001021234", "", "330782199001021234", "text.spaces", ""},
      {"\u200b330782199001021234\u3000", "", "330782199001021234", "text.spaces", ""},
      {"３３０７８２１９９００１０２１２３４", "", "330782199001021234", "text.full_width", ""},
      {"33078219900104003Ｘ", "", "33078219900104003X", "text.full_width", ""},
      {"33078219900104003x", "", "33078219900104003X", "text.letters", ""},
      {"33078219900104003Х", "", "33078219900104003X", "text.letters", ""},  // Cyrillic
      {"330782-19900102-1234", "", "330782199001021234", "text.spelling", ""},
      {"330782900102123", "", "330782199001021234", "id.fifteen_digits", "id.fifteen_digits"},
      {"", "", "", "", "id.missing"},
      {"无", "", "", "", "id.missing"},
      {"未办理", "", "", "", "id.missing"},
      {"0", "", "", "", "id.missing"},
      {"810000199108201237", "", "810000199108201237", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.cell);
    const ReadRow read = one("身份证号", row.cell);
    CHECK(read.code == row.code);
    if (!read.code.empty()) {
      CHECK(read.field == "id_no");
      continue;
    }
    CHECK(read.person().id_no == row.number);
    CHECK(read.repairs == (*row.repair == '\0' ? Texts{} : Texts{row.repair}));
    CHECK(read.warnings == (*row.warning == '\0' ? Texts{} : Texts{row.warning}));
  }
}

TEST_CASE("the kind of document") {
  CHECK(one("证件类型,证件号码", "护照,E12345678").person().id_kind == domain::IdKind::passport);
  CHECK(one("证件类型,证件号码", ",E12345678").person().id_kind == domain::IdKind::passport);
  CHECK(one("证件类型,证件号码", "居民身份证," + good).person().id_kind ==
        domain::IdKind::resident_id);
  CHECK(one("证件类型,证件号码", "居民身份证,E12345678").code != "");
  CHECK(one("证件类型,证件号码", "图书证,123456").code == "id_kind.unknown");
}

TEST_CASE("the number wins over birth and sex, with a warning") {
  struct Row {
    const char* cells;
    const char* birth;
    const char* sex;
    Texts warnings;
    Texts repairs;
  };
  const Row rows[] = {
      {"1990-01-02,男", "1990-01-02", "1", {}, {}},
      {"1990-01-03,男", "1990-01-02", "1", {"birth.conflict"}, {}},
      {"1990-01-02,女", "1990-01-02", "1", {"sex.conflict"}, {}},
      {"1990.01,男", "1990-01-02", "1", {}, {"date.spelling"}},
      {"1990年1月2日,1", "1990-01-02", "1", {}, {"date.spelling"}},
      {"1990-02-30,男", "1990-01-02", "1", {"date.impossible"}, {}},
      {",", "1990-01-02", "1", {}, {}},
      {"32875,0", "1990-01-02", "1", {}, {"date.spelling"}},
      {"1990-01-02,某", "1990-01-02", "1", {"sex.unknown"}, {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.cells);
    const ReadRow read = one("身份证号,出生日期,性别", good + "," + row.cells);
    REQUIRE(read.code == "");
    CHECK(read.person().birth == row.birth);
    CHECK(read.person().sex == row.sex);
    CHECK(read.warnings == row.warnings);
    CHECK(read.repairs == row.repairs);
  }
  // Without a number the cells are all there is.
  CHECK(one("出生日期,性别", "1990.01,女").person().birth == "1990-01");
  CHECK(one("出生日期,性别", "1990.01,女").person().sex == "2");
  CHECK(one("出生日期,性别", "1990-02-30,女").code == "date.impossible");
  CHECK(one("出生日期,性别", "乱写,女").code == "date.format");
  CHECK(one("出生日期,性别", "1990,某").code == "sex.unknown");
}

TEST_CASE("names") {
  const auto name = [](const char* cell) {
    return read_register(fmt::format("姓名,户号,性别\n\"{}\",1,男\n", cell)).rows.at(0);
  };
  CHECK(name("张 三").person().name == "张三");
  CHECK(name("张\u3000三").repairs == Texts{"text.spaces"});
  CHECK(name("阿依古丽•艾尼瓦尔").person().name == "阿依古丽·艾尼瓦尔");
  CHECK(name("阿依古丽．艾尼瓦尔").person().name == "阿依古丽·艾尼瓦尔");
  CHECK(name("阿依古丽・艾尼瓦尔").repairs == Texts{"name.dot"});
  CHECK(name("阿依古丽·艾尼瓦尔").repairs.empty());
  CHECK(name("JOHN SMITH").person().name == "JOHN SMITH");
  CHECK(name("张?").warnings == Texts{"name.question_mark", "id.missing"});
  CHECK(name("张\uE123").warnings == Texts{"name.private_use", "id.missing"});
  CHECK(name("").code == "field.required");
  CHECK(name("\u3000").code == "field.required");
}

TEST_CASE("the kind of household") {
  CHECK(one("户别", "集体户").code == "");
  CHECK(one("户别", "大户").code == "household_kind.unknown");
}

TEST_CASE("phones") {
  CHECK(one("联系电话", "13800000000").person().phone == "13800000000");
  CHECK(one("联系电话", "13800000000/14000000001").person().phone == "13800000000/14000000001");
  CHECK(one("联系电话", "13800000000、14000000001").person().phone == "13800000000/14000000001");
  CHECK(one("联系电话", "13800000000 14000000001").person().phone == "13800000000/14000000001");
  CHECK(one("联系电话", "138 0000 0000").person().phone == "13800000000");
  CHECK(one("联系电话", "１３８００００００００").person().phone == "13800000000");
  CHECK(one("联系电话,手机", "0579-85550000,13800000000").person().phone ==
        "057985550000/13800000000");
  CHECK(one("联系电话,手机", "13800000000,13800000000").person().phone == "13800000000");
  CHECK(one("联系电话", "1.38E+10").code == "phone.scientific");
  CHECK(one("联系电话", "12").code == "phone.format");
  CHECK(one("联系电话", "无").person().phone == "");
  CHECK(one("联系电话", "138 0000 0000").repairs == Texts{"phone.spelling"});
}

TEST_CASE("codes") {
  const ReadRow row =
      one("民族,国籍,政治面貌,学历,婚姻状况,与户主关系,性别", "汉,中国,中共党员,大专,已婚,户主,男");
  REQUIRE(row.code == "");
  CHECK(row.person().ethnic == "01");
  CHECK(row.person().nationality == "CHN");
  CHECK(row.person().politics == "01");
  CHECK(row.person().education == "30");
  CHECK(row.person().marriage == "20");
  CHECK(row.entry.residence.relation == "02");
  CHECK(one("民族", "不是民族").code == "ethnic.unknown");
  CHECK(one("与户主关系", "某某").code == "relation.unknown");
  CHECK(one("与户主关系", "2").code == "relation.ambiguous");
  CHECK(one("与户主关系", "2", domain::RelationCodes::gbt4761).entry.residence.relation == "20");
  CHECK(
      one("与户主关系,性别", "2,女", domain::RelationCodes::census2020).entry.residence.relation ==
      "30");
  CHECK(one("与户主关系", "0", domain::RelationCodes::census2020).entry.residence.relation == "02");
}

TEST_CASE("residence: kind, whether it is where the person is registered, vacancy") {
  using domain::ResidenceKind;
  struct Row {
    const char* headings;
    const char* cells;
    std::optional<ResidenceKind> kind;
    std::optional<bool> consistent;
    std::optional<bool> vacant;
  };
  const Row rows[] = {
      {"人员类别", "户籍人口", ResidenceKind::registered, {}, {}},
      {"人员类别", "常住人口", ResidenceKind::permanent, {}, {}},
      {"人口类型", "流动人口", ResidenceKind::floating, {}, {}},
      {"人口类型", "寄住人口", ResidenceKind::lodging, {}, {}},
      {"人口类型", "境外人员", ResidenceKind::foreign, {}, {}},
      {"人员类别", "人户分离", ResidenceKind::registered, false, {}},
      {"人户一致标识", "是", {}, true, {}},
      {"人户一致标识", "0", {}, false, {}},
      {"人户分离", "是", {}, false, {}},
      {"人户分离", "否", {}, true, {}},
      {"人户状态", "空挂户", {}, false, true},
      {"是否空挂", "否", {}, {}, false},
      {"人员类别,人户分离", "户籍人口,是", ResidenceKind::registered, false, {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.headings);
    CAPTURE(row.cells);
    const ReadRow read = one(row.headings, row.cells);
    REQUIRE(read.code == "");
    CHECK(read.entry.residence.kind == row.kind);
    CHECK(read.entry.residence.consistent == row.consistent);
    CHECK(read.entry.household->vacant == row.vacant);
  }
  CHECK(one("人员类别", "别的").code == "residence.unknown");
  CHECK(one("居住状态", "出租").warnings == Texts{"id.missing", "consistent.unknown"});
}

TEST_CASE("who lives elsewhere does not move the household") {
  const ReadRow apart = one("人员类别,住址,户籍地址", "人户分离,外地,本地一号");
  CHECK(apart.entry.household->address == "本地一号");
  CHECK(apart.entry.residence.address == "外地");
}

TEST_CASE("tags: words, remarks and flags") {
  CHECK(one("低保,残疾,备注", "是,否,独居、空巢").person().tags == "独居 空巢 低保");
  CHECK(one("低保,残疾,备注", "√,二级,无").person().tags == "低保 残疾:二级");
  CHECK(one("标签", "电话未接 二类").person().tags == "电话未接 二类");
}

TEST_CASE("of remarks only lists of short words become tags") {
  struct Row {
    const char* cell;
    const char* tags;
  };
  const Row rows[] = {
      {"低保", "低保"},
      {"低保 独居", "低保 独居"},
      {"\"低保,出租户\"", "低保 出租户"},
      {"出租户；网约车司机", "出租户 网约车司机"},
      {"出租户", ""},
      {"\"电话未接\n下次再访\"", ""},
      {"\"电话未接、下次再到家里来看看\"", ""},
      {"=SUM(A1:A9)", ""},
      {"\"自称\"\"张\"\", 待核\"", ""},
      {"低保、13800000001", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.cell);
    const ReadRow read = one("备注", row.cell);
    CHECK(read.person().tags == row.tags);
    CHECK(read.warnings ==
          (*row.tags == '\0' ? Texts{"id.missing", "remark.left_out"} : Texts{"id.missing"}));
  }
  // Told once a file.
  const ReadFile file = read_register("姓名,户号,备注\n张三,1,电话未接\n李四,2,电话未接\n");
  CHECK(file.rows[1].warnings == Texts{"id.missing"});
}

TEST_CASE("floating people: reason, origin, permit, dates, kind of dwelling") {
  const ReadRow row =
      one("流入原因,流入时间,流出地,居住证号,登记日期,到期日期,住所类型",
          "打工,2024年3月,河南省商丘市,'33078212345678901x,2024.3.5,2027-03-04,出租房");
  REQUIRE(row.code == "");
  CHECK(row.entry.residence.flow_reason == "01");
  CHECK(row.entry.residence.since == "2024-03");
  CHECK(row.entry.residence.origin == "河南省商丘市");
  CHECK(row.entry.residence.permit_no == "33078212345678901X");
  CHECK(row.entry.residence.registered_on == "2024-03-05");
  CHECK(row.entry.residence.permit_until == "2027-03-04");
  CHECK(row.entry.household->dwelling_kind == "出租房");
  CHECK(row.repairs == Texts{"date.spelling", "text.apostrophe", "date.spelling"});
  CHECK(one("流入原因", "看望朋友").code == "flow_reason.unknown");
  CHECK(one("居住证号", "3.30782E+17").code == "permit_no.scientific");
  CHECK(one("登记日期", "2030-01-01").code == "date.future");
  CHECK(one("死亡日期", "2025/12/31").person().died == "2025-12-31");
  CHECK(one("离开日期,离开原因", "2025-12-31,搬走").entry.residence.ended_by == "out");
  CHECK(one("离开原因", "不想住了").code == "ended_by.unknown");
}

TEST_CASE("the number that another system gives a person counts with that system's name") {
  const std::string text = "姓名,户号,人员编号\n张三,1, a17\n李四,2,\n王五,3,18\n";
  const ReadFile named = read_register(text, {}, "330782002005", {}, "综治平台");
  CHECK(named.rows[0].person().source == "综治平台");
  CHECK(named.rows[0].person().source_ref == "A17");
  CHECK(named.rows[1].person().source == "");
  const ReadFile nameless = read_register(text);
  CHECK(nameless.rows[0].person().source_ref == "");
  CHECK(nameless.rows[0].warnings == Texts{"id.missing", "source.unnamed"});
  CHECK(nameless.rows[2].warnings == Texts{"id.missing"});
  CHECK(read_register("姓名,户号,来源系统,人员编号\n张三,1,甲,1\n").rows[0].person().source ==
        "甲");
}

TEST_CASE("free text keeps its signs and loses what cannot be seen") {
  const auto address = [](const char* cell) {
    return one("住址", fmt::format("\"{}\"", cell)).entry.residence.address;
  };
  CHECK(address("一号（原住址）") == "一号（原住址）");
  CHECK(address("\u3000一号\u200b\n") == "一号");
  CHECK(address("商苑 3幢") == "商苑 3幢");
  CHECK(address("A座\tB 12") == "A座B 12");
  CHECK(address("'一号") == "一号");
}

TEST_CASE("a street as --area: rows that name a community in it need none") {
  const ReadFile file = read_register(
      "姓名,户号,社区,网格\n张三,1,商苑,\n李四,2,,\n王五,3,,330782002005001\n", {}, "330782002");
  CHECK(file.rows[0].entry.residence.community == "330782002006");
  CHECK(file.rows[1].code == "area.required");
  CHECK(file.rows[2].entry.residence.community == "330782002005");
}

TEST_CASE("areas and households") {
  CHECK(read_register("姓名,户号,社区\n张三,1,没有社区\n", {}, "").rows[0].code == "area.unknown");
  CHECK(read_register("姓名,户号,社区\n张三,1,\n", {}, "").rows[0].code == "area.required");
  const ReadRow grid = one("网格", "第八网格");
  CHECK(grid.code == "");
  CHECK(grid.warnings == Texts{"id.missing", "grid.unknown"});
  CHECK(grid.entry.household->area == "");
  CHECK(read_register("姓名,户号,社区\n张三,1.0E+15,鸡鸣山\n", {}, "").rows[0].code ==
        "household_no.scientific");
  CHECK(read_register("姓名,户号,社区\n张三,００１,鸡鸣山\n", {}, "").rows[0].entry.household->no ==
        "001");
  // A sheet that has no column of households is not told of for each row.
  const ReadRow loose = read_register("姓名,性别,社区\n张三,男,鸡鸣山\n", {}, "").rows[0];
  CHECK_FALSE(loose.entry.household);
  CHECK(loose.warnings == Texts{"id.missing"});
  CHECK(loose.entry.residence.community == "330782002005");
}

TEST_CASE("dates of a stay") {
  CHECK(one("流入时间,离开日期", "2020.5.1,2027-01-01").entry.residence.since == "2020-05-01");
  CHECK(one("流入时间,离开日期", "2020.5.1,2027-01-01").entry.residence.until == "2027-01-01");
  CHECK(one("流入时间", "2027-01-01").code == "date.future");
  CHECK(one("流入时间", "2020-13-01").field == "since");
}
