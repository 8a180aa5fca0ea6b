/** Light, dark, or what the device prefers. */
import { signal } from '@preact/signals'

export type Theme = 'system' | 'light' | 'dark'

export const theme = signal<Theme>('system')
