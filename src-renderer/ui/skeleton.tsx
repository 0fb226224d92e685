import type { CSSProperties } from 'react'

const widths = ['72%', '48%', '63%', '55%', '80%', '42%']

export const Skeleton = ({ rows, label }: { rows: number; label: string }) => (
  <div className="stack" role="status" aria-label={label}>
    {Array.from({ length: rows }, (_, index) => {
      const style: CSSProperties = { width: widths[index % widths.length] }
      // The rows never move or change, so the index identifies them.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      return <span key={index} className="skeleton" style={style} />
    })}
  </div>
)
