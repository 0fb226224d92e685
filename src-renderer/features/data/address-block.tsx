import { useTranslation } from 'react-i18next'
import type { Address } from '../../../src-main/contract/resources.ts'
import { CopyButton } from '../../ui/copy-button.tsx'

const placeLine = (address: Address): string =>
  [address.district?.name, address.township?.name, address.city?.name, address.postcode, address.country?.name]
    .filter(Boolean)
    .join(', ')

export const addressName = (address: Address): string =>
  [address.first_name, address.last_name].filter(Boolean).join(' ')

export const addressLine = (address: Address): string =>
  [address.title, address.line, placeLine(address)].filter(Boolean).join(' · ')

export const AddressBlock = ({ title, address }: { title: string; address: Address | null }) => {
  const { t } = useTranslation()
  if (address === null) return null
  const lines = [
    addressName(address),
    address.company_name,
    address.line,
    placeLine(address),
    address.phone_number,
    address.tax_office || address.tax_no ? [address.tax_office, address.tax_no].filter(Boolean).join(' / ') : null,
  ].filter((line): line is string => Boolean(line))
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
      {address.notes ? <p className="muted">{address.notes}</p> : null}
    </div>
  )
}
