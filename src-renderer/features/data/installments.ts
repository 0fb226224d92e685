const mostAnyBankGives = 100

/** Into how many instalments an amount was split, when more than one; null for what is no number of instalments. */
export const installmentsOf = (text: string | null): number | null => {
  const count = Number(text)
  return Number.isInteger(count) && count > 1 && count <= mostAnyBankGives ? count : null
}
