/** Who may sign besides those who did (JOB-8); the mirror of `may_sign_too` in `server/rules/signatures.py`. */

interface Signer {
  signer_name: string
  signer_role: string | null
}

const who = ({ signer_name, signer_role }: Signer) => `${signer_name.trim()}\n${(signer_role ?? '').trim()}`

/** Each person signs once, and at most `most` people do. */
export function maySignToo(signer: Signer, signed: readonly Signer[], most: number): boolean {
  const before = new Set(signed.map(who))
  return !before.has(who(signer)) && before.size < most
}
