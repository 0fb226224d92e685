import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { showValue } from './extra.ts'
import { Facts } from './facts.tsx'

export const Fold = ({ title, children }: { title: string; children: ReactNode }) => (
  <details className="fold">
    <summary>{title}</summary>
    {children}
  </details>
)

export const ExtraFields = ({ fields }: { fields: readonly (readonly [string, unknown])[] }) => {
  const { t } = useTranslation()
  if (fields.length === 0) return null
  return (
    <Fold title={t('order.extra', { count: fields.length })}>
      <Facts facts={fields.map(([key, value]) => [key, <span key={key}>{showValue(value)}</span>])} />
    </Fold>
  )
}
