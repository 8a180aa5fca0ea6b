/** What the files of the house, their fields and their codes are called. */
import type { IconName } from '../../parts/icon'
import { roleName } from '../../parts/role_names'
import { language, words } from '../../parts/words'
import type { FileName } from '../../rules/master_data'
import type { Role } from '../../rules/wire'
import { faultClass } from '../office/words'

type Said = readonly [zh: string, en: string]
const said = (table: Record<string, Said>) => (code: string) => table[code]?.[language.value === 'zh' ? 0 : 1] ?? code

export const FILE_ICONS: Record<FileName, IconName> = {
  customer: 'user',
  equipment: 'truck',
  part: 'package',
  fault: 'warning-circle',
  station: 'warehouse',
  person: 'user',
}

const w = words({
  customer: ['客户', 'Customers'],
  equipment: ['设备', 'Equipment'],
  part: ['备件', 'Parts'],
  fault: ['故障代码', 'Fault codes'],
  station: ['服务站', 'Stations'],
  person: ['人员', 'People'],
})
export const fileName = (file: FileName): string => w[file]()
export const FILES = Object.keys(FILE_ICONS) as FileName[]

export const fieldName = said({
  name: ['名称', 'Name'],
  name_en: ['英文名称', 'English name'],
  contact: ['联系人', 'Contact'],
  phone: ['电话', 'Phone'],
  address: ['地址', 'Address'],
  station: ['服务站', 'Station'],
  station_id: ['服务站', 'Station'],
  customer: ['客户', 'Customer'],
  customer_id: ['客户', 'Customer'],
  kind: ['类别', 'Kind'],
  model: ['型号', 'Model'],
  serial: ['编号', 'Serial number'],
  plate: ['车牌', 'Plate'],
  delivered_on: ['交付日期', 'Delivered on'],
  warranty_until: ['三包到期', 'Warranty until'],
  warranty_km: ['三包里程（公里）', 'Warranty, km'],
  last_km: ['上次里程（公里）', 'Last reading, km'],
  last_h: ['上次小时', 'Last reading, hours'],
  part_no: ['件号', 'Part no.'],
  unit: ['单位', 'Unit'],
  serialised: ['有序列号', 'Has a serial number'],
  list_price_minor: ['目录价', 'List price'],
  currency: ['币种', 'Currency'],
  on_hold: ['停用', 'On hold'],
  code: ['代码', 'Code'],
  fault_class: ['故障类别', 'Fault class'],
  city: ['城市', 'City'],
  time_zone: ['时区', 'Time zone'],
  login: ['登录名', 'Login'],
  roles: ['岗位', 'Roles'],
  language: ['语言', 'Language'],
  active: ['在岗', 'Active'],
})

export const kindName = said({
  coach: ['客车', 'Coach'],
  bus: ['公交车', 'Bus'],
  truck: ['货车', 'Truck'],
  machine: ['工程机械', 'Machine'],
  generator: ['发电机组', 'Generator'],
  electronics: ['电子设备', 'Electronics'],
  building: ['房屋', 'Building'],
})
export const KINDS = ['coach', 'bus', 'truck', 'machine', 'generator', 'electronics', 'building'] as const

export const yesNo = (value: boolean): string => YES_NO(String(value))
const YES_NO = said({ true: ['是', 'Yes'], false: ['否', 'No'] })

const LANGUAGES = said({ zh: ['中文', '中文'], en: ['English', 'English'] })

/** A code of this field in words. */
export function codeName(field: string, code: string): string {
  if (field === 'kind') return kindName(code)
  if (field === 'fault_class') return faultClass(code)
  if (field === 'roles') return roleName(code as Role)
  if (field === 'language') return LANGUAGES(code)
  return code
}
