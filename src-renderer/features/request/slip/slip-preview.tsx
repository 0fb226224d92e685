import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'

interface SlipPreviewProps {
  readonly scale: number
  /** The height of the paper in CSS pixels at its true size, whenever it changes. */
  readonly onHeight: (pixels: number) => void
  readonly label: string
  readonly children: ReactNode
}

/** Shows paper at its true proportions, smaller or larger than life. */
export const SlipPreview = ({ scale, onHeight, label, children }: SlipPreviewProps) => {
  const paper = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const { current } = paper
    if (current === null) return
    const measure = () => {
      setSize({ width: current.offsetWidth, height: current.offsetHeight })
      onHeight(current.offsetHeight)
    }
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    measure()
    return () => observer.disconnect()
  }, [onHeight])
  return (
    <section className="slip-desk" aria-label={label} tabIndex={0}>
      <div className="slip-frame" style={{ width: size.width * scale, height: size.height * scale }}>
        <div className="slip-scaled" ref={paper} style={{ transform: `scale(${scale})` }}>
          {children}
        </div>
      </div>
    </section>
  )
}
