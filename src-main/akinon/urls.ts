/**
 * The address of an API path under a base URL that may have a path prefix. Every segment is percent-encoded and a
 * trailing slash added, as Akinon wants. Null for a segment that can't be sent as one ("", ".", "..", half a surrogate
 * pair), for a base that is no URL, and for anything that would leave the base's origin or prefix.
 */
export function apiUrl(
  baseUrl: string,
  segments: readonly string[],
  query: Readonly<Record<string, string | number | undefined>> = {},
): string | null {
  const encoded = segments.map(encodeSegment)
  const base = parse(baseUrl)
  if (!base || encoded.some(segment => segment === null)) return null
  const prefix = base.pathname.replace(/\/+$/, '')
  const url = new URL(`${prefix}/${encoded.join('/')}/`, base.origin)
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(key, String(value))
  }
  return url.origin === base.origin && url.pathname.startsWith(`${prefix}/`) ? url.href : null
}

/** The Referer for a call: Django's CSRF check wants one of the same origin, and Chromium blocks a foreign one. */
export function refererOf(url: string): string {
  return `${new URL(url).origin}/`
}

function encodeSegment(segment: string): string | null {
  // The URL parser takes "%2e" for a dot too, so no encoding makes these safe.
  if (segment === '' || segment === '.' || segment === '..') return null
  try {
    return encodeURIComponent(segment)
  } catch {
    return null
  }
}

function parse(baseUrl: string): URL | null {
  try {
    return new URL(baseUrl)
  } catch {
    return null
  }
}
