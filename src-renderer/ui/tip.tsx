import { type ReactNode, useId } from 'react'

interface TipProps {
  readonly text: ReactNode
  readonly children: (describedBy: string) => ReactNode
}

/** A tooltip that also opens on keyboard focus; the child takes the id as its aria-describedby. */
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
