"""Invented people and numbers, shared by the three generators of this example.

Everything is made up: the names are drawn from common surnames and syllables, the phone numbers
lie in the 140 range (given to machines, not to subscribers), the identity numbers carry a right
check character but a random person behind it. No real register was read.
"""

import datetime
import random

ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
ID_CHECKS = "10X98765432"
USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
ORG_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)

# County codes: six of ten persons from the city itself, then its neighbours, then the country.
HOME_COUNTY = "330782"
NEAR_COUNTIES = ("330702", "330703", "330723", "330726", "330781", "330783", "330784")
FAR_COUNTIES = {
    "361102": "江西省上饶市信州区",
    "341225": "安徽省阜阳市阜南县",
    "340822": "安徽省安庆市怀宁县",
    "411621": "河南省周口市扶沟县",
    "522601": "贵州省黔东南州凯里市",
    "430102": "湖南省长沙市芙蓉区",
    "420106": "湖北省武汉市武昌区",
    "510107": "四川省成都市武侯区",
    "320106": "江苏省南京市鼓楼区",
    "350102": "福建省福州市鼓楼区",
}
NEAR_PLACES = {
    "330702": "浙江省金华市婺城区",
    "330703": "浙江省金华市金东区",
    "330723": "浙江省金华市武义县",
    "330726": "浙江省金华市浦江县",
    "330781": "浙江省金华市兰溪市",
    "330783": "浙江省金华市东阳市",
    "330784": "浙江省金华市永康市",
}

SURNAMES = (
    "王李张刘陈杨黄吴赵周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程"
    "吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万"
    "钱严楼骆朱虞喻季鲍盛童应"
)
# Syllables by the generation in which they were given.
MALE_OLD = "国建军志明德福根海永兴荣贵林生发祥宝庆忠"
FEMALE_OLD = "秀英兰珍芳梅凤桂香玉莲翠娟爱素菊仙月娥琴"
MALE_MID = "伟强磊勇斌涛鹏辉杰刚峰超波俊飞龙旭东平华"
FEMALE_MID = "丽敏静燕艳娜霞红玲婷莉萍慧洁晓琳雪倩颖蕾"
MALE_NEW = "子浩宇轩泽睿辰梓铭博文哲恒逸诚安佑晨皓天"
FEMALE_NEW = "欣怡诗涵雨萱梓语可馨若曦佳思彤悦瑶一诺然"
RARE_SYLLABLES = ("䶮", "𠮷", "㐱", "垚", "喆")  # outside GBK or nearly so: GB18030 is needed

FOREIGN_NAMES = (
    ("穆罕默德·阿里", "1", "也门"), ("艾哈迈德·哈桑", "1", "埃及"), ("拉杰什·库马尔", "1", "印度"),
    ("法蒂玛·优素福", "2", "约旦"), ("玛丽亚·桑托斯", "2", "巴西"), ("奥马尔·哈立德", "1", "伊拉克"),
    ("普丽娅·夏尔马", "2", "印度"), ("伊万·彼得罗夫", "1", "俄罗斯"), ("阿米娜·迪亚洛", "2", "塞内加尔"),
)

ESTATES = (
    "和悦苑", "东晖花园", "春晓公寓", "望江小区", "紫荆园", "安居新村", "青岩小区", "银桂苑", "商苑新村",
    "锦绣家园", "南山佳苑", "听雨轩", "桃源里", "五爱新村", "丹桂园", "清风里",
)
ROADS = (
    "江东中路", "江东南路", "宗泽东路", "南门街", "环城南路", "商苑路", "五爱路", "东洲路", "山口路", "学院路",
)


def id_check(first17: str) -> str:
    """Check character of a resident number (GB 11643)."""
    return ID_CHECKS[sum(w * int(d) for w, d in zip(ID_WEIGHTS, first17)) % 11]


def id_number(rng: random.Random, county: str, birth: datetime.date, sex: str) -> str:
    """A resident number; `sex` is 1 male or 2 female, and shows in the sequence's last digit."""
    while True:
        sequence = rng.randrange(1, 50) * 2 + (1 if sex == "1" else 0) + rng.choice((0, 100, 200))
        first17 = f"{county}{birth:%Y%m%d}{sequence:03d}"
        number = first17 + id_check(first17)
        # An end of 000 is what a spreadsheet leaves of a number; kept out of the sound rows.
        if not number.endswith("000"):
            return number


def org_check(body8: str) -> str:
    """Check character of the organisation code inside a credit code (GB 11714)."""
    total = sum(w * int(c, 36) for w, c in zip(ORG_WEIGHTS, body8))
    return {10: "X", 11: "0"}.get(11 - total % 11, str(11 - total % 11))


def uscc(category: str, county: str, body8: str) -> str:
    """A unified social credit code (GB 32100): 2 characters of category, county, body, checks."""
    first17 = category + county + body8 + org_check(body8)
    total = sum(pow(3, i, 31) * USCC_ALPHABET.index(c) for i, c in enumerate(first17))
    return first17 + USCC_ALPHABET[(31 - total % 31) % 31]


def phone(rng: random.Random) -> str:
    return f"140{rng.randrange(10**8):08d}"


def given_name(rng: random.Random, sex: str, birth_year: int) -> str:
    if birth_year < 1970:
        syllables = MALE_OLD if sex == "1" else FEMALE_OLD
    elif birth_year < 2003:
        syllables = MALE_MID if sex == "1" else FEMALE_MID
    else:
        syllables = MALE_NEW if sex == "1" else FEMALE_NEW
    first = rng.choice(syllables)
    if rng.random() < 0.35 and birth_year < 2003:
        return first
    return first + rng.choice(syllables)


def full_name(rng: random.Random, sex: str, birth_year: int, surname: str | None = None) -> str:
    return (surname or rng.choice(SURNAMES)) + given_name(rng, sex, birth_year)


def birth_date(rng: random.Random, age: int, today: datetime.date) -> datetime.date:
    """A birth date of somebody who is `age` years old today."""
    return today - datetime.timedelta(days=int(age * 365.25) + 1 + rng.randrange(364))


def chinese_ordinal(n: int) -> str:
    """1 to 99 in Chinese numerals."""
    digits = "〇一二三四五六七八九"
    if n < 10:
        return digits[n]
    tens, ones = divmod(n, 10)
    return (digits[tens] if tens > 1 else "") + "十" + (digits[ones] if ones else "")


def short_name(community: str) -> str:
    """商苑社区居委会 is called 商苑社区, 候儿村委会 is called 候儿村."""
    for ending in ("居民委员会", "居委会"):
        if community.endswith(ending):
            return community.removesuffix(ending)
    return community.removesuffix("委会")
