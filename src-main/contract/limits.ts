/**
 * The longest text of each field, in UTF-16 units. Schemas and form fields read the same number, so that a field shows
 * that its text is too long before a call is refused.
 */
export const limits = {
  address: 500,
  cookieName: 100,
  description: 4000,
  holderName: 200,
  iban: 64,
  id: 200,
  macroName: 60,
  note: 4000,
  passphrase: 1000,
  quantityKey: 100,
  /** A password, a session or a token. */
  secret: 4000,
  sessionName: 100,
  shopSearch: 100,
  userName: 320,
  viewName: 60,
  wording: 2000,
} as const

export const shortestPassphrase = 8
