import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Address, Order } from '../../../../src-main/contract/resources.ts'
import { joinedTexts, nameOfParts } from '../../../model/direction.ts'
import { CopyButton } from '../../../ui/copy.tsx'
import { maskIdentity } from '../../../ui/format/private-numbers.ts'
import type { Drawn } from './other-fields.ts'

const placeLine = (address: Address): string =>
  joinedTexts(
    [address.district?.name, address.township?.name, address.city?.name, address.postcode, address.country?.name],
    ', ',
  )

const addressName = (address: Address): string => nameOfParts(address.first_name, address.last_name)

/** The name of the shipping address, else of the billing address; null when there is none. */
export const customerNameOf = (order: Pick<Order, 'shipping_address' | 'billing_address'>): string | null => {
  const address = order.shipping_address ?? order.billing_address
  return (address && addressName(address)) || null
}

export const addressLine = (address: Address): string =>
  joinedTexts([address.title, address.line, placeLine(address)], ' · ')

/** Facts that matter for the invoice. */
const kindLine = (address: Address, t: TFunction): string =>
  joinedTexts(
    [
      address.is_corporate === true ? t('address.corporate') : null,
      address.e_bill_taxpayer === true ? t('address.eBill') : null,
    ],
    ' · ',
  )

const linesOf = (address: Address): readonly string[] =>
  [
    addressName(address),
    address.company_name,
    address.line,
    placeLine(address),
    address.phone_number,
    address.tax_office || address.tax_no ? joinedTexts([address.tax_office, address.tax_no], ' / ') : null,
  ].filter((line): line is string => Boolean(line))

/** Shows the last digits and copies the whole number, for forms that need it. */
const Identity = ({ number }: { number: string }) => {
  const { t } = useTranslation()
  return (
    <p className="cluster-tight">
      <span>{`${t('address.identity')}: ${maskIdentity(number)}`}</span>
      <CopyButton text={number} label={t('address.copyIdentity')} doneLabel={t('action.copied')} />
    </p>
  )
}

interface AddressBlockProps {
  readonly title: string
  readonly address: Address | null
  /** The customer's e-mail, which the screen already shows. */
  readonly customerEmail: string | null
}

export const AddressBlock = ({ title, address, customerEmail }: AddressBlockProps) => {
  const { t } = useTranslation()
  if (address === null) return null
  const lines = linesOf(address)
  const kind = kindLine(address, t)
  return (
    <div className="address">
      <div className="spread">
        <h3>{title}</h3>
        <CopyButton text={lines.join('\n')} label={t('action.copyAddress')} doneLabel={t('action.copied')} />
      </div>
      {address.title ? <p className="muted">{address.title}</p> : null}
      {lines.map(line => (
        <p key={line}>{line}</p>
      ))}
      {address.email && address.email !== customerEmail ? <p>{address.email}</p> : null}
      {address.identity_number ? <Identity number={address.identity_number} /> : null}
      {kind ? <p className="muted">{kind}</p> : null}
      {address.notes ? <p className="muted">{address.notes}</p> : null}
    </div>
  )
}

const nameOnly: Drawn = { name: true }

/** Fields that `AddressBlock` shows. `user` is the customer's whole profile and stays hidden. */
export const drawnAddress: Drawn = {
  title: true,
  first_name: true,
  last_name: true,
  email: true,
  phone_number: true,
  line: true,
  district: nameOnly,
  township: nameOnly,
  city: nameOnly,
  country: nameOnly,
  postcode: true,
  company_name: true,
  tax_office: true,
  tax_no: true,
  identity_number: true,
  notes: true,
  is_corporate: true,
  e_bill_taxpayer: true,
  user: true,
}
