import type { EasyReturnCompany } from '../../src-main/contract/resources.ts'
import type { EnumValue } from '../../src-main/contract/values.ts'

/** What a person reads of the shop's code and label: the label, else the code, else nothing. */
export const enumText = (value: EnumValue | null | undefined): string | null => value?.label || value?.value || null

/** Shops send numbers where a name belongs. */
export const isBareCode = (text: string): boolean => !/\p{L}/u.test(text)

/** What a return carrier is called: its own name unless that is a code, then the label, and a code last. */
export const companyName = ({ pk, name, shipping_company }: EasyReturnCompany): string | null => {
  const isCode = name === null || isBareCode(name) || name === shipping_company?.value
  const texts = isCode ? [enumText(shipping_company), name] : [name]
  return texts.find(text => text && !isBareCode(text)) ?? texts.find(Boolean) ?? pk
}
