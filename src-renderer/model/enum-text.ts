import type { EasyReturnCompany } from '../../src-main/contract/resources.ts'
import type { EnumValue } from '../../src-main/contract/values.ts'

/** The text of a shop's value: its label, else its code, else null. */
export const enumText = (value: EnumValue | null | undefined): string | null => value?.label || value?.value || null

/** Whether the text has no letter: shops send numbers where a name belongs. */
export const isBareCode = (text: string): boolean => !/\p{L}/u.test(text)

/** The name of a return carrier: its own name unless that is a code, then the label, then a code. */
export const companyName = ({ pk, name, shipping_company }: EasyReturnCompany): string | null => {
  const isCode = name === null || isBareCode(name) || name === shipping_company?.value
  const texts = isCode ? [enumText(shipping_company), name] : [name]
  return texts.find(text => text && !isBareCode(text)) ?? texts.find(Boolean) ?? pk
}
