import { ExternalLink } from 'lucide-react'
import { Fragment, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../../ui/copy.tsx'
import { useBridge } from '../services/services.tsx'

export type Fact = readonly [label: string, value: ReactNode]

/** Label and value pairs. Pairs without a value are left out. */
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

/** A fact with a copy button. */
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

/** A link from the shop's data. Main checks it and opens it in the browser; only http and https become links. */
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

/** A fact whose value is a link from the shop's data. */
export const linkFact = (label: string, url: string | null | undefined, linkLabel: string): Fact => [
  label,
  url ? <LinkButton key={label} url={url} label={linkLabel} /> : null,
]

/** The parts that have content, on one line, separated by dots. */
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

const isWebLink = (text: string | null): text is string => text !== null && /^https?:\/\/[^\s]+$/i.test(text)
