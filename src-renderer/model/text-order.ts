const collator = new Intl.Collator('tr', { numeric: true })

/** As people list names: by the Turkish alphabet (Ç after C, I before İ), and digits by what they count to: A-9 before A-10. */
export const compareNames = (a: string, b: string): number => collator.compare(a, b)
