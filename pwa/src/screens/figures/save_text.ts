/** Hands a text to the person as a file. */

export function saveText(text: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads the file after the click has ended.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
