import { ExternalLink } from 'lucide-react'
import { Fragment, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../../ui/copy.tsx'
import { useBridge } from '../services/services.tsx'

export type Fact = readonly [label: string, value: ReactNode]

/** Label and value pairs; those without a value are left out. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => {
  const shown = facts.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
  if (shown.length === 0) return null
  return (
    <dl className="facts">
      {shown.map(([label, value]) => [
        <dt key={`${label} label`}>{label}</dt>,
        <dd key={`${label} value`}>{value}</dd>,
      ])}
    </dl>
  )
}

/** A fact that people paste elsewhere; left out when there is none. */
export const copyFact = (
  label: string,
  text: string | null | undefined,
  words: { readonly copy: string; readonly copied: string },
): Fact => [
  label,
  text ? (
    <span key={label} className="cluster-tight">
      {text}
      <CopyButton text={text} label={words.copy} doneLabel={words.copied} />
    </span>
  ) : null,
]

/** A link of the shop's data: opened by the system's browser, through main's check; anything but http(s) stays text. */
export const LinkButton = ({ url, label }: { url: string | null; label: string }) => {
  const { t } = useTranslation()
  const bridge = useBridge()
  const [refused, setRefused] = useState(false)
  if (!isWebLink(url)) return url ? <span className="muted">{t('link.unsafe')}</span> : null
  const openLink = () => {
    bridge.app
      .openLink({ url })
      .then(reply => setRefused(!reply.ok))
      .catch(() => setRefused(true))
  }
  return (
    <>
      <button type="button" className="link" title={url} onClick={openLink}>
        {label}
        <ExternalLink className="icon" aria-hidden />
      </button>
      {refused ? (
        <span className="field-error" role="alert">
          {t('link.refused')}
        </span>
      ) : null}
    </>
  )
}

/** A fact whose value is a link of the shop's data; left out when there is none. */
export const linkFact = (label: string, url: string | null | undefined, linkLabel: string): Fact => [
  label,
  url ? <LinkButton key={label} url={url} label={linkLabel} /> : null,
]

/** What there is of it in one line, parted by dots. */
export const DotLine = ({ parts }: { parts: readonly ReactNode[] }) =>
  parts
    .filter(part => part !== null && part !== undefined && part !== '' && part !== false)
    .map((part, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no ids and keep their order
      <Fragment key={place}>
        {place > 0 ? ' · ' : null}
        {part}
      </Fragment>
    ))

/** Of a `{name, label, value}` pair its label, else its value; null for anything that is no such pair. */
const pairText = (value: object): string | null => {
  const { label, value: code }: { readonly label?: unknown; readonly value?: unknown } = value
  const keys = ['name', 'label', 'value']
  if (!Object.keys(value).every(key => keys.includes(key))) return null
  return (
    [label, code]
      .filter(part => typeof part === 'number' || (typeof part === 'string' && part !== ''))
      .map(String)[0] ?? null
  )
}

/** Values of the shop's JSON that no document names: shown as text, whatever they are. */
export const showValue = (value: unknown): string => {
  if (value === null || value === undefined) return '—'
  if (typeof value === 'string') return value
  if (typeof value === 'object') return pairText(value) ?? JSON.stringify(value, null, 1)
  return String(value)
}

export const isFilled = (value: unknown): boolean =>
  value !== null &&
  value !== undefined &&
  value !== '' &&
  !(typeof value === 'object' && Object.keys(value).length === 0)

/** Only http and https ever become links; main checks once more. */
const isWebLink = (text: string | null): text is string => text !== null && /^https?:\/\/[^\s]+$/i.test(text)
