/** Encrypts a text for one context, such as a row's id. It does not open in another context. */
export interface Sealer {
  readonly seal: (text: string, context: string) => Promise<Uint8Array>
  /** Rejects when the bytes, the key or the context are not those of `seal`. */
  readonly open: (bytes: Uint8Array, context: string) => Promise<string>
}

const IV_BYTES = 12
const KEY_BYTES = 32

/** AES-256-GCM with a random 96-bit IV in front of the cipher text. The page can't read the key back. */
export async function createSealer(keyBase64: string): Promise<Sealer> {
  const raw = Uint8Array.from(atob(keyBase64), char => char.charCodeAt(0))
  if (raw.length !== KEY_BYTES) throw new RangeError(`The data key has ${raw.length} bytes instead of ${KEY_BYTES}.`)
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
  raw.fill(0)
  const encoder = new TextEncoder()
  const decoder = new TextDecoder('utf-8', { fatal: true })

  const seal = async (text: string, context: string): Promise<Uint8Array> => {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
    const additionalData = encoder.encode(context)
    const cipher = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, encoder.encode(text))
    const bytes = new Uint8Array(IV_BYTES + cipher.byteLength)
    bytes.set(iv)
    bytes.set(new Uint8Array(cipher), IV_BYTES)
    return bytes
  }

  const open = async (bytes: Uint8Array, context: string): Promise<string> => {
    const iv = new Uint8Array(bytes.subarray(0, IV_BYTES))
    const cipher = new Uint8Array(bytes.subarray(IV_BYTES))
    const additionalData = encoder.encode(context)
    return decoder.decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, cipher))
  }

  return { seal, open }
}
