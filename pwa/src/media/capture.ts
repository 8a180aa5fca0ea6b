/** From the camera to a photo that can be saved: made small enough to send, hashed before it is stored. */
import { sha256 } from '../rules/canonical'
import { uuid7 } from '../rules/ids'
import type { CapturedPhoto } from '../store/chunks'

const LONGEST_SIDE = 2048
const JPEG_QUALITY = 0.8

/** The file is no picture that this browser can open. Nothing is saved. */
export class NotAPicture extends Error {
  readonly code = 'not_a_picture'
  constructor() {
    super('This file is not a picture that the device can open. Take the photo again, or choose another file.')
  }
}

/**
 * Return the picture as a JPEG of at most 2048 px, upright, with its hash. A picture that this browser cannot open but
 * the server can (HEIC) is kept as it is. Throws `NotAPicture`.
 */
export async function capture(file: Blob): Promise<CapturedPhoto> {
  const picture = (await drawSmaller(file)) ?? (await heic(file))
  if (picture === null) throw new NotAPicture()
  const bytes = await picture.blob.arrayBuffer()
  return {
    photo_id: uuid7(),
    bytes,
    sha256: await sha256(bytes),
    width: picture.width,
    height: picture.height,
    type: picture.blob.type,
  }
}

interface Picture {
  blob: Blob
  width: number
  height: number
}

async function drawSmaller(file: Blob): Promise<Picture | null> {
  let bitmap: ImageBitmap
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    return null
  }
  const shrink = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * shrink)
  canvas.height = Math.round(bitmap.height * shrink)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY))
  return blob === null ? null : { blob, width: canvas.width, height: canvas.height }
}

const SIZE_BOX = [...'ispe'].map((letter) => letter.charCodeAt(0))

/** An iPhone's picture as it is, with the size that its largest `ispe` box tells; null if it is none. */
async function heic(file: Blob): Promise<Picture | null> {
  if (!/^image\/hei[cf]$/.test(file.type)) return null
  const bytes = new DataView(await file.arrayBuffer())
  const sizes: Picture[] = []
  for (let at = 0; at + 16 <= bytes.byteLength; at += 1) {
    if (!SIZE_BOX.every((letter, place) => bytes.getUint8(at + place) === letter)) continue
    sizes.push({ blob: file, width: bytes.getUint32(at + 8), height: bytes.getUint32(at + 12) })
  }
  return sizes.sort((one, other) => other.width - one.width)[0] ?? null
}
