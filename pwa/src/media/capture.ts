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
  const drawn = await drawSmaller(file)
  if (drawn === null && !/^image\/hei[cf]$/.test(file.type)) throw new NotAPicture()
  const picture = drawn ?? { blob: file, width: 0, height: 0 }
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

async function drawSmaller(file: Blob): Promise<{ blob: Blob; width: number; height: number } | null> {
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
