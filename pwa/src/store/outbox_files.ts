/** What the outbox keeps beside the envelopes: files until the server has verified them, and what is being typed. */
import type { Id, Json } from '../rules/wire'
import { chunksOf, joined } from './chunks'
import type { Draft, KeptFile } from './frozen'
import { OutboxDatabase } from './outbox_database'

export class OutboxFiles extends OutboxDatabase {
  async files(): Promise<KeptFile[]> {
    return this.using((database) => database.getAll('files'))
  }

  async file(photo_id: Id): Promise<KeptFile | undefined> {
    return this.using((database) => database.get('files', photo_id))
  }

  async changeFile(photo_id: Id, change: Partial<KeptFile>): Promise<void> {
    await this.write(['files'], async (writing) => {
      const file = await writing.objectStore('files').get(photo_id)
      if (file !== undefined) await writing.objectStore('files').put({ ...file, ...change })
    })
  }

  /** The photo's bytes, or undefined when they are not here. */
  async bytes(photo_id: Id): Promise<ArrayBuffer | undefined> {
    return this.using(async (database) => {
      const chunks = await database.getAll('chunks', chunksOf(photo_id))
      return chunks.length === 0 ? undefined : joined(chunks)
    })
  }

  /** Free the bytes of a photo that the server has verified, and of no other (law 12). */
  async freeVerified(photo_id: Id, sha256: string): Promise<void> {
    await this.write(['files', 'chunks'], async (writing) => {
      const file = await writing.objectStore('files').get(photo_id)
      if (file === undefined || file.sha256 !== sha256) return
      await writing.objectStore('files').put({ ...file, state: 'verified', sent_bytes: file.size })
      await writing.objectStore('chunks').delete(chunksOf(photo_id))
    })
  }

  async drafts(): Promise<Draft[]> {
    return this.using((database) => database.getAll('drafts'))
  }

  /** Keep what is being typed; the default durability is enough for a keystroke. */
  async keepDraft(key: string, value: Json): Promise<void> {
    await this.using((database) => database.put('drafts', { key, value, saved_at: new Date().toISOString() }))
  }

  async dropDraft(key: string): Promise<void> {
    await this.using((database) => database.delete('drafts', key))
  }
}
