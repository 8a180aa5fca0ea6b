/** What the build asks of packages that bring no types of their own. */
declare module 'fontkit' {
  interface Font {
    getVariation(axes: Record<string, number>): Font
    // biome-ignore lint/suspicious/noExplicitAny: the package has no types; `marks.ts` names what it reads
    glyphForCodePoint(codePoint: number): { path: any }
  }
  export function create(bytes: Uint8Array): Font
}
declare module 'wawoff2' {
  export function decompress(bytes: Uint8Array): Promise<Uint8Array>
}
