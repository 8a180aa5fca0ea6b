"""The demonstration's catalogue: sixty kinds of part, each for five families of machine, and the fault of each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of part and the fault that it is known for; ``yuan`` is the list price."""

    group: str
    name: str
    name_en: str
    serialised: bool
    yuan: int
    fault_class: str
    fault: str
    fault_en: str


def _kinds() -> tuple[Kind, ...]:
    kinds = []
    for line in _LINES.strip().splitlines():
        group, name, name_en, serialised, yuan, fault_class, fault, fault_en = line.split("|")
        kinds.append(Kind(group, name, name_en, serialised == "s", int(yuan), fault_class, fault, fault_en))
    return tuple(kinds)


FAMILIES = ("", "HC6118", "HC6906", "HT5160", "HM220")
"""The first family needs no mark in a part's name."""

_LINES = """
3509|空压机总成|Air compressor|s|2860|engine|空压机出气阀片断裂|Compressor discharge valve broken
3511|空气干燥罐|Air dryer cartridge|-|320|chassis|干燥罐失效，管路进水|Dryer cartridge spent, water in the lines
3515|四回路保护阀|Four-circuit protection valve|-|460|chassis|四回路阀漏气|Four-circuit valve leaks
3519|制动气室|Brake chamber|-|285|chassis|制动气室膜片破裂|Brake chamber diaphragm torn
3501|前制动片|Front brake pads|-|540|chassis|前制动片磨到极限|Front brake pads worn to the limit
3502|后制动片|Rear brake pads|-|580|chassis|后制动片偏磨|Rear brake pads worn unevenly
3550|ABS 控制器|ABS control unit|s|1980|electrical|ABS 控制器通讯中断|ABS control unit lost communication
3630|轮速传感器|Wheel speed sensor|-|165|electrical|轮速传感器断线|Wheel speed sensor wire broken
1105|柴油粗滤器|Fuel prefilter|-|140|engine|柴油粗滤堵塞|Fuel prefilter clogged
1117|柴油精滤器|Fuel filter|-|96|engine|柴油精滤结蜡|Fuel filter waxed
1012|机油滤清器|Oil filter|-|78|engine|机油滤芯旁通|Oil filter bypassing
1109|空气滤芯|Air filter element|-|210|engine|空滤阻力过大|Air filter restriction too high
1118|涡轮增压器|Turbocharger|s|5400|engine|增压器浮动轴承磨损|Turbocharger bearing worn
1112|喷油器|Injector|s|1650|engine|喷油器回油量大|Injector return flow too high
1111|高压油泵|High-pressure pump|s|7800|engine|高压油泵轨压不足|Rail pressure too low
1307|水泵总成|Water pump|-|690|engine|水泵水封漏水|Water pump seal leaks
1308|电磁风扇离合器|Fan clutch|s|1280|engine|风扇离合器不吸合|Fan clutch does not engage
1301|散热器|Radiator|-|2450|engine|散热器主片开裂|Radiator core cracked
1306|节温器|Thermostat|-|88|engine|节温器卡死|Thermostat stuck
1025|发动机皮带|Drive belt|-|120|engine|皮带打滑异响|Drive belt slips and squeals
1205|SCR 尿素泵|Urea pump|s|3900|engine|尿素泵结晶堵塞|Urea pump crystallised
1206|氮氧传感器|NOx sensor|s|1450|engine|氮氧传感器失效|NOx sensor failed
1601|离合器片|Clutch disc|-|980|chassis|离合器打滑|Clutch slips
1608|离合器助力缸|Clutch booster|-|520|chassis|离合器助力缸漏油|Clutch booster leaks oil
1701|变速箱输入轴轴承|Gearbox input bearing|-|430|chassis|变速箱轴承异响|Gearbox bearing noisy
1703|选换挡软轴|Shift cable|-|260|chassis|软轴卡滞|Shift cable sticks
2201|传动轴万向节|Universal joint|-|240|chassis|万向节松旷|Universal joint loose
2402|差速器总成|Differential|s|4600|chassis|主减速器异响|Final drive noisy
2904|空气弹簧|Air spring|-|620|chassis|空气弹簧气囊龟裂|Air spring bellows cracked
2905|减振器|Shock absorber|-|310|chassis|减振器漏油|Shock absorber leaks
2907|高度阀|Levelling valve|-|195|chassis|高度阀失灵，车身倾斜|Levelling valve failed, body leans
3003|转向拉杆球头|Tie rod end|-|175|chassis|拉杆球头松旷|Tie rod end loose
3401|动力转向泵|Power steering pump|s|1120|hydraulic|转向泵压力不足|Steering pump pressure low
3411|转向器总成|Steering gear|s|3650|hydraulic|转向器内漏|Steering gear leaks inside
3103|轮毂轴承|Wheel bearing|-|380|chassis|轮毂轴承烧蚀|Wheel bearing burnt
3701|发电机|Alternator|s|1560|electrical|发电机不发电|Alternator does not charge
3708|起动机|Starter|s|1340|electrical|起动机单向器打滑|Starter clutch slips
3703|蓄电池|Battery|s|760|electrical|蓄电池亏电|Battery flat
3722|中央电器盒|Fuse box|s|890|electrical|中央电器盒进水|Water in the fuse box
3820|组合仪表|Instrument cluster|s|1750|electrical|仪表黑屏|Instrument cluster dark
3711|前照灯总成|Headlamp|-|640|electrical|前照灯进水雾化|Headlamp fogged
3716|后组合灯|Rear lamp|-|230|electrical|后组合灯不亮|Rear lamp does not light
5205|雨刮电机|Wiper motor|-|290|electrical|雨刮不归位|Wipers do not park
5206|前风挡玻璃|Windscreen|-|1900|body|前风挡裂纹|Windscreen cracked
6107|乘客门泵|Door actuator|s|860|body|门泵漏气，车门关不严|Door actuator leaks, door does not close
6105|门锁机构|Door lock|-|150|body|门锁机构卡死|Door lock jammed
6205|门踏步感应器|Step sensor|-|130|body|防夹感应误动作|Anti-pinch sensor false trigger
8108|空调压缩机|A/C compressor|s|4200|body|空调压缩机离合器烧毁|A/C compressor clutch burnt
8103|空调蒸发风机|Evaporator blower|-|410|body|蒸发风机不转|Evaporator blower stopped
8101|暖风水阀|Heater valve|-|135|body|暖风水阀关不死|Heater valve does not close
6800|驾驶员座椅气囊|Driver's seat air bag|-|360|body|座椅气囊漏气|Seat air bag leaks
5402|侧窗密封条|Window seal|-|75|body|侧窗漏雨|Side window leaks rain
5703|顶风窗|Roof hatch|-|980|body|顶窗密封老化漏水|Roof hatch seal aged
7925|车载监控主机|Video recorder|s|2300|electrical|监控主机不录像|Recorder does not record
4601|液压主泵|Main hydraulic pump|s|18600|hydraulic|主泵容积效率下降|Main pump efficiency low
4602|多路阀|Control valve|s|9800|hydraulic|多路阀内泄|Control valve leaks inside
4605|液压缸密封件|Cylinder seal kit|-|260|hydraulic|油缸活塞杆漏油|Cylinder rod leaks
4608|液压软管|Hydraulic hose|-|145|hydraulic|软管接头渗油|Hose joint weeps
4610|回转马达|Swing motor|s|11200|hydraulic|回转无力|Swing lacks power
4620|履带板螺栓|Track bolt set|-|190|chassis|履带螺栓松断|Track bolts broken
"""

KINDS = _kinds()
