import { type ReactNode, useMemo } from 'react'
import { code128Bars } from './format/code128.ts'

interface BarcodeProps {
  readonly text: string
  /** The accessible name of the picture. */
  readonly label: string
  /** Shown when the text can't be drawn. */
  readonly instead: ReactNode
}

/** Blank space on each side, in modules, as the standard requires. */
const quiet = 10
const height = 40

/** A Code 128 symbol, black on white in every theme, because scanners need it. */
export const Barcode = ({ text, label, instead }: BarcodeProps) => {
  const symbol = useMemo(() => code128Bars(text), [text])
  if (symbol === null) return instead
  const width = symbol.width + 2 * quiet
  return (
    <svg
      className="barcode"
      data-testid="easy-return-barcode"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width={width * 2}
      height={height * 2}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
    >
      <title>{label}</title>
      <rect width={width} height={height} fill="#fff" />
      {symbol.bars.map(bar => (
        <rect key={bar.x} x={quiet + bar.x} width={bar.width} height={height} fill="#000" />
      ))}
    </svg>
  )
}
