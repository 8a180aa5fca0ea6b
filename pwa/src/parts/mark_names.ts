/** The steps of a visit and the seal, each with the one Chinese character that stands for it. */
export const GLYPHS = {
  listen: '听',
  look: '看',
  check: '查',
  handle: '办',
  swap: '换',
  sign: '签',
  seal: '封',
} as const

export type MarkName = keyof typeof GLYPHS
