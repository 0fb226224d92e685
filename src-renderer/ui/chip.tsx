import { type LucideIcon, Package } from 'lucide-react'
import { type ReactNode, useId } from 'react'

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

/** Stands in for a product picture, because no remote picture is ever loaded. */
export const Tile = ({ name }: { name: string | null }) => {
  const initials = (name ?? '')
    .split(/\s+/)
    .filter(word => /\p{L}/u.test(word.charAt(0)))
    .slice(0, 2)
    .map(word => word.charAt(0))
    .join('')
  return (
    <span className="tile" aria-hidden>
      {initials || <Package className="icon" />}
    </span>
  )
}

interface TipProps {
  readonly text: ReactNode
  readonly children: (describedBy: string) => ReactNode
}

/** A tooltip that also opens on keyboard focus. The child takes the id as its aria-describedby. */
export const Tip = ({ text, children }: TipProps) => {
  const id = useId()
  return (
    <span className="tip">
      {children(id)}
      <span role="tooltip" id={id} className="tip-text">
        {text}
      </span>
    </span>
  )
}
