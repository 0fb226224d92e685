import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldList } from './field-list.tsx'
import { type Drawn, otherFields } from './other-fields.ts'

export const Fold = ({ title, children }: { title: string; children: ReactNode }) => (
  <details className="fold">
    <summary>{title}</summary>
    {children}
  </details>
)

/** Every field of the shop's row that the screen draws nowhere else; folded away, and built only once it is opened. */
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
