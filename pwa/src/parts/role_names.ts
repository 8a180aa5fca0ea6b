/** What a role is called. */
import type { Role } from '../rules/wire'
import { words } from './words'

const w = words({
  technician: ['服务人员', 'Technician'],
  clerk: ['仓管员', 'Clerk'],
  dispatcher: ['调度', 'Dispatcher'],
  manager: ['主管', 'Manager'],
  quality: ['质量部', 'Quality'],
  administrator: ['管理员', 'Administrator'],
  system: ['系统', 'System'],
})

export const roleName = (role: Role): string => w[role]()
