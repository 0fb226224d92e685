import { CircleAlert, CircleCheck, CircleX, Clock, type LucideIcon, PencilLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TabMark } from './tab-mark.ts'

const icons: Record<Exclude<TabMark, 'none'>, LucideIcon> = {
  'needs-you': CircleAlert,
  draft: PencilLine,
  waiting: Clock,
  rejected: CircleX,
  confirmed: CircleCheck,
}

/** A shape of its own for each state, with its words for pointers and screen readers. */
export const TabDot = ({ mark }: { mark: TabMark }) => {
  const { t } = useTranslation()
  if (mark === 'none') return null
  const Icon = icons[mark]
  return (
    <span className="tab-dot" data-mark={mark} title={t(`tabs.mark.${mark}`)}>
      <Icon className="icon" aria-hidden />
      <span className="sr-only">{t(`tabs.mark.${mark}`)}</span>
    </span>
  )
}
