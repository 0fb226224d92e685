import { useTranslation } from 'react-i18next'
import type { OrderItem } from '../../../../src-main/contract/resources.ts'
import { enumText } from '../../../model/enum-text.ts'
import { hasOwnId, openRequestOf, requestsOfItem } from '../../../model/item-requests.ts'
import { Chip } from '../../../ui/chip.tsx'
import { CopyButton } from '../../../ui/copy.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { copyFact, type Fact, Facts, linkFact } from '../../common/parts/facts.tsx'
import { Fold, OtherFields } from '../../common/parts/fold.tsx'
import { type Drawn, isFilled, showValue } from '../../common/parts/other-fields.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { carrierWords, requestName } from '../../common/words/record-words.ts'
import { requestStatusWords } from '../../common/words/status-words.ts'
import { ReturnCode } from '../requests/return-code.tsx'

type Attributes = OrderItem['attributes']

/** The shop sends attributes twice: as key and value, and as key and {name, label, value}. The plain copy is shown. */
const attributeFacts = (ofProduct: Attributes, ofLine: Attributes): readonly Fact[] => {
  const factsOf = (attributes: Attributes) =>
    Object.entries(attributes)
      .filter(([, value]) => isFilled(value))
      .map(([key, value]) => [key, showValue(value)] as const)
  const known = new Map(factsOf(ofProduct))
  return [...known, ...factsOf(ofLine).filter(([key, text]) => known.get(key) !== text)]
}

export const LineExtras = ({ item, commerceUrl }: { item: OrderItem; commerceUrl: string | null }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const tracking = item.tracking_url ?? item.shipping_tracking_url ?? item.defined_tracking_url
  const facts: readonly Fact[] = [
    [t('order.carrier'), carrierWords(enumText(item.shipping_company), t)],
    copyFact(t('order.trackingNumber'), item.tracking_number, {
      copy: t('order.copyTracking'),
      copied: t('action.copied'),
    }),
    linkFact(t('order.tracking'), tracking, t('action.openTracking')),
    [t('order.estimatedDelivery'), format.dateText(item.estimated_delivery_date, false)],
    [t('order.invoiceNumber'), item.invoice_number],
    [t('order.invoiceDate'), format.dateText(item.invoice_date, false)],
    linkFact(t('order.invoice'), item.e_archive_url, t('action.openInvoice')),
    [t('order.taxRate'), format.percent(item.tax_rate)],
    linkFact(t('order.productPage'), productLink(item.product?.absolute_url, commerceUrl), t('action.openProduct')),
    ...attributeFacts(item.product?.attributes ?? {}, item.attributes),
    [t('order.created'), format.dateText(item.created_date)],
    [t('order.modified'), format.dateText(item.modified_date)],
  ]
  return (
    <>
      <LineRequests item={item} />
      <Fold title={t('order.lineMore')}>
        <div className="stack-s">
          <Facts facts={facts} />
          <OtherFields row={item} drawn={drawnItemFields} />
        </div>
      </Fold>
    </>
  )
}

/** The requests that the shop has for this line, the parcel's return code first. */
const LineRequests = ({ item }: { item: OrderItem }) => {
  const { t } = useTranslation()
  const format = useFormat()
  const { open } = useNavigation()
  const requests = requestsOfItem(item)
  if (requests.length === 0) return null
  const current = openRequestOf(item)
  return (
    <ul className="line-requests">
      {requests.map(request => {
        const status = requestStatusWords(request.status, t)
        const code = request.easy_return?.code
        const isCurrent = request.id === current?.id
        return (
          <li key={request.id} className="cluster" data-testid="line-request" data-request-id={request.id}>
            {hasOwnId(request.id) ? (
              <button type="button" className="link" onClick={() => open('requests', request.id)}>
                {requestName({ id: request.id, type: request.cancellation_type }, t)}
              </button>
            ) : (
              <span>{requestName({ id: request.id, type: request.cancellation_type }, t)}</span>
            )}
            <Chip tone={status.tone}>{status.text}</Chip>
            {code && !isCurrent ? (
              <span className="cluster">
                <span className="muted">{t('request.easyReturnCode')}</span>
                <span className="mono strong">{code}</span>
                <CopyButton text={code} label={t('action.copyCode')} doneLabel={t('action.copied')} />
              </span>
            ) : null}
            <span className="muted">{format.dateText(request.created_date)}</span>
            {isCurrent && request.easy_return ? <ReturnCode back={request.easy_return} /> : null}
          </li>
        )
      })}
    </ul>
  )
}

/**
 * Fields of an order item that its line shows. Links are also listed under "more", where their addresses can be read.
 */
export const drawnItemFields: Drawn = {
  product: { name: true, sku: true, base_code: true, attributes: true },
  price: true,
  // Shown unless it is 1.
  quantity: true,
  own_quantity: true,
  price_currency: { value: true },
  tax_rate: true,
  shipping_company: { label: true },
  tracking_number: true,
  invoice_number: true,
  invoice_date: true,
  estimated_delivery_date: true,
  attributes: true,
  created_date: true,
  modified_date: true,
}

/**
 * The address of the product's page. `absolute_url` is a path, with or without slashes at its ends. Null for anything
 * that leads away from the shop ("#", another host, another scheme).
 */
export const productLink = (absoluteUrl: string | null | undefined, commerceUrl: string | null): string | null => {
  const path = absoluteUrl?.trim() ?? ''
  if (path === '' || path.startsWith('#') || commerceUrl === null || !URL.canParse(commerceUrl)) return null
  const shop = new URL(commerceUrl)
  const from = new URL('/', shop)
  if (!URL.canParse(path, from)) return null
  const page = new URL(path, from)
  const isAtShop = page.origin === shop.origin && page.username === '' && page.password === ''
  return isAtShop && page.pathname !== '/' ? page.href : null
}
