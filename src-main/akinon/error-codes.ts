/**
 * Chromium's network error codes, by what they prove. Unlisted codes prove nothing.
 *
 * Connecting ends before the request is written, so a code that only the connecting phase has proves that nothing was sent.
 * ERR_CONNECTION_TIMED_OUT is one: Chromium maps ETIMEDOUT to it while connecting and to ERR_TIMED_OUT on an open
 * socket. ERR_ADDRESS_UNREACHABLE could in theory come from an open socket, when the system gives up retransmitting;
 * that takes minutes and our deadline is seconds, on a connection no older than the write.
 */
const neverConnected: ReadonlySet<string> = new Set([
  'ERR_NAME_NOT_RESOLVED',
  'ERR_NAME_RESOLUTION_FAILED',
  'ERR_ICANN_NAME_COLLISION',
  'ERR_DNS_TIMED_OUT',
  'ERR_DNS_SERVER_FAILED',
  'ERR_DNS_MALFORMED_RESPONSE',
  'ERR_CONNECTION_REFUSED',
  'ERR_CONNECTION_FAILED',
  'ERR_CONNECTION_TIMED_OUT',
  'ERR_INTERNET_DISCONNECTED',
  'ERR_ADDRESS_UNREACHABLE',
  'ERR_ADDRESS_INVALID',
  'ERR_NETWORK_ACCESS_DENIED',
  'ERR_PROXY_CONNECTION_FAILED',
  'ERR_PROXY_AUTH_UNSUPPORTED',
  'ERR_PROXY_AUTH_REQUESTED',
  'ERR_UNEXPECTED_PROXY_AUTH',
  'ERR_MANDATORY_PROXY_CONFIGURATION_FAILED',
  'ERR_PAC_SCRIPT_FAILED',
  'ERR_NO_SUPPORTED_PROXIES',
  'ERR_TUNNEL_CONNECTION_FAILED',
  'ERR_SOCKS_CONNECTION_FAILED',
  'ERR_SOCKS_CONNECTION_HOST_UNREACHABLE',
  'ERR_BLOCKED_BY_CLIENT',
  'ERR_BLOCKED_BY_ADMINISTRATOR',
])

/** Our own mistakes: the request was never built. */
const neverBuilt: ReadonlySet<string> = new Set(['ERR_INVALID_ARGUMENT', 'NOT_STARTED'])

/** Chromium goes to no such address, whoever listens there. */
const neverAllowed: ReadonlySet<string> = new Set([
  'ERR_INVALID_URL',
  'ERR_UNSAFE_PORT',
  'ERR_DISALLOWED_URL_SCHEME',
  'ERR_UNKNOWN_URL_SCHEME',
])

/**
 * The handshake failed on trust or on what the two sides speak; it precedes the request. ERR_SSL_PROTOCOL_ERROR and
 * the alerts on a broken record are not here: they can come later as well.
 */
const neverTrusted: ReadonlySet<string> = new Set([
  'ERR_CERTIFICATE_TRANSPARENCY_REQUIRED',
  'ERR_PROXY_CERTIFICATE_INVALID',
  'ERR_SSL_VERSION_OR_CIPHER_MISMATCH',
  'ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN',
  'ERR_SSL_CLIENT_AUTH_CERT_NEEDED',
  'ERR_SSL_UNRECOGNIZED_NAME_ALERT',
  'ERR_SSL_SERVER_CERT_BAD_FORMAT',
  'ERR_SSL_SERVER_CERT_CHANGED',
  'ERR_SSL_OBSOLETE_VERSION',
  'ERR_SSL_KEY_USAGE_INCOMPATIBLE',
])

/** `open` means that it may have been sent; every other phase proves that nothing was. */
export type ErrorPhase = 'connect' | 'build' | 'address' | 'trust' | 'open'

export function phaseOf(code: string | null): ErrorPhase {
  if (code === null) return 'open'
  if (neverConnected.has(code)) return 'connect'
  if (neverBuilt.has(code)) return 'build'
  if (neverAllowed.has(code)) return 'address'
  return neverTrusted.has(code) || code.startsWith('ERR_CERT_') ? 'trust' : 'open'
}
