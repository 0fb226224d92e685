import { Package } from 'lucide-react'

/** Stands where a product picture would: nothing remote is ever loaded. */
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
