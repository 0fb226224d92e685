import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export type Tone = 'plain' | 'ok' | 'wait' | 'busy' | 'bad' | 'ask'

interface ChipProps {
  readonly tone?: Tone
  readonly icon?: LucideIcon | undefined
  readonly title?: string | undefined
  readonly children: ReactNode
}

export const Chip = ({ tone = 'plain', icon: Icon, title, children }: ChipProps) => (
  <span className={`chip chip-${tone}`} title={title}>
    {Icon ? <Icon className="icon" aria-hidden /> : null}
    <span>{children}</span>
  </span>
)
