/** What each line of the check is called, and what it says when all is well, in doubt, or missing. */
import { words } from '../../parts/words'
import type { LineName, ReadyLine } from '../../store/ready'

const names = words({
  loaded: ['资料', 'Records'],
  jobs: ['今天的单子', 'Today’s jobs'],
  history: ['一车一档', 'Unit histories'],
  catalogue: ['故障目录', 'Fault catalogue'],
  parts: ['备件目录', 'Parts list'],
  van: ['车上的账', 'Van stock'],
  copy: ['和服务器一致', 'Same as the server'],
  app: ['所有页面', 'All screens'],
  pad: ['签字板', 'Signature pad'],
  scanner: ['扫码', 'Code reader'],
  room: ['地方', 'Room'],
  kept: ['浏览器留着资料', 'The browser keeps it all'],
  installed: ['放在主屏幕上', 'On the home screen'],
  clock: ['手机的钟', 'The clock'],
  unsent: ['昨天没发的', 'Unsent from before'],
} satisfies Record<LineName, [string, string]>)

type Tell = [(line: ReadyLine) => string, (line: ReadyLine) => string]

const list = ({ missing }: ReadyLine) => missing.slice(0, 3).join(' · ')
const same = (zh: string, en: string): Tell => [() => zh, () => en]

const ok = words({
  loaded: same('都装好了', 'All loaded'),
  jobs: [
    ({ count }) => `${count} 单，都打得开`,
    ({ count }) => (count === 1 ? '1 job opens' : `${count} jobs, each opens`),
  ],
  history: [({ count }) => `${count} 次以前的到访，都读得到`, ({ count }) => `${count} earlier visits can be read`],
  catalogue: [({ count }) => `${count} 条`, ({ count }) => `${count} entries`],
  parts: [
    ({ count }) => `${count} 种，可能要带的都在里面`,
    ({ count }) => `${count} kinds, the likely ones among them`,
  ],
  van: [({ count }) => `${count} 种件，都认得`, ({ count }) => `${count} kinds, all known`],
  copy: same('一条不差', 'Not a row differs'),
  app: [({ count }) => `${count} 个文件，断网打开过`, ({ count }) => `${count} files, opened with the network shut`],
  pad: same('打开过', 'Opened'),
  scanner: same('打开过', 'Opened'),
  room: [({ count }) => `还有 ${count} MB`, ({ count }) => `${count} MB left`],
  kept: same('浏览器答应了', 'The browser has promised'),
  installed: same('是', 'Yes'),
  clock: same('准', 'Right'),
  unsent: same('没有', 'None'),
} satisfies Record<LineName, Tell>)

const doubt = words({
  loaded: same('还没装齐', 'Not all is loaded'),
  jobs: same('没有', 'None'),
  history: same('没有', 'None'),
  catalogue: same('没有', 'None'),
  parts: same('没有', 'None'),
  van: same('没有', 'None'),
  copy: same('现在对不了。连上网再查一遍，就知道一条不差。', 'Cannot be compared now. Check again with a signal.'),
  app: same('没查到', 'Not checked'),
  pad: same('没查到', 'Not checked'),
  scanner: same('没查到', 'Not checked'),
  room: same('浏览器不说还有多少。先发走旧照片。', 'The browser does not say. Send old photos first.'),
  kept: same(
    '没答应。手机快满时它可能清掉，常连网先发走。',
    'Not promised. It may clear it when the phone is full: send often.',
  ),
  installed: same(
    '还没有。在浏览器菜单里选“安装”或“添加到主屏幕”。',
    'Not yet. Choose Install or Add to Home Screen in the browser’s menu.',
  ),
  clock: [
    ({ count }) => `差 ${count} 分钟。在手机设置里打开自动对时。`,
    ({ count }) => `${count} minutes off. Let the phone set its time by itself.`,
  ],
  unsent: [
    ({ count }) => `还有 ${count} 项。连上网，等它发完再走。`,
    ({ count }) => `${count} still here. Connect and let them go before you leave.`,
  ],
} satisfies Record<LineName, Tell>)

const lost = words({
  loaded: same(
    '还没装齐。连上网，等“同步”里说好了再走。',
    'Not all is loaded. Connect until Sync says that it is done.',
  ),
  jobs: [
    (line) => `${list(line)} 打不开。连上网，再查一遍。`,
    (line) => `${list(line)} does not open. Connect and check again.`,
  ],
  history: [
    (line) => `${list(line)} 的档案不在。连上网，再查一遍。`,
    (line) => `The file of ${list(line)} is not here. Connect and check again.`,
  ],
  catalogue: same('是空的。连上网，再查一遍。', 'Empty. Connect and check again.'),
  parts: same('缺可能要带的件。连上网，再查一遍。', 'Likely parts are missing in it. Connect and check again.'),
  van: same(
    '有目录里没有的件。连上网，再查一遍。',
    'It names parts that the list does not have. Connect and check again.',
  ),
  copy: same(
    '少了或不一样。连上网再查；还不行，在“同步”里告诉办公室。',
    'Something is missing. Check again with a signal; if it stays, tell the office from Sync.',
  ),
  app: [
    (line) => (isWorker(line) ? NO_WORKER[0] : `少 ${line.missing.length} 个文件。连上网，重新打开应用。`),
    (line) =>
      isWorker(line) ? NO_WORKER[1] : `${line.missing.length} files are missing. Connect and open the app again.`,
  ],
  pad: same('断网打不开。连上网，重新打开应用。', 'Does not open without a network. Connect and open the app again.'),
  scanner: same(
    '断网用不了，只能输编号。连上网，重新打开应用。',
    'Does not work without a network; codes can be typed. Connect and open the app again.',
  ),
  room: [
    ({ count }) => `只剩 ${count} MB。先发走照片，或删掉别的东西。`,
    ({ count }) => `Only ${count} MB left. Send photos first, or free some space.`,
  ],
  kept: same('没答应', 'Not promised'),
  installed: same(
    'iPhone 几天不开就会清掉网页存的东西。在“分享”里选“添加到主屏幕”，从那里打开。',
    'An iPhone clears what a web page keeps when it is not opened for days. Choose Share, then Add to Home Screen, and open it there.',
  ),
  clock: same('不准', 'Wrong'),
  unsent: same('还有', 'Some'),
} satisfies Record<LineName, Tell>)

const NO_WORKER = [
  '应用没存进这台设备。连上网，刷新一次，再查。',
  'The app is not kept on this device. Connect, load it again, and check again.',
] as const

const isWorker = ({ missing }: ReadyLine) => missing.includes('worker')

export const nameOf = ({ name }: ReadyLine): string => names[name]()

export const tellOf = (line: ReadyLine): string => ({ ok, doubt, lost })[line.state][line.name](line)
