import { Fragment, type ReactNode } from 'react'

/** What there is of it in one line, parted by dots. */
export const DotLine = ({ parts }: { parts: readonly ReactNode[] }) =>
  parts
    .filter(part => part !== null && part !== undefined && part !== '' && part !== false)
    .map((part, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no ids and keep their order
      <Fragment key={place}>
        {place > 0 ? ' · ' : null}
        {part}
      </Fragment>
    ))
