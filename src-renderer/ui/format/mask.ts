/** An identity number keeps its last two: who has it before them can compare, nobody can read it off the screen. */
export const maskIdentity = (text: string): string => {
  const clean = text.replace(/\s/g, '')
  return clean.length <= 4 ? '••••' : `•••• ${clean.slice(-2)}`
}

/** The first digits of a card, which name its bank: four of them. */
export const maskCardStart = (text: string): string => `${text.slice(0, 4)}••••`
