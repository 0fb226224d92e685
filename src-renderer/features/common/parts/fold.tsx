import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '../../../search/fold.ts'
import { type Drawn, type OtherField, otherFields } from './other-fields.ts'

export const Fold = ({ title, children }: { title: string; children: ReactNode }) => (
  <details className="fold">
    <summary>{title}</summary>
    {children}
  </details>
)

/** The fields of a shop's row that the screen does not show, folded. Rendered only when opened. */
export const OtherFields = ({ row, drawn }: { row: object; drawn: Drawn }) => {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const fields = useMemo(() => otherFields(row, drawn), [row, drawn])
  if (fields.length === 0) return null
  return (
    <details className="fold" data-testid="other-fields" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('order.extra', { count: fields.length })}</summary>
      {open ? <FieldList fields={fields} /> : null}
    </details>
  )
}

/** Fewer fields need no search. */
const searchableFrom = 10

/** A huge row must not freeze the screen. The search finds the other fields. */
const shownAtMost = 300

/** Long paths wrap after dots. */
const Path = ({ path }: { path: string }) =>
  path.split(/(?<=\.)/).map((part, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts may repeat and never move
    <span key={place}>{part}</span>
  ))

/** Fields with the shop's names, and a search by name or value. */
export const FieldList = ({ fields }: { fields: readonly OtherField[] }) => {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const matching = useMemo(() => matchFields(fields, text), [fields, text])
  const shown = matching.slice(0, shownAtMost)
  return (
    <div className="stack-s">
      {fields.length >= searchableFrom ? (
        <input
          type="search"
          className="input fields-search"
          data-testid="other-fields-search"
          aria-label={t('fields.search')}
          placeholder={t('fields.search')}
          value={text}
          onChange={event => setText(event.target.value)}
        />
      ) : null}
      {shown.length > 0 ? (
        <dl className="fields">
          {shown.map(({ path, text: value }) => (
            <div key={path}>
              <dt>
                <Path path={path} />
              </dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="muted">{t('fields.none')}</p>
      )}
      {matching.length > shown.length ? (
        <p className="muted">{t('fields.more', { count: matching.length - shown.length })}</p>
      ) : null}
    </div>
  )
}

/** The fields that contain every word of the text in their path or value. */
export const matchFields = (fields: readonly OtherField[], text: string): readonly OtherField[] => {
  const words = fold(text).split(' ')
  return words.join('') === ''
    ? fields
    : fields.filter(field => {
        const folded = fold(`${field.path} ${field.text}`)
        return words.every(word => folded.includes(word))
      })
}
