/** Tells a clerk who looks at the part, not at the screen: one beep for a good scan, two for one to look at again. */

let sound: AudioContext | null = null

/** Without sound, or before the browser allows any, the screen alone speaks. */
export function beep(times: 1 | 2): void {
  const Context = globalThis.AudioContext
  if (Context === undefined) return
  sound ??= new Context()
  for (let one = 0; one < times; one += 1) tone(sound, sound.currentTime + one * 0.16, times === 1 ? 1320 : 440)
}

function tone(context: AudioContext, at: number, pitch: number): void {
  const source = context.createOscillator()
  const volume = context.createGain()
  source.frequency.value = pitch
  volume.gain.setValueAtTime(0.12, at)
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.12)
  source.connect(volume).connect(context.destination)
  source.start(at)
  source.stop(at + 0.12)
}
