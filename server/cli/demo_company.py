"""The demonstration's company: stations, people, customers and what kinds of unit they run."""

from dataclasses import dataclass

PASSWORD = "truckroll-demo"  # noqa: S105 -- it is printed for everybody who starts the demonstration


@dataclass(frozen=True, slots=True)
class Station:
    """``lat_e7`` and ``lon_e7`` are about the middle of its town; ``area`` begins its phone numbers."""

    code: str
    name: str
    name_en: str
    city: str
    letter: str
    area: str
    lat_e7: int
    lon_e7: int
    streets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who can sign in; ``station`` is a code, or none for the head office."""

    login: str
    name: str
    role: str
    station: str | None


@dataclass(frozen=True, slots=True)
class Model:
    """A kind of unit; ``part_family`` is the place of its parts in the catalogue's families."""

    kind: str
    name: str
    prefix: str
    part_family: int
    warranty_km: int | None


STATIONS = (
    Station(
        "NB",
        "宁波服务站",
        "Ningbo station",
        "宁波",
        "B",
        "0574",
        298_683_000,
        1_215_440_000,
        ("东港路", "环城北路", "通途路", "宁镇路", "江南路"),
    ),
    Station(
        "HZ",
        "杭州服务站",
        "Hangzhou station",
        "杭州",
        "A",
        "0571",
        302_741_000,
        1_201_551_000,
        ("石祥路", "机场路", "沪杭路", "通运街", "莫干山路"),
    ),
    Station(
        "WZ",
        "温州服务站",
        "Wenzhou station",
        "温州",
        "C",
        "0577",
        279_938_000,
        1_206_994_000,
        ("瓯海大道", "温瑞大道", "机场大道", "鹿城路", "滨海十路"),
    ),
)

ACCOUNTS = (
    Account("zhou.hai", "周海", "technician", "NB"),
    Account("mu.yue", "穆岳", "technician", "NB"),
    Account("fang.min", "方敏", "technician", "NB"),
    Account("zheng.kai", "郑凯", "technician", "HZ"),
    Account("lu.ping", "陆平", "technician", "HZ"),
    Account("he.jing", "何静", "technician", "HZ"),
    Account("ye.chuan", "叶川", "technician", "WZ"),
    Account("jin.bo", "金波", "technician", "WZ"),
    Account("lin.su", "林素", "clerk", "NB"),
    Account("gao.yuan", "高远", "clerk", "HZ"),
    Account("shen.yue", "沈岳", "manager", "NB"),
    Account("gu.qing", "顾清", "manager", None),
    Account("xu.ning", "许宁", "dispatcher", "NB"),
    Account("tang.yue", "唐悦", "dispatcher", "HZ"),
    Account("pan.lei", "潘蕾", "dispatcher", "WZ"),
    Account("admin", "管理员", "administrator", None),
)

CUSTOMERS = {
    "NB": (
        "临江公交三分公司",
        "东港集装箱运输",
        "北仑通勤客运",
        "镇海石化物流",
        "象山旅游客运",
        "慈溪城乡公交",
        "余姚长途客运",
        "奉化环卫中心",
        "鄞州校车服务",
        "甬江土石方工程",
        "宁海砂石料场",
        "梅山港机租赁",
        "东钱湖景区车队",
        "海曙冷链配送",
    ),
    "HZ": (
        "西溪公交二分公司",
        "萧山机场巴士",
        "余杭渣土运输",
        "临安山区客运",
        "富阳建材物流",
        "桐庐旅游集散",
        "钱塘环卫车队",
        "滨江园区通勤",
        "建德矿山机械",
        "淳安库区客运",
        "下沙城市配送",
        "良渚市政工程",
        "拱墅校车公司",
    ),
    "WZ": (
        "瓯江公交一分公司",
        "乐清长途客运",
        "瑞安货运车队",
        "永嘉景区客运",
        "平阳环卫所",
        "苍南城乡公交",
        "洞头海岛客运",
        "龙湾港口装卸",
        "泰顺山区客运",
        "文成水电工程",
        "鹿城校车服务",
        "瓯海混凝土运输",
        "龙港物流园",
    ),
}

CONTACTS = (
    "陈国强 队长",
    "王建军 车队长",
    "李红 调度",
    "赵永康 经理",
    "孙丽 主任",
    "吴志明 站长",
    "胡斌 机务",
    "蔡文静 文员",
    "蒋涛 安全员",
    "韩雪 主管",
    "邓立新 队长",
    "罗芳 经理",
)

MODELS = (
    Model("coach", "恒川 HC6127 城际客车", "LHC6127D", 0, 200_000),
    Model("bus", "恒川 HC6118 城市公交", "LHC6118G", 1, 300_000),
    Model("coach", "恒川 HC6906 旅游客车", "LHC6906T", 2, 200_000),
    Model("truck", "恒川 HT5160 载货车", "LHT5160K", 3, 150_000),
    Model("machine", "恒川 HM220 挖掘机", "HM220X", 4, None),
    Model("generator", "恒川 HG120 柴油发电机组", "HG120D", 4, None),
)
