/** Reads one figure out of a group of figures. */
import type { FigureName, Figures, Share } from '../../rules/figures'

type Group = Figures['stations'][number]

/** The share of this figure; nought of nought where the group has no case of it. */
export const shareIn = (group: Group, name: FigureName): Share =>
  group.figures.find((one) => one.name === name) ?? { count: 0, of: 0 }
