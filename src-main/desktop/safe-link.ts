/** The address as the URL parser understands it, or null: only http(s), with a host, without a name or password in it. */
export function safeLink(text: string): string | null {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return null
  }
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  return isWeb && url.hostname !== '' && url.username === '' && url.password === '' ? url.href : null
}
