const numberLike = /^[\p{L}\p{N}._/-]{5,100}$/u

/** Whether a search may be an order number: one word of five characters or more with a digit in it. */
export const looksLikeNumber = (text: string): boolean => {
  const word = text.trim().replace(/^#+\s*/, '')
  return numberLike.test(word) && /\d/.test(word)
}
