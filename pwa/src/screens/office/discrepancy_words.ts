/** What each kind of discrepancy is called, what happened, and why the fact stands until somebody decides. */
import type { IconName } from '../../parts/icon'
import { language } from '../../parts/words'
import type { Settlement } from '../../rules/wire'

interface Said {
  icon: IconName
  name: readonly [zh: string, en: string]
  /** A sentence with the name of the person who recorded the fact. */
  title: readonly [zh: (who: string) => string, en: (who: string) => string]
  lede: readonly [zh: string, en: string]
}

const STANDS = [
  '事情发生了，照记。账要再补一笔才对得上。',
  'It stands: it happened. The books need one more entry to agree with it.',
] as const

const SAID: Record<string, Said> = {
  stock_below_zero: {
    icon: 'scales',
    name: ['车上账变负', 'Van stock below zero'],
    title: [(who) => `${who}装了账上没有的件`, (who) => `${who} fitted a part the books did not have`],
    lede: STANDS,
  },
  part_on_hold: {
    icon: 'hand-palm',
    name: ['装了停用的件', 'Part on hold was fitted'],
    title: [(who) => `${who}装了停用批次的件`, (who) => `${who} fitted a part that is on hold`],
    lede: [
      '已经装上了，照记。要不要换下来，你定。',
      'It is fitted and recorded. Whether it comes off again is yours to decide.',
    ],
  },
  unknown_part: {
    icon: 'package',
    name: ['目录里没有的件', 'Part not in the catalogue'],
    title: [(who) => `${who}装了目录里没有的件`, (who) => `${who} fitted a part the catalogue does not know`],
    lede: STANDS,
  },
  serial_fitted_twice: {
    icon: 'arrows-left-right',
    name: ['同一编号装了两次', 'Same serial fitted twice'],
    title: [(who) => `${who}装的编号，别处也装过`, (who) => `${who} fitted a serial that is fitted elsewhere`],
    lede: ['两处都照记。多半是编号抄错一处。', 'Both are kept. Most often one serial was copied wrongly.'],
  },
  old_part_handed_on: {
    icon: 'tag',
    name: ['旧件交出以后才改', 'Corrected after the old part was handed on'],
    title: [
      (who) => `${who}改的换件，旧件已经交仓库`,
      (who) => `${who} corrected a swap whose old part is in the store`,
    ],
    lede: [
      '旧件按仓库收到的算，改的也留着。',
      'The old part stays as the store received it; the correction is kept too.',
    ],
  },
  corrected_after_undo: {
    icon: 'arrow-bend-up-left',
    name: ['撤回以后才改', 'Corrected after it was taken back'],
    title: [(who) => `${who}改了一组已经撤回的换件`, (who) => `${who} corrected a swap that was taken back`],
    lede: ['撤回的算数，改的也留着。', 'It stays taken back; the correction is kept beside it.'],
  },
  clock_doubtful: {
    icon: 'clock',
    name: ['到场时间存疑', 'Arrival time in doubt'],
    title: [(who) => `${who}的手机钟差得多`, (who) => `The clock of ${who}’s device was far off`],
    lede: [
      '到场照记，时限按它算。时间对不对，你定。',
      'The arrival is kept and counts for the deadline. Whether the time is right is yours to decide.',
    ],
  },
  collected_without_quote: {
    icon: 'scales',
    name: ['没批报价就收了钱', 'Money without a quote'],
    title: [(who) => `${who}收了钱，报价还没批`, (who) => `${who} took money without an approved quote`],
    lede: ['收了多少照记，要交回来。', 'What was taken is recorded and must be handed in.'],
  },
  late_fact: {
    icon: 'clock',
    name: ['改派以后才到的记录', 'Recorded after reassignment'],
    title: [(who) => `${who}的记录在改派以后才发到`, (who) => `${who}’s record arrived after the job was reassigned`],
    lede: ['离线时记的，照收，标成晚到。', 'It was recorded offline; it is kept and marked late.'],
  },
  job_closed: {
    icon: 'lock-simple',
    name: ['任务结了才到的记录', 'Recorded on a closed job'],
    title: [(who) => `${who}的记录到时任务已经结了`, (who) => `${who}’s record reached a job that is closed`],
    lede: [
      '照收。报告不动，要补就另开一次服务。',
      'It is kept. The report stays as it is; more work needs another visit.',
    ],
  },
  changed_after_signature: {
    icon: 'signature',
    name: ['签字以后又改', 'Changed after signature'],
    title: [(who) => `用户签字以后，${who}又改过`, (who) => `${who} changed something after the customer signed`],
    lede: [
      '用户签的那份没有变。新改的另存着。',
      'What the customer signed has not changed. The later change is kept beside it.',
    ],
  },
  signed_before_service: {
    icon: 'signature',
    name: ['没做完就签了', 'Signed before the service'],
    title: [
      (who) => `${who}没做完就让用户签了`,
      (who) => `${who} had the customer sign before the service was complete`,
    ],
    lede: ['签字照存。缺的几项看下面。', 'The signature is kept. What was missing stands below.'],
  },
  empty_signature: {
    icon: 'signature',
    name: ['签字是空的', 'Empty signature'],
    title: [(who) => `${who}收的签字几乎是空的`, (who) => `The signature that ${who} took is nearly empty`],
    lede: ['照存。要不要补签，你定。', 'It is kept. Whether it must be signed again is yours to decide.'],
  },
  signed_twice: {
    icon: 'signature',
    name: ['签了两次', 'Signed twice'],
    title: [(who) => `${who}的服务签了两次`, (who) => `${who}’s visit was signed twice`],
    lede: ['先签的有效，后签的也存着。', 'The first signature holds; the second is kept as well.'],
  },
  seal_does_not_fit: {
    icon: 'signature',
    name: ['封签对不上', 'Seal does not fit'],
    title: [
      (who) => `${who}的设备封的内容和签字对不上`,
      (who) => `What ${who}’s device sealed does not fit the signature`,
    ],
    lede: [
      '收到什么就存什么，一个字没动。要不要让用户重签，你定。',
      'It is kept exactly as it came. Whether the customer signs again is yours to decide.',
    ],
  },
  sealed_in_parallel: {
    icon: 'signature',
    name: ['两台设备同时签了', 'Signed on two devices at once'],
    title: [
      (who) => `${who}让用户签的时候，另一份签字还没传到`,
      (who) => `${who} had the customer sign before another signature had arrived`,
    ],
    lede: [
      '两份都有效，都留着，按收到的先后编号。',
      'Both are valid and kept, numbered in the order in which they came.',
    ],
  },
  tag_already_bound: {
    icon: 'tag',
    name: ['一个标签挂了两件', 'One tag on two parts'],
    title: [(who) => `${who}挂的标签，别的旧件已经用了`, (who) => `${who} hung a tag that another old part carries`],
    lede: ['两件都照记。到库房对编号和照片。', 'Both are kept. Compare serials and photos in the store.'],
  },
  old_part_mismatch: {
    icon: 'package',
    name: ['旧件对不上', 'Old part does not match'],
    title: [
      (who) => `${who}收到的旧件和现场记的不一样`,
      (who) => `The old part ${who} received is not what the site recorded`,
    ],
    lede: ['照实收下了。是谁的件，你定。', 'It was received as it is. Whose part it is is yours to decide.'],
  },
  box_differs: {
    icon: 'package',
    name: ['箱子里对不上', 'A box did not hold what its slip names'],
    title: [(who) => `${who}点箱，和装箱单不一样`, (who) => `${who} counted a box, and its slip says otherwise`],
    lede: [
      '先点后看单，点到的已经照实收下。缺的还算在途中，问寄的人。',
      'It was counted before the slip was shown, and received as found. What is missing is still on the road: ask who packed it.',
    ],
  },
  wrong_serial: {
    icon: 'barcode',
    name: ['旧件编号不对', 'Wrong serial'],
    title: [(who) => `${who}收到的旧件编号不对`, (who) => `${who} received an old part with another serial`],
    lede: [
      '照看到的编号收下了。现场记的也留着。',
      'It was received with the serial that was seen. The one from the site is kept too.',
    ],
  },
  received_twice: {
    icon: 'package',
    name: ['收了两次', 'Received twice'],
    title: [(who) => `${who}收到的旧件，之前已经收过`, (who) => `${who} received an old part that is in already`],
    lede: ['两次都照记。多半有一件挂错了标签。', 'Both are kept. Most often one of them carries the wrong tag.'],
  },
  received_elsewhere: {
    icon: 'warehouse',
    name: ['送到了别的站', 'Received at another station'],
    title: [(who) => `${who}收到别的站的旧件`, (who) => `${who} received an old part of another station`],
    lede: ['照收。放哪边，你定。', 'It is received. Where it stays is yours to decide.'],
  },
  unexpected_old_part: {
    icon: 'tag',
    name: ['没在等的旧件', 'Old part not expected'],
    title: [(who) => `${who}收到一件没在等的旧件`, (who) => `${who} received an old part that nobody expected`],
    lede: ['收下留着了。找到它是哪次换下的，就对上。', 'It is kept. Match it when you find the swap it came from.'],
  },
  safety_not_acknowledged: {
    icon: 'hard-hat',
    name: ['没读安全告知就干了', 'Worked without the safety notice'],
    title: [
      (who) => `${who}没读安全告知就做完了服务`,
      (who) => `${who} finished the service without reading the safety notice`,
    ],
    lede: [
      '活已经干了，照记。多半是告知没传到手机上。问一句，再记下来。',
      'The work is done and recorded. Most often the notice had not reached the phone. Ask, and note the answer.',
    ],
  },
  issued_above_approval: {
    icon: 'shopping-bag',
    name: ['发的比批的多', 'More issued than approved'],
    title: [(who) => `${who}发的件比批准的多`, (who) => `${who} handed out more than was approved`],
    lede: [
      '件已经在车上，照记。补批还是要回来，你定。',
      'The parts are in the van and recorded. Approve them, or ask for them back.',
    ],
  },
  goods_not_good: {
    icon: 'package',
    name: ['到货有问题', 'Delivery not as it should be'],
    title: [(who) => `${who}收的货有损坏或不对`, (who) => `${who} received goods that are damaged or wrong`],
    lede: [
      '货已经在库里，照记。找供应商谈好，再记下来。',
      'They are in the store and recorded. Settle it with the supplier and note the answer.',
    ],
  },
  count_differs: {
    icon: 'scales',
    name: ['盘点差得多', 'A count differs much'],
    title: [(who) => `${who}盘点，和账差得多`, (who) => `${who} counted, and the books differ much`],
    lede: [
      '账已经按盘点的改了。查清原因，再记下来。',
      'The books follow the count already. Find out why, and note it.',
    ],
  },
  hand_over_contradicted: {
    icon: 'arrows-left-right',
    name: ['交接对不上', 'A hand-over is contradicted'],
    title: [(who) => `${who}记的交接，对方没有认`, (who) => `The hand-over that ${who} recorded is not confirmed`],
    lede: ['两边各记各的，都留着。问清东西在谁手里。', 'Each side’s record is kept. Ask who has the old part in hand.'],
  },
  packed_twice: {
    icon: 'package',
    name: ['一件装了两个箱', 'One old part in two boxes'],
    title: [(who) => `${who}装箱的旧件，别的箱里也有`, (who) => `${who} packed an old part that another box lists`],
    lede: ['两张装箱单都留着。收到哪箱，以哪箱为准。', 'Both slips are kept. The box in which it arrives is right.'],
  },
  disposed_unreceived: {
    icon: 'tag',
    name: ['没收到就处置了', 'Disposed of before it was received'],
    title: [(who) => `${who}处置的旧件，账上还没收到`, (who) => `${who} disposed of an old part nobody received`],
    lede: [
      '处置照记。多半是收件还没发到，或标签挂错。',
      'It is recorded. Most often the receipt is still to come, or a tag is wrong.',
    ],
  },
  disposed_twice: {
    icon: 'tag',
    name: ['处置了两次', 'Disposed of twice'],
    title: [
      (who) => `${who}处置的旧件，之前已经处置过`,
      (who) => `${who} disposed of an old part that had left already`,
    ],
    lede: [
      '两张清单都留着。对照片和编号，找出是哪一件。',
      'Both lists are kept. Compare photos and serials to find which part it was.',
    ],
  },
  transfer_differs: {
    icon: 'package',
    name: ['调拨收发不一致', 'A transfer arrived differently'],
    title: [
      (who) => `${who}收到的调拨，和发出的不一样`,
      (who) => `${who} received a transfer that differs from what was sent`,
    ],
    lede: [
      '差的件还在途中。认收到的，差额记损益；认发出的，件算在收货的库里。',
      'The difference is still on the road. If the arrival is right it is written off; if the sender is right it is on the receiving shelves.',
    ],
  },
  safety_agreement_missing: {
    icon: 'hard-hat',
    name: ['现场没有安全协议', 'No safety agreement with the site'],
    title: [
      (who) => `${who}去的现场，安全协议没有或过期了`,
      (who) => `${who} works on a site whose safety agreement is missing or has run out`,
    ],
    lede: [
      '人已经在现场。补签了就在安全告知里改日期。',
      'They are on site. Once it is signed, change the date with the notice.',
    ],
  },
}

const spoken = <T>(pair: readonly [T, T]): T => pair[language.value === 'zh' ? 0 : 1]

/** A kind that nobody has given words to yet shows its code. */
export const kindName = (kind: string): string => (SAID[kind] ? spoken(SAID[kind].name) : kind)
export const kindIcon = (kind: string): IconName => SAID[kind]?.icon ?? 'scales'
export const kindTitle = (kind: string, who: string): string =>
  SAID[kind] ? spoken(SAID[kind].title)(who) : kindName(kind)
export const kindLede = (kind: string): string => spoken(SAID[kind]?.lede ?? STANDS)

/** How a kind may be settled; the first is the usual way. A transfer is for missing stock only. */
export function settlementsOf(kind: string): readonly Settlement[] {
  if (kind === 'stock_below_zero') return ['book_transfer', 'fact_stands', 'books_stand']
  if (kind === 'unexpected_old_part') return ['matched', 'fact_stands', 'books_stand']
  return ['fact_stands', 'books_stand']
}
