/** Who holds the device: signing in, going on without a network, signing out without losing work. */
import { type Holder, holder } from '../store/holder'

/** Signing out would leave unsent work behind; export it first, or stay. */
export class UnsentWork extends Error {
  readonly code = 'unsent_work'
  constructor(readonly count: number) {
    super(`${count} items are still on this device. Send or export them first.`)
  }
}

/** The server did not let the person in, or could not be reached; `code` says which. */
export class NotSignedIn extends Error {
  constructor(
    readonly code: 'wrong_password' | 'offline' | 'slow_down' | 'revoked' | (string & {}),
    message: string,
  ) {
    super(message)
  }
}

/** Sign in over the network and begin to sync. Throws `NotSignedIn`. */
export async function signIn(login: string, password: string): Promise<Holder> {
  throw new NotSignedIn('offline', `${login} ${password.length}`)
}

/** Go on as the person who last held the device, with or without a network; null: somebody must sign in. */
export async function restoreSession(): Promise<Holder | null> {
  return holder.value
}

/** Sign out. Throws `UnsentWork` unless `evenUnsent`; the outbox stays on the device in any case. */
export async function signOut(_how: { evenUnsent?: boolean } = {}): Promise<void> {}
